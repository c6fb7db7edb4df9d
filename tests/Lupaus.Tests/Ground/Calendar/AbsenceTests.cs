using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public class AbsenceTests
{
    private static readonly AgentId Maija = new(1);
    private static readonly AgentId Pekka = new(2);
    private static readonly DateTimeOffset Monday = At("2026-05-04 09:00");

    [Theory]
    [InlineData("2026-05-05 09:00", "2026-05-05 09:00", "absence.order")]
    [InlineData("2026-05-01 09:00", "2026-05-04 09:00", "absence.past")]
    [InlineData("2025-05-05 09:00", "2026-05-06 09:00", "absence.begin")]
    [InlineData("2027-06-10 09:00", "2027-06-11 09:00", "absence.begin")]
    public void An_absence_ends_after_it_begins_and_not_in_the_past(string from, string until, string reason)
    {
        var (begins, ends) = (At(from), At(until));

        var refusal = Absence.WhyNotPlan(Maija, begins, ends, Pekka, now: Monday);

        refusal.ShouldBe(Refusal.Because(reason));
    }

    [Fact]
    public void Nobody_stands_in_for_themselves()
    {
        var planning = () => Absence.Plan(Maija, Monday, until: null, standIn: Maija, now: Monday);

        var refusal = Should.Throw<RuleBroken>(planning).Refusal;

        refusal.Key.ShouldBe("absence.standin.self");
    }

    [Fact]
    public void A_planned_absence_covers_the_time_from_its_start_until_its_end()
    {
        var absence = Absence.Plan(Maija, Monday, Monday.AddDays(1), Pekka, now: Monday);

        var covered = new[] { Monday.AddTicks(-1), Monday, Monday.AddDays(1).AddTicks(-1), Monday.AddDays(1) }.Select(absence.Covers);

        covered.ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void A_sudden_absence_goes_on_until_they_come_back()
    {
        var absence = Absence.Plan(Maija, Monday, until: null, standIn: null, now: Monday);

        absence.ComeBack(Monday.AddDays(2));

        absence.Covers(Monday.AddDays(1)).ShouldBeTrue();
        absence.Covers(Monday.AddDays(2)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-05-07 09:00", false)]
    [InlineData("2026-05-07 09:01", true)]
    public void An_absence_of_three_working_days_is_short_and_of_more_is_long(string until, bool isLong)
    {
        var absence = Absence.Plan(Maija, Monday, At(until), Pekka, now: Monday);

        var answer = absence.IsLong(Office, now: Monday);

        answer.ShouldBe(isLong);
    }

    [Fact]
    public void A_week_with_a_long_weekend_in_it_may_still_be_short()
    {
        var maundyThursday = At("2026-04-02 09:00");
        var absence = Absence.Plan(Maija, maundyThursday, At("2026-04-09 09:00"), Pekka, now: maundyThursday);

        var isLong = absence.IsLong(Office, now: maundyThursday);

        isLong.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-05-06 15:00", false)]
    [InlineData("2026-05-07 08:00", false)]
    [InlineData("2026-05-07 09:01", true)]
    public void A_sudden_absence_is_long_once_it_has_taken_more_than_three_working_days(string now, bool isLong)
    {
        var absence = Absence.Plan(Maija, Monday, until: null, standIn: null, now: Monday);

        var answer = absence.IsLong(Office, At(now));

        answer.ShouldBe(isLong);
    }

    [Fact]
    public void Coming_back_before_it_began_calls_it_off()
    {
        var absence = Absence.Plan(Maija, Monday.AddDays(7), Monday.AddDays(14), Pekka, now: Monday);

        absence.ComeBack(Monday);

        absence.Covers(Monday.AddDays(7)).ShouldBeFalse();
        absence.Until.ShouldBe(absence.From);
    }

    [Fact]
    public void Coming_back_twice_is_the_same_as_coming_back_once()
    {
        var absence = Absence.Plan(Maija, Monday, until: null, standIn: null, now: Monday);
        absence.ComeBack(Monday.AddDays(1));

        absence.ComeBack(Monday.AddDays(2));

        absence.Until.ShouldBe(Monday.AddDays(1));
    }

    [Fact]
    public void Tickets_move_once()
    {
        var absence = Absence.Plan(Maija, Monday, until: null, standIn: null, now: Monday);
        absence.TicketsMoved(Monday.AddDays(4));

        absence.TicketsMoved(Monday.AddDays(5));

        absence.TicketsMovedAt.ShouldBe(Monday.AddDays(4));
    }
}
