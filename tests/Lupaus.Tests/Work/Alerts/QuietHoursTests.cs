using Lupaus.Tests.Ground.Calendar;
using Lupaus.Work.Alerts;

namespace Lupaus.Tests.Work.Alerts;

public class QuietHoursTests
{
    private static readonly AgentId Aino = new(11);

    [Theory]
    [InlineData("2026-11-23 19:59", false)]
    [InlineData("2026-11-23 20:00", true)]
    [InlineData("2026-11-24 03:00", true)]
    [InlineData("2026-11-24 06:59", true)]
    [InlineData("2026-11-24 07:00", false)]
    public void They_last_over_midnight_until_the_morning(string at, bool isQuiet) =>
        new AlertWishes(Aino).IsQuiet(Helsinki.At(at), Helsinki.Zone).ShouldBe(isQuiet);

    [Fact]
    public void They_end_once_in_the_night_when_the_clocks_go_back()
    {
        var wishes = Quiet(20, 0, 3, 30);
        var firstHalfPastThree = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);

        wishes.IsQuiet(firstHalfPastThree.AddMinutes(-1), Helsinki.Zone).ShouldBeTrue();
        wishes.IsQuiet(firstHalfPastThree, Helsinki.Zone).ShouldBeFalse();
        // The clock shows a quarter past three a second time.
        wishes.IsQuiet(firstHalfPastThree.AddMinutes(45), Helsinki.Zone).ShouldBeFalse();
    }

    [Fact]
    public void They_end_after_the_hour_that_is_missing_in_spring()
    {
        var wishes = Quiet(22, 0, 3, 30);
        var clocksGoForward = new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero);

        wishes.IsQuiet(clocksGoForward.AddMinutes(-1), Helsinki.Zone).ShouldBeTrue();
        wishes.IsQuiet(clocksGoForward, Helsinki.Zone).ShouldBeFalse();
    }

    [Fact]
    public void A_lunch_hour_can_be_quiet_and_the_night_not()
    {
        var wishes = Quiet(11, 30, 12, 0);

        wishes.IsQuiet(Helsinki.At("2026-11-23 11:45"), Helsinki.Zone).ShouldBeTrue();
        wishes.IsQuiet(Helsinki.At("2026-11-23 23:00"), Helsinki.Zone).ShouldBeFalse();
    }

    [Fact]
    public void Without_times_no_hour_is_quiet()
    {
        var wishes = new AlertWishes(Aino);

        wishes.Wish(HearOf.All, HearOf.All, null, null);

        wishes.IsQuiet(Helsinki.At("2026-11-24 03:00"), Helsinki.Zone).ShouldBeFalse();
    }

    [Fact]
    public void A_beginning_without_an_end_is_refused()
    {
        AlertWishes.WhyNotBeQuiet(new TimeOnly(20, 0), null).ShouldBe(Refusal.Because("alerts.quiet"));
        AlertWishes.WhyNotBeQuiet(new TimeOnly(20, 0), new TimeOnly(20, 0)).ShouldBe(Refusal.Because("alerts.quiet"));
        AlertWishes.WhyNotBeQuiet(null, null).ShouldBeNull();
    }

    [Fact]
    public void What_happened_in_them_makes_no_sound_afterwards_either()
    {
        var alert = new Alert(Aino, new TicketId(1), new Cause(AlertKind.Mentioned, 1, null), Helsinki.At("2026-11-24 05:00"));

        new AlertWishes(Aino).MaySound(alert, Helsinki.Zone, Helsinki.At("2026-11-24 08:00")).ShouldBeFalse();
    }

    [Fact]
    public void Only_what_is_urgent_is_mailed_in_them()
    {
        var night = Helsinki.At("2026-11-24 05:00");
        Alert Of(AlertKind kind) => new(Aino, new TicketId(1), new Cause(kind, 1, null), night);

        new AlertWishes(Aino).MayMail(Of(AlertKind.Urgent), Helsinki.Zone, night).ShouldBeTrue();
        new AlertWishes(Aino).MayMail(Of(AlertKind.Mentioned), Helsinki.Zone, night).ShouldBeFalse();
    }

    [Fact]
    public void News_sound_and_are_mailed_only_to_who_wishes_for_everything()
    {
        var noon = Helsinki.At("2026-11-24 12:00");
        var news = new Alert(Aino, new TicketId(1), new Cause(AlertKind.Given, 1, null), noon);
        var everything = new AlertWishes(Aino);
        everything.Wish(HearOf.All, HearOf.All, null, null);

        new AlertWishes(Aino).MaySound(news, Helsinki.Zone, noon).ShouldBeFalse();
        everything.MaySound(news, Helsinki.Zone, noon).ShouldBeTrue();
        everything.WantsMail(AlertKind.Given).ShouldBeTrue();
    }

    private static AlertWishes Quiet(int fromHour, int fromMinute, int untilHour, int untilMinute)
    {
        var wishes = new AlertWishes(Aino);
        wishes.Wish(HearOf.Pressing, HearOf.Pressing, new TimeOnly(fromHour, fromMinute), new TimeOnly(untilHour, untilMinute));
        return wishes;
    }
}
