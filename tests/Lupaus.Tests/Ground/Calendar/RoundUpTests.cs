using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public class RoundUpTests
{
    [Theory]
    [InlineData("2026-05-04 13:07", 15, "2026-05-04 13:15")]
    [InlineData("2026-05-04 13:07", 60, "2026-05-04 14:00")]
    [InlineData("2026-05-04 13:30", 30, "2026-05-04 13:30")]
    [InlineData("2026-05-04 16:00", 60, "2026-05-04 16:00")]
    public void A_time_is_rounded_up_to_one_that_is_easy_to_say(string clock, int minutes, string rounded)
    {
        var moment = At(clock);

        var result = Office.RoundUp(moment, TimeSpan.FromMinutes(minutes));

        result.ShouldBe(At(rounded));
    }

    [Fact]
    public void A_time_is_never_rounded_past_closing()
    {
        var hours = Open("Mon-Fri 09:00-15:45");

        var rounded = hours.RoundUp(At("2026-05-04 15:10"), TimeSpan.FromHours(1));

        rounded.ShouldBe(At("2026-05-04 15:45"));
    }

    [Fact]
    public void Closing_time_stays_though_it_is_no_round_time()
    {
        var hours = Open("Mon-Fri 09:00-15:45");

        var rounded = hours.RoundUp(At("2026-05-04 15:45"), TimeSpan.FromHours(1));

        rounded.ShouldBe(At("2026-05-04 15:45"));
    }

    [Fact]
    public void Over_a_change_of_clocks_it_is_the_clock_on_the_wall_that_becomes_round()
    {
        var hours = new OpeningHours(WeeklyHours.Always, TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"));
        var tenToTwo = new DateTimeOffset(2026, 4, 4, 14, 50, 0, TimeSpan.Zero);

        var rounded = hours.RoundUp(tenToTwo, TimeSpan.FromHours(1));

        hours.Zone.LocalOf(tenToTwo).ShouldBe(new DateTime(2026, 4, 5, 1, 50, 0, DateTimeKind.Unspecified));
        hours.Zone.LocalOf(rounded).ShouldBe(new DateTime(2026, 4, 5, 2, 0, 0, DateTimeKind.Unspecified));
        rounded.ShouldBe(tenToTwo.AddMinutes(40));
    }
}
