using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public sealed class WrittenTimeTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("27.11.2026", "2026-11-27")]
    [InlineData(" 7.1.2027 ", "2027-01-07")]
    [InlineData("23.11.", "2026-11-23")]
    [InlineData("22.11", "2027-11-22")]
    [InlineData("29.2.", null)]
    [InlineData("31.11.", null)]
    [InlineData("0.0.", null)]
    [InlineData("2026-13-01", null)]
    [InlineData("torstaina", null)]
    [InlineData("", null)]
    public void A_day_is_read_as_browsers_send_it_and_as_Finns_write_it(string written, string? day) =>
        (WrittenTime.Day(written, Monday)?.ToString("yyyy-MM-dd")).ShouldBe(day);

    [Theory]
    [InlineData("14:20", "14:20")]
    [InlineData("14.20", "14:20")]
    [InlineData("14:20:00.000", "14:20")]
    [InlineData("klo 9", "09:00")]
    [InlineData("0", "00:00")]
    [InlineData("24:00", null)]
    [InlineData("12:60", null)]
    [InlineData("noon", null)]
    public void A_time_is_read_with_a_colon_a_full_stop_or_alone(string written, string? time) =>
        (WrittenTime.Time(written)?.ToString("HH:mm")).ShouldBe(time);

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_moment_after_the_gap() =>
        Zone.InstantOf(new DateOnly(2026, 3, 29), new TimeOnly(3, 30)).ShouldBe(At("2026-03-29 04:00"));

    [Fact]
    public void Of_a_time_shown_twice_it_is_the_earlier() =>
        Zone.InstantOf(new DateOnly(2026, 10, 25), new TimeOnly(3, 30)).ShouldBe(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));
}
