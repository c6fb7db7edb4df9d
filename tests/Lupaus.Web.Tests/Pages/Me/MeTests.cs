using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Tests.Ground.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Me;

public sealed partial class MeTests
{
    [Fact]
    public async Task My_page_is_mine_alone()
    {
        await using var house = await House.Open();

        var answer = await house.Browser().GetAsync("/me");

        answer.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?back=%2Fme");
    }

    [Fact]
    public async Task My_desk_speaks_my_language_whatever_the_browser_wishes()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti, "en");

        await browser.SendTo("/me", "/me/introduction", ("Name", "Antti Laine"), ("Phone", "040 123 4567"), ("ShowsPhone", "true"), ("Desk", "sv"));

        (await browser.GetStringAsync("/me")).ShouldContain("Min sida");
        (await house.Look(db => db.Agents.FirstAsync(a => a.Id == house.Antti))).ShowsPhone.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_it_will_not_do()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        var answer = await browser.SendTo("/me", "/me/introduction", ("Name", "Antti L."), ("Phone", "puhelimeni"), ("Desk", "fi"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Text();
        page.ShouldContain("Puhelinnumero ei näytä oikealta");
        page.ShouldContain("value=\"puhelimeni\"");
    }

    [Fact]
    public async Task Working_hours_are_read_the_way_people_write_them()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        await browser.SendTo("/me", "/me/hours", ("Mon", "9–12, 12.30–16"), ("Tue", "8-14"));

        (await house.Look(db => db.WorkingHours.SingleAsync())).Weekly.ToString().ShouldBe("Mon 09:00-12:00 12:30-16:00; Tue 08:00-14:00");
    }

    [Fact]
    public async Task Emptied_hours_are_the_teams_again()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);
        await browser.SendTo("/me", "/me/hours", ("Mon", "9-12"));

        await browser.SendTo("/me", "/me/hours", ("Mon", ""));

        (await house.Look(db => db.WorkingHours.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_signs_out_everywhere_else()
    {
        await using var house = await House.Open();
        var here = await house.SignedIn(house.Antti);
        var elsewhere = await house.SignedIn(house.Antti);

        var wrong = await here.SendTo("/me", "/me/password", ("Present", "arvaus arvauksen perään"), ("Password", "ihan uusi salainen lause"));
        var right = await here.SendTo("/me", "/me/password", ("Present", AtTheDoor.Password), ("Password", "ihan uusi salainen lause"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_everywhere_else_leaves_this_one()
    {
        await using var house = await House.Open();
        var here = await house.SignedIn(house.Antti);
        var elsewhere = await house.SignedIn(house.Antti);

        await here.SendTo("/me", "/me/sessions/end");

        (await here.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_second_factor_counts_only_once_a_code_has_come_back()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);
        await browser.SendTo("/me", "/me/second-factor");

        var wrong = await browser.SendTo("/me/second-factor", "/me/second-factor/confirm", ("Code", "000000"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.LoginOf(house.Antti)).TwoFactorEnabled.ShouldBeFalse();
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_does_not_open_the_door()
    {
        await using var house = await House.Open();
        await SecondFactorOn(house);
        var browser = house.Browser();

        var answer = await browser.Send("/sign-in", ("Email", "antti@satama.example"), ("Password", AtTheDoor.Password));
        var wrong = await browser.Send("/sign-in/code", ("Code", "12345"));

        answer.Headers.Location!.ToString().ShouldStartWith("/sign-in/code");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_code_from_the_app_opens_it_but_never_twice()
    {
        await using var house = await House.Open();
        await SecondFactorOn(house);
        var code = await Code(house);
        var (first, second) = (house.Browser(), house.Browser());
        foreach (var browser in new[] { first, second })
            await browser.Send("/sign-in", ("Email", "antti@satama.example"), ("Password", AtTheDoor.Password));

        (await first.Send("/sign-in/code", ("Code", code))).Headers.Location!.ToString().ShouldBe("/desk");
        (await second.Send("/sign-in/code", ("Code", code))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await first.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_recovery_code_opens_it_once()
    {
        await using var house = await House.Open();
        var codes = await SecondFactorOn(house);
        codes.Count.ShouldBe(8);
        var (first, second) = (house.Browser(), house.Browser());
        foreach (var browser in new[] { first, second })
            await browser.Send("/sign-in", ("Email", "antti@satama.example"), ("Password", AtTheDoor.Password));

        (await first.Send("/sign-in/code", ("Code", codes[0].ToLowerInvariant().Replace("-", " ")))).Headers.Location!.ToString().ShouldBe("/desk");

        (await second.Send("/sign-in/code", ("Code", codes[0]))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_second_factor_goes_away_only_for_who_has_a_code()
    {
        await using var house = await House.Open();
        var codes = await SecondFactorOn(house);
        var browser = house.Browser();
        await browser.Send("/sign-in", ("Email", "antti@satama.example"), ("Password", AtTheDoor.Password));
        await browser.Send("/sign-in/code", ("Code", codes[0]));

        var wrong = await browser.SendTo("/me", "/me/second-factor/off", ("Code", codes[0]));
        (await house.LoginOf(house.Antti)).TwoFactorEnabled.ShouldBeTrue();
        await browser.SendTo("/me", "/me/second-factor/off", ("Code", codes[1]));

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.LoginOf(house.Antti)).TwoFactorEnabled.ShouldBeFalse();
    }

    [Fact]
    public async Task A_forgotten_password_does_not_go_round_the_second_factor()
    {
        await using var house = await House.Open();
        await SecondFactorOn(house);
        await house.Browser().Send("/forgotten", ("Email", "antti@satama.example"));
        var secret = await house.Look(db => db.Outbox.Where(o => o.Secret != null).Select(o => o.Secret!).SingleAsync());
        var browser = house.Browser();

        var page = await browser.GetStringAsync($"/recovery/{secret}");
        var answer = await browser.Send($"/recovery/{secret}", ("Password", "ihan uusi salainen lause"));

        page.ShouldNotContain("data-passkey");
        answer.Headers.Location!.ToString().ShouldBe("/sign-in/code");
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task My_absence_is_kept_and_can_be_called_off()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        await browser.SendTo("/me", "/me/absence", ("FirstDay", "2026-11-30"), ("LastDay", "2026-12-04"), ("StandIn", house.Maija.Value.ToString()));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/me"));
        await browser.SendTo("/me", "/me/absence/end", ("Id", (await house.Look(db => db.Absences.SingleAsync())).Id.Value.ToString()));

        page.ShouldContain("maanantaina 30.11. – perjantaina 4.12.");
        page.ShouldContain("Sijainen: Maija Virtanen");
        WebUtility.HtmlDecode(await browser.GetStringAsync("/me")).ShouldNotContain("maanantaina 30.11.");
    }

    [Fact]
    public async Task Nobody_ends_anothers_absence_from_their_own_page()
    {
        await using var house = await House.Open();
        var antti = await house.SignedIn(house.Antti);
        await antti.SendTo("/me", "/me/absence", ("FirstDay", "2026-11-30"), ("LastDay", "2026-12-04"));
        var maija = await house.SignedIn(house.Maija);

        var answer = await maija.SendTo("/me", "/me/absence/end", ("Id", (await house.Look(db => db.Absences.SingleAsync())).Id.Value.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<IReadOnlyList<string>> SecondFactorOn(House house)
    {
        var browser = await house.SignedIn(house.Antti);
        await browser.SendTo("/me", "/me/second-factor");
        var answer = await browser.SendTo("/me/second-factor", "/me/second-factor/confirm", ("Code", await Code(house)));
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. RecoveryCode().Matches(await answer.Text()).Select(m => m.Groups[1].Value)];
    }

    /// <summary>What the app on the phone would show (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
    private static async Task<string> Code(House house)
    {
        var key = await house.Look(db => db.UserTokens.Where(t => t.UserId == house.Antti.Value && t.Name == "AuthenticatorKey").Select(t => t.Value!).SingleAsync());
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30));
        var mac = System.Security.Cryptography.HMACSHA1.HashData(secret, step);
        var offset = mac[^1] & 15;
        return ((((mac[offset] & 127) << 24) | (mac[offset + 1] << 16) | (mac[offset + 2] << 8) | mac[offset + 3]) % 1_000_000).ToString("000000");
    }

    [GeneratedRegex("<code[^>]*>([A-Z0-9]{5}-[A-Z0-9]{5})</code>")]
    private static partial Regex RecoveryCode();
}
