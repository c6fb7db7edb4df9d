using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public class WorkingTimeTests
{
    private static readonly AgentId Maija = new(1);
    private static readonly WeeklyHours Mornings = WeeklyHours.Parse("Mon-Fri 08:00-12:00");
    private static readonly DateTimeOffset Monday = At("2026-05-04 09:00");

    private static Absence Away(string from, string? until) => Absence.Plan(Maija, At(from), until is null ? null : At(until), null, At("2026-05-01 09:00"));

    private static double Hours(WeeklyHours? own, string until, params Absence[] absences) => new WorkingTime(Office, own, absences).Between(Monday, At(until)).TotalHours;

    [Fact]
    public void Whoever_has_no_hours_of_their_own_works_while_the_house_is_open() => Hours(null, "2026-05-05 10:00").ShouldBe(8);

    [Fact]
    public void Own_hours_count_as_far_as_the_house_is_open()
    {
        Hours(Mornings, "2026-05-04 15:00").ShouldBe(3);
        Hours(Mornings, "2026-05-05 09:30").ShouldBe(3.5); // the house opens at nine
    }

    [Fact]
    public void Time_away_is_no_working_time_however_absences_lie()
    {
        Hours(Mornings, "2026-05-04 15:00", Away("2026-05-04 10:00", "2026-05-04 11:00")).ShouldBe(2);
        Hours(Mornings, "2026-05-04 15:00", Away("2026-05-04 10:00", "2026-05-04 11:30"), Away("2026-05-04 10:30", "2026-05-04 11:00")).ShouldBe(1.5);
        Hours(Mornings, "2026-05-06 15:00", Away("2026-05-04 08:00", null)).ShouldBe(0);
        Hours(Mornings, "2026-05-05 15:00", Away("2026-05-04 08:00", "2026-05-05 00:00")).ShouldBe(3);
        Hours(Mornings, "2026-05-04 10:00", Away("2026-05-04 14:00", null)).ShouldBe(1);
    }

    [Fact]
    public void There_is_none_before_now() => new WorkingTime(Office, null, []).Between(Monday, Monday.AddHours(-1)).ShouldBe(TimeSpan.Zero);
}
