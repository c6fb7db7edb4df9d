using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

// In 2026 clocks in Finland go from 03:00 to 04:00 on 29 March and from 04:00 back to 03:00 on 25 October, both at 01:00 UTC.
public class ClockChangeTests
{
    [Theory]
    [InlineData("2026-03-29 00:00", 23)]
    [InlineData("2026-10-25 00:00", 25)]
    public void A_day_open_from_midnight_to_midnight_is_as_long_as_it_really_was(string midnight, int hours)
    {
        var day = Open("Sun 00:00-24:00");

        var span = day.CurrentOrNext(At(midnight));

        span!.Value.Length.ShouldBe(TimeSpan.FromHours(hours));
    }

    [Fact]
    public void A_start_or_an_end_that_the_clocks_skip_is_the_moment_after_the_gap()
    {
        var hours = Open("Sun 01:00-03:20 03:40-05:00");

        var span = hours.CurrentOrNext(At("2026-03-29 00:00"));

        span.ShouldBe(new OpenSpan(Utc(3, 28, 23), Utc(3, 29, 2)));
    }

    [Fact]
    public void A_span_that_the_clocks_skip_wholly_is_left_out()
    {
        var hours = Open("Sun 03:10-03:50");

        var opening = hours.NextOpening(At("2026-03-29 00:00"));

        opening.ShouldBe(At("2026-04-12 03:10"));
    }

    [Fact]
    public void Of_a_time_shown_twice_a_start_is_the_earlier_and_an_end_the_later()
    {
        var starting = Open("Sun 03:00-09:00").CurrentOrNext(At("2026-10-25 00:00"));

        var ending = Open("Sun 01:00-04:00").CurrentOrNext(At("2026-10-25 00:00"));

        starting.ShouldBe(new OpenSpan(Utc(10, 25, 0), Utc(10, 25, 7)));
        ending.ShouldBe(new OpenSpan(Utc(10, 24, 22), Utc(10, 25, 2)));
    }

    [Fact]
    public void A_pause_within_the_hour_shown_twice_never_makes_spans_overlap()
    {
        var hours = Open("Sun 01:00-03:20 03:40-09:00");

        var span = hours.CurrentOrNext(At("2026-10-25 00:00"));

        span.ShouldBe(new OpenSpan(Utc(10, 24, 22), Utc(10, 25, 7)));
    }

    [Fact]
    public void Office_hours_follow_the_clock_on_the_wall_over_a_change()
    {
        var fridayNoon = At("2026-03-27 12:00");

        var after = Office.After(fridayNoon, TimeSpan.FromHours(7));

        after.ShouldBe(At("2026-03-30 12:00"));
        (after - fridayNoon).ShouldBe(TimeSpan.FromHours(71));
    }

    [Theory]
    [InlineData("Atlantic/Azores", "2026-10-25")]
    [InlineData("Africa/Cairo", "2026-04-24")]
    public void Where_clocks_change_at_midnight_a_day_still_ends_before_the_next(string zone, string nextDay)
    {
        var hours = new OpeningHours(WeeklyHours.Always, TimeZoneInfo.FindSystemTimeZoneById(zone), closures: [Day(nextDay)]);
        var noon = new DateTimeOffset(Day(nextDay).AddDays(-1), new TimeOnly(16, 0), TimeSpan.Zero);

        var end = hours.CurrentOrNext(noon)!.Value.To;

        hours.Zone.DayOf(end).ShouldBe(Day(nextDay));
        hours.Zone.DayOf(end.AddTicks(-1)).ShouldBe(Day(nextDay).AddDays(-1));
    }

    private static DateTimeOffset Utc(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.Zero);
}
