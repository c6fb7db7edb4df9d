using System.Net;
using Lupaus.Ground.Identity;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Tests.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.Identity;

public sealed class SessionTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory, OnBothDatabases]
    public async Task Each_sign_in_is_a_device_one_can_see_and_is_on_record(string database)
    {
        await using var house = await House.On(database);
        using var antti = await house.SignedIn(house.Antti);

        var page = WebUtility.HtmlDecode(await antti.GetStringAsync("/me"));

        page.ShouldContain("tämä laite");
        page.ShouldContain("127.0.0.1");
        (await house.Look(db => db.Sessions.SingleAsync())).AgentId.ShouldBe(house.Antti);
        (await house.Look(db => db.Facts.Where(f => f.Kind == nameof(AgentSignedIn)).ToListAsync())).ShouldHaveSingleItem().Fact.ShouldBe(new AgentSignedIn(house.Antti, HowIn.Password));
    }

    [Theory, OnBothDatabases]
    public async Task A_device_that_is_ended_is_out_at_its_next_request_and_the_other_stays(string database)
    {
        await using var house = await House.On(database);
        using var office = await house.SignedIn(house.Antti);
        using var train = await house.SignedIn(house.Antti);
        (await train.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var lost = await house.Look(db => db.Sessions.OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());

        await office.SendTo("/me", $"/me/sessions/{lost.Value}/end");

        (await train.GetAsync("/desk")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await office.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task All_others_are_ended_at_once(string database)
    {
        await using var house = await House.On(database);
        using var office = await house.SignedIn(house.Antti);
        using var train = await house.SignedIn(house.Antti);

        await office.SendTo("/me", "/me/sessions/end");

        (await train.GetAsync("/desk")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await office.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.Look(db => db.Sessions.CountAsync(s => s.EndedAt == null))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_ends_a_colleagues_session_but_an_admin(string database)
    {
        await using var house = await House.On(database);
        using var antti = await house.SignedIn(house.Antti);
        using var maija = await house.SignedIn(house.Maija);
        using var minna = await house.SignedIn(house.Minna);
        var session = await house.Look(db => db.Sessions.Where(s => s.AgentId == house.Antti).Select(s => s.Id).SingleAsync());

        var tried = await maija.SendTo("/me", $"/me/sessions/{session.Value}/end");
        var stays = (await antti.GetAsync("/desk")).StatusCode;
        await minna.SendTo("/me", $"/admin/people/{house.Antti.Value}/session", ("Session", session.Value.ToString()));

        tried.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        stays.ShouldBe(HttpStatusCode.OK);
        (await antti.GetAsync("/desk")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await house.Look(db => db.Facts.Where(f => f.Kind == nameof(SessionEnded)).ToListAsync())).ShouldHaveSingleItem().ByAgent.ShouldBe(house.Minna);
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_ends_the_session_itself_so_that_a_copied_cookie_opens_nothing(string database)
    {
        await using var house = await House.On(database);
        using var antti = await house.SignedIn(house.Antti);

        await antti.SendTo("/me", "/sign-out");

        (await house.Look(db => db.Sessions.SingleAsync())).EndedAt.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task When_a_device_was_last_used_is_written_down_now_and_then(string database)
    {
        await using var house = await House.On(database);
        using var antti = await house.SignedIn(house.Antti);
        await antti.GetAsync("/desk");
        house.Clock.Passes(TimeSpan.FromMinutes(2));
        await antti.GetAsync("/desk");
        var early = await house.Look(db => db.Sessions.Select(s => s.LastSeenAt).SingleAsync());

        house.Clock.Passes(TimeSpan.FromMinutes(10));
        await antti.GetAsync("/desk");

        early.ShouldBe(House.MondayAtTen.ToUniversalTime());
        (await house.Look(db => db.Sessions.Select(s => s.LastSeenAt).SingleAsync())).ShouldBe(House.MondayAtTen.AddMinutes(12).ToUniversalTime());
    }

    [Theory]
    [InlineData(Firefox, "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows")]
    [InlineData("curl/8.5.0", "")]
    public void A_device_is_called_what_people_call_it(string userAgent, string name) => Device.Read(userAgent).ToString().ShouldBe(name);
}
