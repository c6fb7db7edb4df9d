using Lupaus.Web.Looks;

namespace Lupaus.Web.Tests.Looks;

public sealed class CivilTimeTests
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    // A Tuesday in November, 12.01 in Helsinki.
    private static readonly DateTimeOffset Noon = Utc("2026-11-24T10:01:00Z");

    [Theory]
    [InlineData("2026-11-24T12:00:00Z", "tänään klo 14", "i dag kl. 14", "today at 14:00", "14:00 today")]
    [InlineData("2026-11-24T12:10:00Z", "tänään klo 14.10", "i dag kl. 14.10", "today at 14:10", "14:10 today")]
    [InlineData("2026-11-24T07:05:00Z", "tänään klo 9.05", "i dag kl. 9.05", "today at 9:05", "9:05 today")]
    [InlineData("2026-11-25T07:00:00Z", "huomenna klo 9", "i morgon kl. 9", "tomorrow at 9:00", "9:00 tomorrow")]
    [InlineData("2026-11-23T12:00:00Z", "eilen klo 14", "i går kl. 14", "yesterday at 14:00", "14:00 yesterday")]
    [InlineData("2026-11-26T12:00:00Z", "torstaina 26.11. klo 14", "torsdag 26.11 kl. 14", "on Thursday 26 November at 14:00", "14:00 on Thursday 26 November")]
    [InlineData("2026-11-20T12:30:00Z", "perjantaina 20.11. klo 14.30", "fredag 20.11 kl. 14.30", "on Friday 20 November at 14:30", "14:30 on Friday 20 November")]
    [InlineData("2027-02-03T07:00:00Z", "keskiviikkona 3.2.2027 klo 9", "onsdag 3.2.2027 kl. 9", "on Wednesday 3 February 2027 at 9:00", "9:00 on Wednesday 3 February 2027")]
    public void A_time_is_said_as_people_say_it(string at, string finnish, string swedish, string english, string byInEnglish)
    {
        In(LanguageCode.Fi).At(Utc(at)).ShouldBe(finnish);
        In(LanguageCode.Fi).By(Utc(at)).ShouldBe(finnish);
        In(LanguageCode.Sv).At(Utc(at)).ShouldBe(swedish);
        In(LanguageCode.Sv).By(Utc(at)).ShouldBe(swedish);
        In(LanguageCode.En).At(Utc(at)).ShouldBe(english);
        In(LanguageCode.En).By(Utc(at)).ShouldBe(byInEnglish);
    }

    [Theory]
    [InlineData("2026-11-24T13:00:00Z", "15.00", "15.00", "15:00")]
    [InlineData("2026-11-25T07:00:00Z", "huomenna 9.00", "i morgon 9.00", "tomorrow 9:00")]
    [InlineData("2026-11-23T12:10:00Z", "eilen 14.10", "i går 14.10", "yesterday 14:10")]
    [InlineData("2026-11-26T12:00:00Z", "to 26.11.", "to 26.11", "Thu 26 Nov")]
    [InlineData("2027-02-03T07:00:00Z", "3.2.2027", "3.2.2027", "3 Feb 2027")]
    public void In_a_list_a_time_takes_little_room(string at, string finnish, string swedish, string english)
    {
        In(LanguageCode.Fi).Short(Utc(at)).ShouldBe(finnish);
        In(LanguageCode.Sv).Short(Utc(at)).ShouldBe(swedish);
        In(LanguageCode.En).Short(Utc(at)).ShouldBe(english);
    }

    [Theory]
    [InlineData(30, "alle 1 min", "under 1 min", "under 1 min")]
    [InlineData(9 * 60 + 59, "9 min", "9 min", "9 min")]
    [InlineData(2 * 3600 + 5 * 60, "2 t 5 min", "2 tim 5 min", "2 h 5 min")]
    [InlineData(3 * 3600, "3 t", "3 tim", "3 h")]
    [InlineData(86400, "1 pv", "1 dag", "1 day")]
    [InlineData(3 * 86400 + 7200, "3 pv", "3 dagar", "3 days")]
    [InlineData(-9 * 60, "9 min", "9 min", "9 min")]
    public void What_is_left_is_rounded_down_so_that_nobody_is_promised_more(int seconds, string finnish, string swedish, string english)
    {
        In(LanguageCode.Fi).Left(Noon.AddSeconds(seconds)).ShouldBe(finnish);
        In(LanguageCode.Sv).Left(Noon.AddSeconds(seconds)).ShouldBe(swedish);
        In(LanguageCode.En).Left(Noon.AddSeconds(seconds)).ShouldBe(english);
    }

    [Fact]
    public void A_day_is_named_without_a_clock()
    {
        In(LanguageCode.Fi).Day(new(2026, 11, 24)).ShouldBe("tänään");
        In(LanguageCode.Fi).Day(new(2026, 11, 28)).ShouldBe("lauantaina 28.11.");
        In(LanguageCode.Sv).Day(new(2026, 11, 25)).ShouldBe("i morgon");
        In(LanguageCode.Sv).Day(new(2027, 1, 4)).ShouldBe("måndag 4.1.2027");
        In(LanguageCode.En).Day(new(2026, 11, 28)).ShouldBe("on Saturday 28 November");
    }

    [Fact]
    public void The_whole_date_is_told_even_today() =>
        In(LanguageCode.Fi).Full(Utc("2026-11-24T12:10:00Z")).ShouldBe("tiistaina 24.11.2026 klo 14.10");

    [Fact]
    public void Midnight_in_Helsinki_turns_the_day_though_it_is_still_yesterday_in_UTC()
    {
        var justAfterMidnight = In(LanguageCode.Fi, now: "2026-11-24T22:30:00Z");

        justAfterMidnight.At(Utc("2026-11-25T07:00:00Z")).ShouldBe("tänään klo 9");
        justAfterMidnight.At(Utc("2026-11-24T21:50:00Z")).ShouldBe("eilen klo 23.50");
        justAfterMidnight.At(Utc("2026-11-25T22:00:00Z")).ShouldBe("huomenna klo 0.00");
    }

    [Fact]
    public void The_clock_follows_summer_time_on_the_day_it_changes()
    {
        var saturday = In(LanguageCode.Fi, now: "2026-03-28T10:00:00Z");
        saturday.At(Utc("2026-03-28T12:00:00Z")).ShouldBe("tänään klo 14");
        saturday.At(Utc("2026-03-29T11:00:00Z")).ShouldBe("huomenna klo 14");

        var lastSummerDay = In(LanguageCode.Fi, now: "2026-10-24T09:00:00Z");
        lastSummerDay.At(Utc("2026-10-24T20:59:00Z")).ShouldBe("tänään klo 23.59");
        lastSummerDay.At(Utc("2026-10-25T12:00:00Z")).ShouldBe("huomenna klo 14");
        lastSummerDay.At(Utc("2026-10-25T21:59:00Z")).ShouldBe("huomenna klo 23.59");
    }

    [Fact]
    public void Tomorrow_is_tomorrow_even_when_the_year_changes()
    {
        var newYearsEve = In(LanguageCode.Fi, now: "2026-12-31T12:00:00Z");

        newYearsEve.At(Utc("2027-01-01T08:00:00Z")).ShouldBe("huomenna klo 10");
        newYearsEve.At(Utc("2027-01-02T08:00:00Z")).ShouldBe("lauantaina 2.1.2027 klo 10");
        newYearsEve.Short(Utc("2026-12-31T22:30:00Z")).ShouldBe("huomenna 0.30");
    }

    [Fact]
    public void The_words_do_not_depend_on_the_culture_of_the_machine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
            In(LanguageCode.Fi).At(Utc("2027-02-03T07:00:00Z")).ShouldBe("keskiviikkona 3.2.2027 klo 9");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static CivilTime In(LanguageCode language, string? now = null) => new(language, Helsinki, now is null ? Noon : Utc(now));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
