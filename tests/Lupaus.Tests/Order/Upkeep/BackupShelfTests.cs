using Lupaus.Order.Upkeep;

namespace Lupaus.Tests.Order.Upkeep;

public class BackupShelfTests
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    [Theory]
    [InlineData("2026-11-24T02:31+02:00", "2026-11-24")]
    [InlineData("2026-11-24T02:29+02:00", "2026-11-23")]
    [InlineData("2026-11-24T23:59+02:00", "2026-11-24")]
    [InlineData("2027-03-28T04:01+03:00", "2027-03-28")]
    public void The_backup_that_is_due_is_the_last_nights(string now, string night) =>
        BackupShelf.LastDue(Read(now), Helsinki).Night.ShouldBe(DateOnly.Parse(night, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void An_hour_that_summer_time_takes_away_is_replaced_by_the_next()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        BackupShelf.LastDue(Read("2027-03-28T12:00+02:00"), berlin).At.ShouldBe(Read("2027-03-28T03:30+02:00"));
    }

    [Theory]
    [InlineData("2026-11-24T02:29+02:00", "2026-11-24T02:30+02:00")]
    [InlineData("2026-11-24T02:31+02:00", "2026-11-25T02:30+02:00")]
    [InlineData("2027-03-27T12:00+02:00", "2027-03-28T02:30+02:00")]
    public void The_next_one_comes_in_the_next_night(string now, string next) =>
        BackupShelf.NextDue(Read(now), Helsinki).ShouldBe(Read(next));

    [Fact]
    public void Of_a_year_of_nights_seven_days_and_four_weeks_are_kept()
    {
        var nights = Enumerable.Range(0, 365).Select(d => new DateOnly(2026, 12, 31).AddDays(-d)).ToArray();

        var kept = BackupShelf.Kept(nights);

        kept.Order().ShouldBe([new(2026, 12, 13), new(2026, 12, 20), .. Enumerable.Range(25, 7).Select(d => new DateOnly(2026, 12, d))]);
    }

    [Fact]
    public void What_is_kept_once_does_not_push_out_what_is_left() =>
        BackupShelf.Kept([new(2026, 1, 5), new(2026, 6, 1)]).Count.ShouldBe(2);

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
