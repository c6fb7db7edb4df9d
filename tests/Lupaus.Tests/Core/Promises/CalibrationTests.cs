using Lupaus.Core.Promises;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Tests.Ground.Calendar;

namespace Lupaus.Tests.Core.Promises;

public class CalibrationTests
{
    private static readonly PromiseMaker Maker = new(Helsinki.Office);

    private static readonly Topic Trains = Topic.Open(
        Team.Found("Matkat", WeeklyHours.Office, Given.Monday), "Junat", "Tåg", "Trains",
        answerWithin: TimeSpan.FromHours(4), fastest: TimeSpan.FromMinutes(15), isDefault: true, Given.Monday);

    private static readonly WorkAhead Quiet = new(TimeSpan.Zero, TimeSpan.Zero, Agents: 2, TimeSpan.Zero);

    private static Calibration After(int count, double each) => Calibration.New(.95) with { Ratios = [.. Enumerable.Repeat(each, count)] };

    private static DateTimeOffset Due(string now, Calibration learnt, WorkAhead ahead, int effort = 10) =>
        Maker.AnswerBy(Trains, TimeSpan.FromMinutes(effort), ahead, learnt, Helsinki.At(now)).Forecast.Due;

    [Fact]
    public void Little_learnt_is_nothing_learnt()
    {
        After(29, 2).Ratio.ShouldBeNull();
        Due("2026-03-02 10:00", After(29, 2), Quiet).ShouldBe(Helsinki.At("2026-03-02 14:00"));
    }

    [Fact]
    public void Of_a_hundred_the_ninety_sixth_is_promised() =>
        (Calibration.New(.95) with { Ratios = [.. Enumerable.Range(1, 100).Select(i => (double)i).Reverse()] }).Ratio.ShouldBe(96);

    [Fact]
    public void The_forecast_is_the_work_ahead_by_those_who_are_here()
    {
        new WorkAhead(TimeSpan.FromMinutes(100), TimeSpan.FromMinutes(20), 4, TimeSpan.FromMinutes(7)).Forecast(TimeSpan.FromMinutes(12), isUrgent: false).ShouldBe(TimeSpan.FromMinutes(30 + 12 + 5 + 7));
        new WorkAhead(TimeSpan.FromMinutes(100), TimeSpan.FromMinutes(20), 4, TimeSpan.Zero).Forecast(TimeSpan.FromMinutes(12), isUrgent: true).ShouldBe(TimeSpan.FromMinutes(22));
        new WorkAhead(TimeSpan.FromMinutes(100), TimeSpan.Zero, 0, TimeSpan.Zero).Forecast(TimeSpan.Zero, isUrgent: false).ShouldBe(TimeSpan.FromMinutes(105));
    }

    [Fact]
    public void Soon_is_promised_by_the_quarter_and_later_by_noon_or_closing()
    {
        Due("2026-03-02 10:07", After(40, 4), Quiet).ShouldBe(Helsinki.At("2026-03-02 11:15"));
        Due("2026-03-02 09:10", After(40, 17), Quiet).ShouldBe(Helsinki.At("2026-03-02 16:00"));
        Due("2026-03-02 13:00", After(40, 20), Quiet).ShouldBe(Helsinki.At("2026-03-03 12:00"));
        Due("2026-03-06 15:55", After(40, 2), Quiet).ShouldBe(Helsinki.At("2026-03-09 09:30"));
    }

    [Fact]
    public void Short_deadlines_get_an_honest_yes_or_no()
    {
        var (yes, basis) = Maker.AnswerBy(Trains, TimeSpan.FromMinutes(10), Quiet, After(100, 1.5), Helsinki.At("2026-03-02 10:00"), Helsinki.At("2026-03-02 10:30"));
        yes.ShouldBe(new Forecast(Helsinki.At("2026-03-02 10:30"), IsInTime: true));
        basis.ShouldBe(new Basis(TimeSpan.FromMinutes(20), .95, 100));
        Maker.AnswerBy(Trains, TimeSpan.FromMinutes(10), Quiet, After(100, 1.5), Helsinki.At("2026-03-02 10:00"), Helsinki.At("2026-03-02 10:10")).Forecast.IsInTime.ShouldBeFalse();
    }

    [Fact]
    public void Each_broken_promise_makes_the_next_ones_longer_and_each_kept_one_a_little_shorter()
    {
        Calibration.RiskAfter(.05, .95, wasKept: false).ShouldBe(.05 - (.005 * .95), 1e-12);
        Calibration.RiskAfter(.05, .95, wasKept: true).ShouldBe(.05 + (.005 * .05), 1e-12);
        Enumerable.Range(0, 1000).Aggregate(.05, (risk, _) => Calibration.RiskAfter(risk, .95, wasKept: false)).ShouldBe(-.1);
        (Calibration.New(.95) with { Risk = -.1 }).Level.ShouldBe(.998);
    }

    [Fact]
    public void A_kind_stands_by_itself_from_sixty_on()
    {
        var learning = new Learning<string>(.95);
        for (var i = 0; i < 59; i++)
            learning.Took("refund", 9);
        for (var i = 0; i < 500; i++)
            learning.Took("train", 1);
        learning.Of("refund").Ratio.ShouldBe(1);
        learning.Took("refund", 9);
        learning.Of("refund").Ratio.ShouldBe(9);
        learning.Of("refund").Ratios.Count.ShouldBe(60);
        learning.Of("never seen").Ratios.Count.ShouldBe(Calibration.Most);
        learning.Ended("train", wasKept: false);
        learning.Of("train").Risk.ShouldBeLessThan(learning.Of("refund").Risk);
    }
}
