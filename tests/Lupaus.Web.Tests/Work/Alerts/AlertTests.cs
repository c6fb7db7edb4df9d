using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests.Ground;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Alerts;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Alerts;

public sealed class AlertTests
{
    private static readonly DateTimeOffset ThreatenedAt = House.MondayAtTen.AddHours(3.5);

    [Theory, OnBothDatabases]
    public async Task A_threatened_promise_alerts_its_owner_once_however_often_the_watch_looks(string on)
    {
        await using var house = await House.On(on);
        var ticket = await house.Matter(house.Antti);
        house.Clock.Becomes(ThreatenedAt);

        await Look(house);
        house.Clock.Passes(TimeSpan.FromMinutes(5));
        await Look(house);

        (await Told(house, AlertKind.Threatened)).ShouldBe([house.Antti]);
        ticket.Promise!.Due.ShouldBe(House.MondayAtTen.AddHours(4));
    }

    [Theory, OnBothDatabases]
    public async Task A_customers_last_hour_alerts_the_owner_and_the_duty_agent(string on)
    {
        await using var house = await House.On(on);
        await house.Matter(house.Antti, deadline: House.MondayAtTen.AddHours(2));
        house.Clock.Becomes(House.MondayAtTen.AddHours(1));

        await Look(house);

        (await Told(house, AlertKind.Urgent)).ShouldBe([house.Minna, house.Antti], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_broken_promise_alerts_owner_and_lead_in_the_moment_that_breaks_it(string on)
    {
        await using var house = await House.On(on);
        var ticket = await house.Matter(house.Antti);
        house.Clock.Becomes(ticket.Promise!.Due.AddMinutes(1));

        await house.Get<KeepWatch>().Look(default);
        await house.Get<KeepWatch>().Look(default);

        (await Told(house, AlertKind.Broken)).ShouldBe([house.Minna, house.Antti], ignoreOrder: true);
    }

    [Fact]
    public async Task While_the_owner_is_away_their_stand_in_hears_of_it()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti);
        await house.Get<GoAway>().As(new AwayPlan(house.Antti, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), house.Maija), house.Minna, null, default);
        house.Clock.Becomes(ThreatenedAt);

        await Look(house);

        (await Told(house, AlertKind.Threatened)).ShouldBe([house.Maija]);
    }

    [Fact]
    public async Task Who_stands_in_for_the_absent_and_is_away_too_leaves_it_to_the_duty_agent()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti);
        foreach (var (away, standIn) in new[] { (house.Antti, house.Maija), (house.Maija, house.Antti) })
            await house.Get<GoAway>().As(new AwayPlan(away, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), standIn), house.Minna, null, default);
        house.Clock.Becomes(ThreatenedAt);

        await Look(house);

        (await Told(house, AlertKind.Threatened)).ShouldBe([house.Minna]);
    }

    [Theory, OnBothDatabases]
    public async Task What_no_desk_has_shown_goes_by_mail_once(string on)
    {
        await using var house = await House.On(on);
        var ticket = await house.Matter(house.Antti, body: "Lippua ei voi lunastaa.\nOlen matkalla salaa.");
        house.Clock.Becomes(ThreatenedAt);
        await Look(house);
        (await Letters(house)).ShouldBe(0);
        house.Clock.Passes(TimeSpan.FromSeconds(61));

        await Look(house);
        await Look(house);

        (await Letters(house)).ShouldBe(1);
        await house.Get<SendOutbox>().Now(default);
        var letter = await LetterTo(house, "antti@satama.example");
        letter.ShouldContain("Lupauksen aika loppuu: viimeistään tänään klo 14");
        letter.ShouldContain($"https://satama.example/desk/{ticket.Reference}");
        letter.ShouldNotContain("salaa"); // the customer's words stay in the house
    }

    [Fact]
    public async Task What_an_open_desk_has_shown_is_not_mailed()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti);
        house.Clock.Becomes(ThreatenedAt);
        await Look(house);

        await house.Get<ShowAlert>().To((await Pressing(house)).Id, house.Antti, default);
        house.Clock.Passes(TimeSpan.FromMinutes(5));
        await Look(house);

        (await Letters(house)).ShouldBe(0);
    }

    [Fact]
    public async Task What_has_been_answered_meanwhile_is_not_mailed()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        house.Clock.Becomes(ThreatenedAt);
        await Look(house);

        await house.Replies(ticket.Id, house.Maija, new WhatNext.Solves());
        house.Clock.Passes(TimeSpan.FromMinutes(2));
        await Look(house);

        (await Letters(house)).ShouldBe(0);
        (await Pressing(house)).How.ShouldBe(AlertEnd.Outdated);
    }

    [Fact]
    public async Task In_quiet_hours_a_mention_waits_for_the_morning()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        house.Clock.Becomes(House.MondayAtTen.AddHours(11));
        await Notes(house, ticket, house.Minna, "@antti katsotko aamulla?");

        house.Clock.Passes(TimeSpan.FromHours(9.9));
        await house.Get<SendAlerts>().Look(default);
        (await Letters(house)).ShouldBe(0);
        house.Clock.Becomes(House.MondayAtTen.AddHours(21));
        await house.Get<SendAlerts>().Look(default);

        (await Letters(house)).ShouldBe(1);
    }

    [Fact]
    public async Task Several_that_wait_go_in_one_letter()
    {
        await using var house = await House.Open();
        foreach (var name in new[] { "Aino", "Bertta", "Cecilia" })
            await house.Matter(house.Antti, name, $"{name}@example.fi");
        house.Clock.Becomes(ThreatenedAt.AddMinutes(5));
        await Look(house);
        house.Clock.Passes(TimeSpan.FromMinutes(2));

        await Look(house);

        (await Letters(house)).ShouldBe(1);
        await house.Get<SendOutbox>().Now(default);
        (await LetterTo(house, "antti@satama.example")).Split("/desk/").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Who_wishes_no_mail_gets_none_and_finds_it_on_the_desk()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti);
        await house.Get<WishAlerts>().For(house.Antti, HearOf.Pressing, HearOf.Nothing, null, null, default);
        house.Clock.Becomes(ThreatenedAt);
        await Look(house);
        house.Clock.Passes(TimeSpan.FromMinutes(5));

        await Look(house);

        (await Letters(house)).ShouldBe(0);
        (await Pressing(house)).SettledAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_mail_that_was_decided_and_not_stored_is_decided_again_and_never_twice()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti);
        house.Clock.Becomes(ThreatenedAt);
        await Look(house);
        house.Clock.Passes(TimeSpan.FromMinutes(2));

        // The process dies when the letter stands and isn't saved: nothing of it has happened.
        await Should.ThrowAsync<IOException>(() => house.Changes.Make(async db =>
        {
            var alert = await db.Alerts.FirstAsync(a => a.Kind == AlertKind.Threatened);
            var letter = OutboxEntry.OfAlerts(house.Antti, EmailAddress.Parse("antti@satama.example"), "satama.example", house.Clock.Now());
            db.Outbox.Add(letter);
            alert.GoIn(letter.Id, house.Clock.Now());
            throw new IOException();
        }, default));
        await Look(house);
        await Look(house);

        (await Letters(house)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_web_nodes_on_one_PostgreSQL_alert_and_mail_each_thing_once()
    {
        await using var postgres = await Postgres.Empty();
        await using var one = await House.Open(postgres.Connection);
        await using var two = await House.Open(postgres.Connection, withCompany: false);
        foreach (var name in new[] { "Aino", "Bertta", "Cecilia", "Daavid" })
            await one.Matter(one.Antti, name, $"{name}@example.fi");
        House[] nodes = [one, two];

        foreach (var moment in new[] { ThreatenedAt, ThreatenedAt.AddMinutes(2) })
        {
            foreach (var node in nodes)
                node.Clock.Becomes(moment);
            await Task.WhenAll(nodes.SelectMany(n => new[] { Look(n), Look(n) }));
        }

        (await Told(one, AlertKind.Threatened)).Count.ShouldBe(4);
        (await Letters(one)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_asked_for_in_a_note_hears_of_it_and_nobody_else(string on)
    {
        await using var house = await House.On(on);
        var ticket = await house.Matter(house.Antti);

        await Notes(house, ticket, house.Antti, "@Maija tiedätkö tästä? Muut kuin @antti eivät tiedä.");

        (await Told(house, AlertKind.Mentioned)).ShouldBe([house.Maija]);
    }

    [Fact]
    public async Task News_of_what_is_mine_come_to_me_but_not_of_what_I_took_myself()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        await house.CustomerWrites(ticket.Id, "Entä nyt?");

        (await Told(house, AlertKind.Answered)).ShouldBe([house.Antti]);
        (await Told(house, AlertKind.Given)).ShouldNotContain(house.Antti);
    }

    [Fact]
    public async Task The_list_forgets_what_is_a_month_old()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await Notes(house, ticket, house.Antti, "@maija katso");
        house.Clock.Passes(TimeSpan.FromDays(31));
        await Notes(house, ticket, house.Antti, "@maija katso taas");

        await house.Get<ForgetAlerts>().Look(default);

        (await Told(house, AlertKind.Mentioned)).Count.ShouldBe(1);
    }

    private static async Task Look(House house)
    {
        await house.Get<WatchAlerts>().Look(default);
        await house.Get<SendAlerts>().Look(default);
    }

    private static Task Notes(House house, Ticket ticket, AgentId by, string text) => house.Get<WriteNote>().For(ticket.Id, text, [], by, house.Nonce(), default);

    private static Task<List<AgentId>> Told(House house, AlertKind kind) => house.Look(db => db.Alerts.Where(a => a.Kind == kind).Select(a => a.AgentId).ToListAsync());

    private static Task<Alert> Pressing(House house) => house.Look(db => db.Alerts.SingleAsync(a => a.Kind == AlertKind.Threatened));

    private static Task<int> Letters(House house) => house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.Alert));

    private static async Task<string> LetterTo(House house, string address)
    {
        var letters = new DirectoryInfo(house.Get<Settings>().LetterFolder).GetFiles("*.eml").Select(f => Lupaus.Mail.Reading.MailReader.Read(File.ReadAllBytes(f.FullName)));
        return letters.Single(letter => letter.To.Single().Address == address).Text;
    }
}
