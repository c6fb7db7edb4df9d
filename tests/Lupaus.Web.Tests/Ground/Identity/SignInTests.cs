using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.Identity;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_opens_the_door_and_leads_where_one_was_going()
    {
        await using var house = await House.Open();
        var email = await house.HasPassword(house.Antti);
        var browser = house.Browser();

        var answer = await browser.Send("/sign-in", ("Email", email), ("Password", AtTheDoor.Password), ("Back", "/me"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/me");
        (await browser.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_words()
    {
        await using var house = await House.Open();
        var email = await house.HasPassword(house.Antti);

        var wrong = await house.Browser().Send("/sign-in", ("Email", email), ("Password", "ihan muuta kuin oikea"));
        var unknown = await house.Browser().Send("/sign-in", ("Email", email), ("Password", "ihan muuta kuin oikea"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var words = await wrong.Text();
        words.ShouldContain("eivät sovi yhteen");
        words.ShouldContain($"value=\"{email}\"");
        (await unknown.Text()).ShouldContain("eivät sovi yhteen");
    }

    [Fact]
    public async Task After_ten_wrong_passwords_even_the_right_one_waits()
    {
        await using var house = await House.Open();
        var email = await house.HasPassword(house.Antti);
        var browser = house.Browser();
        for (var i = 0; i < 10; i++)
            await browser.Send("/sign-in", ("Email", email), ("Password", $"arvaus numero {i} tästä"));

        var answer = await browser.Send("/sign-in", ("Email", email), ("Password", AtTheDoor.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.LoginOf(house.Antti)).LockoutEnd.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_form_without_our_token_is_turned_away()
    {
        await using var house = await House.Open();
        var email = await house.HasPassword(house.Antti);
        var browser = house.Browser();

        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("Email", email), KeyValuePair.Create("Password", AtTheDoor.Password)]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_way_back_never_leads_out_of_the_house()
    {
        await using var house = await House.Open();
        var email = await house.HasPassword(house.Antti);

        var answer = await house.Browser().Send("/sign-in", ("Email", email), ("Password", AtTheDoor.Password), ("Back", "//elsewhere.example/desk"));

        answer.Headers.Location!.ToString().ShouldBe("/desk");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        (await browser.SendTo("/me", "/sign-out")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/me")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Signing_out_without_our_token_does_nothing()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        var answer = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var house = await House.Open();
        var email = await house.HasPassword(house.Antti);

        var answer = await house.Browser().Send("/sign-in", ("Email", email), ("Password", AtTheDoor.Password));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("expires=");
    }

    [Fact]
    public async Task A_new_name_and_role_show_without_signing_in_again()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);
        (await browser.GetAsync("/lead/people")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await house.Changes.Make(async db =>
            (await db.Agents.FirstAsync(a => a.Id == house.Antti)).ChangeRole(Lupaus.Ground.Identity.Role.Lead, [LanguageCode.Fi], house.Minna, house.Clock.Now()), default);
        house.Clock.Passes(TimeSpan.FromMinutes(1));

        (await browser.GetAsync("/lead/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_knocks_from_one_address_are_asked_to_wait()
    {
        await using var house = await House.Open();
        var browser = house.Browser();
        HttpResponseMessage answer = null!;

        for (var i = 0; i < 11; i++)
            answer = await browser.Send("/forgotten", ("Email", "aino@example.fi"));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Text()).ShouldContain("odota minuutti");
    }
}
