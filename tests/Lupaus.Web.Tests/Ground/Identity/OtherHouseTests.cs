using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lupaus.Ground.Identity;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Lupaus.Web.Tests.Ground.Identity;

public sealed class OtherHouseTests
{
    [Theory, OnBothDatabases]
    public async Task Who_works_here_comes_in_by_the_other_houses_word_and_has_a_session_like_any_other(string database)
    {
        await using var house = await House.On(database);
        await using var other = await Trusted(house);
        using var browser = house.Browser();

        var answer = await Comes(browser, other, "/me");

        (answer.StatusCode, answer.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/me"));
        (await browser.GetAsync("/desk", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var session = await house.Look(db => db.Sessions.SingleAsync());
        (session.AgentId, session.How).ShouldBe((house.Antti, HowIn.OtherHouse));
        await browser.SendTo("/me", "/sign-out");
        (await browser.GetAsync("/desk", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.Look(db => db.Sessions.SingleAsync())).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task After_the_first_time_they_are_known_by_the_other_houses_own_name_for_them()
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        await Comes(house.Browser(), other);

        other.Person["email"] = "aivan.toinen@example.fi";
        other.Person["email_verified"] = false;
        var sameOne = await Comes(house.Browser(), other);
        other.Person["sub"] = "somebody else";
        other.Person["email"] = "antti@satama.example";
        other.Person["email_verified"] = true;
        var another = await Comes(house.Browser(), other);

        sameOne.Headers.Location?.ToString().ShouldBe("/desk");
        another.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await another.Text()).ShouldContain("Sinuun on liitetty jo toinen tunnus");
        (await house.Look(db => db.UserLogins.SingleAsync())).ProviderKey.ShouldBe("248289761001");
    }

    [Theory]
    [InlineData("nonce", "Vastaus kuului toiseen kirjautumiseen")]
    [InlineData("audience", "tarkoitettu toiselle sovellukselle")]
    [InlineData("two audiences", "tarkoitettu toiselle sovellukselle")]
    [InlineData("issuer", "muualta kuin siitä tunnistuspalvelusta")]
    [InlineData("expired", "on vanhentunut")]
    [InlineData("not yet", "on vanhentunut")]
    [InlineData("for ever", "on vanhentunut")]
    [InlineData("unsigned", "allekirjoitus ei kelpaa")]
    [InlineData("another key", "allekirjoitus ei kelpaa")]
    [InlineData("shared secret", "allekirjoitus ei kelpaa")]
    [InlineData("changed", "allekirjoitus ei kelpaa")]
    [InlineData("unverified", "ei ole varmistanut sähköpostiosoitettasi")]
    [InlineData("no address", "ei kertonut sähköpostiosoitettasi")]
    [InlineData("stranger", "ei ole täällä ketään")]
    public async Task A_word_that_is_not_good_lets_nobody_in(string how, string says)
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        Spoil(other, how, house.Clock.GetUtcNow().UtcDateTime);
        using var browser = house.Browser();

        var answer = await Comes(browser, other);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Text()).ShouldContain(says);
        (await browser.GetAsync("/desk", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.Look(db => db.Sessions.CountAsync())).ShouldBe(0);
        (await house.Look(db => db.UserLogins.CountAsync())).ShouldBe(0);
    }

    private static void Spoil(FakeOtherHouse other, string how, DateTime now)
    {
        switch (how)
        {
            case "nonce": other.Twist = t => t.Claims["nonce"] = "another"; break;
            case "audience": other.Twist = t => t.Audience = "another-app"; break;
            case "two audiences": other.Twist = t => t.Audiences.Add("another-app"); break;
            case "issuer": other.Twist = t => t.Issuer = "https://elsewhere.example"; break;
            case "expired": other.Twist = t => (t.NotBefore, t.IssuedAt, t.Expires) = (now.AddHours(-2), now.AddHours(-2), now.AddHours(-1)); break;
            case "not yet": other.Twist = t => (t.NotBefore, t.IssuedAt, t.Expires) = (now.AddHours(1), now.AddHours(1), now.AddHours(2)); break;
            case "for ever": other.Twist = t => t.Expires = null; break;
            case "unsigned": other.Forge = Unsigned; break;
            case "another key": other.Twist = t => t.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256); break;
            case "shared secret": other.Twist = t => t.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(FakeOtherHouse.Secret + FakeOtherHouse.Secret + FakeOtherHouse.Secret)) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256); break;
            case "changed": other.Forge = token => Put(token, 1, token.Split('.')[1].Replace(Base64Url.EncodeToString("248"u8), Base64Url.EncodeToString("249"u8), StringComparison.Ordinal) + "A"); break;
            case "unverified": other.Person["email_verified"] = false; break;
            case "no address": other.Person.Remove("email"); break;
            default: other.Person["email"] = "vieras@example.fi"; break;
        }
    }

    private static string Unsigned(string token) => Put(token[..token.LastIndexOf('.')] + ".", 0, Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8));

    private static string Put(string token, int place, string part)
    {
        var parts = token.Split('.');
        parts[place] = part;
        return string.Join('.', parts);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_no_longer_works_here_is_not_let_in_whether_they_came_before_or_not(bool cameBefore)
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        if (cameBefore)
            await Comes(house.Browser(), other);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        var answer = await Comes(house.Browser(), other);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Text()).ShouldContain(cameBefore ? "ei enää pääse sisään" : "ei ole täällä ketään");
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked(string database)
    {
        await using var house = await House.On(database);
        await using var other = await Trusted(house);
        using var bare = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
        var away = await bare.GetAsync("/sign-in/other", TestContext.Current.CancellationToken);
        var errand = away.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("errand=", StringComparison.Ordinal)).Split(';')[0];
        var state = QueryHelpers.ParseQuery(away.Headers.Location!.Query)["state"];

        var elsewhere = await Back(null, other.Grants(away.Headers.Location!));
        var otherState = await Back(errand, other.Grants(away.Headers.Location!), "another");
        var first = await Back(errand, other.Grants(away.Headers.Location!));
        var again = await Back(errand, other.Grants(away.Headers.Location!));
        house.Clock.Passes(TimeSpan.FromMinutes(11));
        var late = await Back(errand, other.Grants(away.Headers.Location!));

        new[] { elsewhere.StatusCode, otherState.StatusCode, first.StatusCode, again.StatusCode, late.StatusCode }
            .ShouldBe([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity]);
        (await again.Text()).ShouldContain("Tämä kirjautuminen on jo käytetty");
        (await house.Look(db => db.Sessions.CountAsync())).ShouldBe(1);

        async Task<HttpResponseMessage> Back(string? cookie, string code, string? said = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/sign-in/other/back?code={code}&state={said ?? state}");
            request.Headers.Add("Accept-Language", "fi");
            if (cookie is not null)
                request.Headers.Add("Cookie", cookie);
            return await bare.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_house_that_calls_itself_something_else_is_not_asked()
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        other.Name = "https://elsewhere.example";

        var answer = await house.Browser().GetAsync("/sign-in/other", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Text()).ShouldContain("https://elsewhere.example");
    }

    [Fact]
    public async Task An_answer_that_names_another_house_is_not_taken()
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        using var browser = house.Browser();

        var answer = await Comes(browser, other, also: "&iss=https%3A%2F%2Felsewhere.example");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_other_house_sees_to_the_second_step_itself()
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        await house.Changes.Make(async db => (await db.Users.FirstAsync(l => l.Id == house.Antti.Value)).TwoFactorEnabled = true, default);

        (await Comes(house.Browser(), other)).Headers.Location?.ToString().ShouldBe("/desk");
    }

    [Fact]
    public async Task The_button_is_there_only_while_it_is_switched_on()
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        using var browser = house.Browser();
        (await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken)).ShouldContain("Jatka: Satamatunnus");

        await house.Get<TrustOtherHouse>().As(Words(other, isOn: false), house.Minna, default);

        (await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken)).ShouldNotContain("Satamatunnus");
        (await browser.GetAsync("/sign-in/other", TestContext.Current.CancellationToken)).Headers.Location?.ToString().ShouldBe("/sign-in");
    }

    [Fact]
    public async Task An_admin_sets_it_up_tries_it_and_the_secret_is_never_shown_again()
    {
        await using var house = await House.Open();
        await using var other = await FakeOtherHouse.Open(house.Clock);
        var minna = house.BrowserOf(house.Minna);
        (string, string?)[] typed = [("Issuer", other.Address), ("ClientId", FakeOtherHouse.ClientId), ("Label", "Satamatunnus"), ("IsOn", "true")];

        var wrong = await Try([.. typed, ("Secret", "not it")]);
        var right = await Try([.. typed, ("Secret", FakeOtherHouse.Secret)]);
        var saved = await minna.Send("/admin/sign-in", "/admin/sign-in", [.. typed, ("Secret", FakeOtherHouse.Secret)]);
        var kept = await Try([.. typed, ("Secret", "")]);

        wrong.ShouldContain("ei tunne tätä sovellusta");
        right.ShouldNotContain("Pielessä");
        saved.IsDone.ShouldBeTrue();
        kept.ShouldNotContain("Pielessä");
        (await minna.Page("/admin/sign-in")).ShouldNotContain(FakeOtherHouse.Secret);
        (await house.Look(db => db.Secrets.Select(s => s.Value).ToListAsync())).ShouldAllBe(value => !value.Contains(FakeOtherHouse.Secret));
        (await minna.Page("/admin/log")).ShouldContain("Minna Salo päivitti kirjautumisen organisaation tunnuksella");

        async Task<string> Try((string, string?)[] fields)
        {
            house.Clock.Passes(TimeSpan.FromMinutes(1));
            var form = new Dictionary<string, string?>(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
            var page = await minna.Page("/admin/sign-in");
            form["__RequestVerificationToken"] = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
            return (await minna.Send("/admin/sign-in/test", form)).Html;
        }
    }

    [Theory]
    [InlineData("http://login.example.com", "pitää alkaa https://")]
    [InlineData("login.example.com", "Kirjoita palvelun osoite kokonaan")]
    [InlineData("", "Kirjoita palvelun osoite kokonaan")]
    public async Task An_address_that_could_not_be_trusted_is_refused_with_what_was_typed_kept(string issuer, string says)
    {
        await using var house = await House.Open();
        var minna = house.BrowserOf(house.Minna);

        var answer = await minna.Send("/admin/sign-in", "/admin/sign-in", ("Issuer", issuer), ("ClientId", "lupaus-typed"), ("Label", "Tunnus"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain(says);
        answer.Html.ShouldContain("lupaus-typed");
    }

    [Fact]
    public async Task Whoever_was_bound_wrongly_is_unbound_and_bound_anew()
    {
        await using var house = await House.Open();
        await using var other = await Trusted(house);
        await Comes(house.Browser(), other);
        var minna = house.BrowserOf(house.Minna);

        await minna.Send("/admin/sign-in", "/admin/sign-in/unbind");
        other.Person["sub"] = "a new account";

        (await Comes(house.Browser(), other)).Headers.Location?.ToString().ShouldBe("/desk");
        (await house.Look(db => db.UserLogins.SingleAsync())).ProviderKey.ShouldBe("a new account");
    }

    private static async Task<FakeOtherHouse> Trusted(House house)
    {
        var other = await FakeOtherHouse.Open(house.Clock);
        await house.Get<TrustOtherHouse>().As(Words(other), house.Minna, default);
        return other;
    }

    private static OtherHouse Words(FakeOtherHouse other, bool isOn = true) => new(other.Address, FakeOtherHouse.ClientId, FakeOtherHouse.Secret, "Satamatunnus", isOn);

    private static async Task<HttpResponseMessage> Comes(HttpClient browser, FakeOtherHouse other, string? back = null, string also = "")
    {
        var away = await browser.GetAsync("/sign-in/other" + (back is null ? "" : $"?back={back}"), TestContext.Current.CancellationToken);
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect, await away.Text());
        var asked = away.Headers.Location!;
        return await browser.GetAsync($"/sign-in/other/back?code={other.Grants(asked)}&state={QueryHelpers.ParseQuery(asked.Query)["state"]}{also}", TestContext.Current.CancellationToken);
    }
}
