using Lupaus.Core.Promises;
using Lupaus.Ground.Calendar;

namespace Lupaus.Tests.Core.Promises;

public sealed class HandyTimesTests
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
    private static readonly OpeningHours Office = new(WeeklyHours.Parse("Mon-Fri 09:00-16:00"), Helsinki);

    [Fact]
    public void On_Monday_morning_one_can_promise_within_the_hour_by_closing_tomorrow_on_Friday_and_in_a_week() =>
        Said(Office, At(23, 10)).ShouldBe(["23 11:00", "23 16:00", "24 12:00", "27 12:00", "30 12:00"]);

    [Fact]
    public void After_closing_nothing_is_offered_before_the_next_open_day() =>
        Said(Office, At(23, 18)).ShouldBe(["24 12:00", "27 12:00", "30 12:00"]);

    [Fact]
    public void On_Friday_the_next_open_day_is_Monday() =>
        Said(Office, At(27, 10)).ShouldBe(["27 11:00", "27 16:00", "30 12:00", "4 12:00"]);

    [Fact]
    public void Nothing_is_promised_into_a_closed_lunch_hour() =>
        Said(new OpeningHours(WeeklyHours.Parse("Mon-Fri 09:00-11:30 13:00-16:00"), Helsinki), At(23, 10)).ShouldContain("24 11:30");

    [Fact]
    public void A_house_that_never_opens_offers_no_time() =>
        HandyTimes.From(new OpeningHours(WeeklyHours.Parse(""), Helsinki), At(23, 10)).ShouldBeEmpty();

    private static string[] Said(OpeningHours hours, DateTimeOffset now) =>
        [.. HandyTimes.From(hours, now).Select(t => TimeZoneInfo.ConvertTime(t, Helsinki).ToString("d HH:mm", System.Globalization.CultureInfo.InvariantCulture))];

    private static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.FromHours(2));
}
