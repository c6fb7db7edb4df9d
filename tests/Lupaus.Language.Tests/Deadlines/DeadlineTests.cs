using Read = Lupaus.Language.Deadlines.Deadlines;

namespace Lupaus.Language.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
    private static readonly DateTimeOffset WednesdayAtOne = new(2026, 11, 25, 13, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("Soitan huomenna, mutta vastaus pitää saada perjantaihin mennessä", "perjantaihin mennessä")]
    [InlineData("I'll be there on Friday, tomorrow at the earliest", "tomorrow")]
    [InlineData("senast på fredag, helst imorgon", "senast på fredag")]
    public void What_is_said_to_be_a_limit_counts_before_what_is_sooner(string text, string words)
    {
        var found = Read.In(text, WednesdayAtOne, Helsinki);

        found!.Words.Of(text).ShouldBe(words);
    }

    [Fact]
    public void All_times_are_found_in_the_order_of_the_text()
    {
        const string text = "Pe klo 12 tai huomenna, viimeistään 30.11.";

        var words = Read.AllIn(text, WednesdayAtOne, Helsinki).Select(found => found.Words.Of(text));

        words.ShouldBe(["Pe klo 12", "huomenna", "viimeistään 30.11."]);
    }

    [Fact]
    public void An_instant_is_the_latest_moment_and_so_is_the_end_of_a_span()
    {
        Read.In("klo 15", WednesdayAtOne, Helsinki)!.Latest.ShouldBe(WednesdayAtOne.AddHours(2));
        Read.In("huomenna", WednesdayAtOne, Helsinki)!.Latest.ShouldBe(WednesdayAtOne.AddHours(35));
    }

    [Theory]
    [InlineData("klo 9", false)]
    [InlineData("juna lähtee klo 9", true)]
    [InlineData("ennen klo 9", true)]
    [InlineData("vi ses kl 9", false)]
    [InlineData("my bus leaves at 9.15", true)]
    public void A_time_that_is_over_today_is_tomorrows_only_when_the_wording_looks_ahead(string text, bool isTomorrow)
    {
        var found = Read.In(text, WednesdayAtOne.AddHours(9), Helsinki);

        (found?.At.Day == 26).ShouldBe(isTomorrow);
    }

    [Theory]
    [InlineData("klo 3", 15)]
    [InlineData("kolmelta", 15)]
    [InlineData("klo 03.00", null)]
    [InlineData("klo 15", 15)]
    [InlineData("at 9", 21)]
    [InlineData("klo 9", null)]
    [InlineData("klockan åtta", 20)]
    public void A_small_hour_may_be_after_noon_when_the_morning_is_over(string text, int? hour)
    {
        Read.In(text, WednesdayAtOne, Helsinki)?.At.Hour.ShouldBe(hour!.Value);
    }

    [Theory]
    [InlineData("2027-03-28T01:30+02:00", "klo 3.30", "2027-03-28T04:00+03:00")]
    [InlineData("2027-03-28T02:00+02:00", "tunnin päästä", "2027-03-28T04:00+03:00")]
    [InlineData("2026-10-25T01:00+03:00", "klo 3.30", "2026-10-25T03:30+03:00")]
    [InlineData("2026-10-25T03:30+03:00", "om en timme", "2026-10-25T03:30+02:00")]
    public void On_the_nights_when_the_clocks_change_instants_are_right(string now, string text, string at)
    {
        Read.In(text, Instant(now), Helsinki)!.At.ShouldBe(Instant(at));
    }

    [Fact]
    public void A_day_is_23_or_25_hours_long_when_the_clocks_change()
    {
        var spring = Read.In("huomenna", Instant("2027-03-27T12:00+02:00"), Helsinki)!;
        var autumn = Read.In("i morgon", Instant("2026-10-24T12:00+03:00"), Helsinki)!;

        (spring.Until - spring.At).ShouldBe(TimeSpan.FromHours(23));
        (autumn.Until - autumn.At).ShouldBe(TimeSpan.FromHours(25));
    }

    [Fact]
    public void The_zone_decides_which_day_it_is()
    {
        var late = Instant("2026-11-25T22:30+00:00");

        Read.In("tomorrow", late, Helsinki)!.At.Day.ShouldBe(27);
        Read.In("tomorrow", late, TimeZoneInfo.Utc)!.At.Day.ShouldBe(26);
    }

    [Theory]
    [InlineData("9999 vuoden päästä")]
    [InlineData("31.2.")]
    [InlineData("klo 25")]
    [InlineData("viikolla 54")]
    [InlineData("in 0 minutes")]
    [InlineData("0.0.2026 0/0 0:0")]
    public void What_no_calendar_has_is_no_deadline(string text)
    {
        Read.In(text, WednesdayAtOne, Helsinki).ShouldBeNull();
    }

    [Theory]
    [InlineData("tanaan iltapaivalla")]
    [InlineData("TÄNÄÄN ILTAPÄIVÄLLÄ")]
    [InlineData("ta\u0308na\u0308a\u0308n iltapa\u0308iva\u0308lla\u0308")]
    [InlineData("tänään\u00a0iltapäivällä👍")]
    public void Keyboards_without_dots_and_other_ways_to_write_them_are_understood(string text)
    {
        Read.In(text, WednesdayAtOne, Helsinki)!.At.Hour.ShouldBe(12);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
