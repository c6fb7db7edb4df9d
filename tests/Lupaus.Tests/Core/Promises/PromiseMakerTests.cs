using Lupaus.Core.Promises;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Tests.Ground.Calendar;

namespace Lupaus.Tests.Core.Promises;

public class PromiseMakerTests
{
    private static readonly PromiseMaker Maker = new(Helsinki.Office);

    private static readonly Topic Trains = Topic.Open(
        Team.Found("Matkat", WeeklyHours.Office, Given.Monday), "Junat", "Tåg", "Trains",
        answerWithin: TimeSpan.FromHours(4), fastest: TimeSpan.FromMinutes(15), isDefault: true, Given.Monday);

    [Fact]
    public void When_nothing_presses_the_answer_is_promised_within_the_topics_usual_open_time() =>
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-02 10:00")).ShouldBe(new Forecast(Helsinki.At("2026-03-02 14:00"), IsInTime: true));

    [Fact]
    public void What_comes_late_in_the_day_is_promised_for_the_next_working_day() =>
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-06 15:00")).Due.ShouldBe(Helsinki.At("2026-03-09 12:00"));

    [Fact]
    public void A_promised_time_is_one_that_a_person_would_say()
    {
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-02 10:07")).Due.ShouldBe(Helsinki.At("2026-03-02 14:30"));
        Maker.InOpenHours(Helsinki.At("2026-03-02 10:07"), TimeSpan.FromMinutes(15)).ShouldBe(Helsinki.At("2026-03-02 10:25"));
    }

    [Fact]
    public void A_deadline_later_than_the_usual_time_hurries_nobody() =>
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-02 10:00"), Helsinki.At("2026-03-02 14:00")).Due.ShouldBe(Helsinki.At("2026-03-02 14:00"));

    [Fact]
    public void A_near_deadline_gets_an_answer_by_half_of_the_time_that_is_left() =>
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-02 10:00"), Helsinki.At("2026-03-02 12:00")).ShouldBe(new Forecast(Helsinki.At("2026-03-02 11:00"), IsInTime: true));

    [Fact]
    public void When_there_is_no_time_we_say_honestly_that_we_can_not_make_it() =>
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-02 10:00"), Helsinki.At("2026-03-02 10:10")).ShouldBe(new Forecast(Helsinki.At("2026-03-02 10:15"), IsInTime: false));

    [Fact]
    public void A_deadline_while_we_are_closed_can_not_be_met() =>
        Maker.AnswerBy(Trains, Helsinki.At("2026-03-06 16:30"), Helsinki.At("2026-03-07 12:00")).IsInTime.ShouldBeFalse();

    [Fact]
    public void Anew_it_is_promised_within_half_the_usual_time_and_after_what_is_promised_anew_before_it()
    {
        var now = Helsinki.At("2026-03-02 10:00");
        var effort = TimeSpan.FromMinutes(15);

        Maker.AnewBy(Trains, effort, new WorkAhead(TimeSpan.Zero, TimeSpan.Zero, 1, TimeSpan.Zero), Calibration.New(.95), now).Forecast.Due.ShouldBe(Helsinki.At("2026-03-02 12:00"));
        Maker.AnewBy(Trains, effort, new WorkAhead(TimeSpan.FromMinutes(60), TimeSpan.Zero, 1, TimeSpan.Zero), Calibration.New(.95), now).Forecast.Due.ShouldBe(Helsinki.At("2026-03-02 13:00"));
    }

    [Fact]
    public void Anew_it_is_promised_as_those_before_it_took_once_enough_of_them_have_ended()
    {
        var learnt = new Calibration(.95, .05, [.. Enumerable.Repeat(3.0, Calibration.Fewest)]);

        var (forecast, basis) = Maker.AnewBy(Trains, TimeSpan.FromMinutes(15), new WorkAhead(TimeSpan.Zero, TimeSpan.Zero, 1, TimeSpan.Zero), learnt, Helsinki.At("2026-03-02 10:00"));

        forecast.Due.ShouldBe(Helsinki.At("2026-03-02 11:00")); // three times fifteen minutes and five to begin
        (basis.Open, basis.Level, basis.Count).ShouldBe((TimeSpan.FromMinutes(20), .95, Calibration.Fewest));
    }
}
