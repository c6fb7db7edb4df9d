using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.Identity;

public sealed class SignInLinkTests
{
    private const string New = "kolme sanaa ja pilkku";

    [Fact]
    public async Task An_invitation_greets_by_name_and_the_first_password_signs_in()
    {
        await using var house = await House.Open();
        var (agent, secret) = await Invited(house);
        var browser = house.Browser();

        var page = await (await browser.GetAsync($"/invitation/{secret}")).Text();
        var answer = await browser.Send($"/invitation/{secret}", ("Password", New));

        page.ShouldContain("Tervetuloa, Liisa Korhonen!");
        answer.Headers.Location!.ToString().ShouldBe("/desk");
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.Look(db => db.ActiveAgents.AnyAsync(a => a.AgentId == agent))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_used_invitation_opens_nothing_and_says_so_kindly()
    {
        await using var house = await House.Open();
        var (_, secret) = await Invited(house);
        await house.Browser().Send($"/invitation/{secret}", ("Password", New));

        var answer = await house.Browser().GetAsync($"/invitation/{secret}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Text()).ShouldContain("Kutsu on jo otettu vastaan");
    }

    [Fact]
    public async Task Whoever_comes_too_late_asks_for_a_new_invitation_and_gets_it_by_mail()
    {
        await using var house = await House.Open();
        var (agent, secret) = await Invited(house);
        house.Clock.Passes(TimeSpan.FromDays(8));
        var browser = house.Browser();
        var old = await browser.GetAsync($"/invitation/{secret}");

        var answer = await Renewing(browser, house, secret);

        old.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Text()).ShouldContain("Uusi kutsu on matkalla");
        var letters = await house.Look(db => db.Outbox.Where(o => o.AgentId == agent).OrderBy(o => o.MadeAt).ToListAsync());
        letters.Count.ShouldBe(2);
        letters[1].Address.ShouldBe("liisa@satama.example");
        (await house.Browser().GetAsync($"/invitation/{letters[1].Secret}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_newer_invitation_shuts_the_door_behind_the_older_one()
    {
        await using var house = await House.Open();
        var (agent, secret) = await Invited(house);

        await house.Changes.Make(async db => (await db.Agents.FirstAsync(a => a.Id == agent)).RenewInvitation(house.Minna, house.Clock.Now()), default);
        house.Clock.Passes(TimeSpan.FromSeconds(1));

        (await house.Browser().GetAsync($"/invitation/{secret}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_made_up_link_opens_nothing()
    {
        await using var house = await House.Open();

        (await house.Browser().GetAsync($"/invitation/{new string('a', 40)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.Browser().GetAsync("/recovery/short")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, InlineData("lyhyt"), InlineData("Liisa Korhonen 1"), InlineData("salasana123456"), InlineData("Satama Palvelut!")]
    public async Task A_password_that_others_would_guess_is_refused_and_the_link_still_holds(string password)
    {
        await using var house = await House.Open();
        var (agent, secret) = await Invited(house);

        var answer = await house.Browser().Send($"/invitation/{secret}", ("Password", password));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.Look(db => db.ActiveAgents.AnyAsync(a => a.AgentId == agent))).ShouldBeFalse();
        (await house.Browser().GetAsync($"/invitation/{secret}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_the_same_whoever_asks()
    {
        await using var house = await House.Open();

        var known = await (await house.Browser().Send("/forgotten", ("Email", "antti@satama.example"))).Text();
        var unknown = await (await house.Browser().Send("/forgotten", ("Email", "nobody@satama.example"))).Text();

        known.ShouldBe(unknown.Replace("nobody@", "antti@"));
        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.Recovery))).ShouldBe(1);
    }

    [Fact]
    public async Task Asking_again_at_once_sends_no_second_letter()
    {
        await using var house = await House.Open();

        await house.Browser().Send("/forgotten", ("Email", "antti@satama.example"));
        await house.Browser().Send("/forgotten", ("Email", "antti@satama.example"));

        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.Recovery))).ShouldBe(1);
    }

    [Fact]
    public async Task A_way_back_in_gives_a_new_password_and_ends_every_older_session()
    {
        await using var house = await House.Open();
        var before = await house.SignedIn(house.Antti);
        var secret = await Recovering(house);
        var browser = house.Browser();

        var answer = await browser.Send($"/recovery/{secret}", ("Password", New));

        answer.Headers.Location!.ToString().ShouldBe("/desk");
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await before.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.Browser().Send($"/sign-in", ("Email", "antti@satama.example"), ("Password", AtTheDoor.Password))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_way_back_in_closes_after_two_hours()
    {
        await using var house = await House.Open();
        var secret = await Recovering(house);
        house.Clock.Passes(TimeSpan.FromMinutes(121));

        var answer = await house.Browser().GetAsync($"/recovery/{secret}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Text()).ShouldContain("Uuden saat heti");
    }

    [Fact]
    public async Task The_letter_carries_the_link_and_its_secret_is_gone_once_sent()
    {
        await using var house = await House.Open();
        var secret = await Recovering(house);

        await house.Get<Lupaus.Web.Core.Outbox.SendOutbox>().Now(default);

        (await house.Look(db => db.Outbox.SingleAsync(o => o.Letter == Letter.Recovery))).Secret.ShouldBeNull();
        (await house.Browser().GetAsync($"/recovery/{secret}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<(AgentId Agent, string Secret)> Invited(House house)
    {
        var liisa = Agent.Invite("Liisa Korhonen", EmailAddress.Parse("liisa@satama.example"), Role.Agent, [LanguageCode.Fi], house.Minna, house.Clock.Now());
        await house.Changes.Make(db =>
        {
            db.AddRange(liisa, Login.Of(liisa.Id, liisa.Email));
            return Task.CompletedTask;
        }, default);
        return (liisa.Id, await house.Look(db => db.Outbox.Where(o => o.AgentId == liisa.Id).Select(o => o.Secret!).SingleAsync()));
    }

    private static async Task<string> Recovering(House house)
    {
        await house.Browser().Send("/forgotten", ("Email", "antti@satama.example"));
        return await house.Look(db => db.Outbox.Where(o => o.Letter == Letter.Recovery).Select(o => o.Secret!).SingleAsync());
    }

    /// <summary>The page of an old link is "gone", so its form is read from what it shows all the same.</summary>
    private static async Task<HttpResponseMessage> Renewing(HttpClient browser, House house, string secret)
    {
        return await browser.SendTo("/forgotten", $"/invitation/{secret}/renew");
    }
}
