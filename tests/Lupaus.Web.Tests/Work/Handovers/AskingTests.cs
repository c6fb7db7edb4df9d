using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Handovers;

public sealed class AskingTests
{
    [Theory, OnBothDatabases]
    public async Task A_colleague_is_asked_and_answers_on_the_page_and_the_customer_sees_none_of_it(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));
        var page = $"/desk/{ticket.Reference}";

        (await antti.Send(page, $"{page}/consults", ("whom", $"{house.Maija.Value}"), ("question", "Voiko hinnan palauttaa?"), ("date", "23.11.2026"), ("time", "13:00"))).Leads!.ShouldEndWith("?done=ask");
        (await maija.Page("/desk")).ShouldContain("Antti Laine kysyy");
        (await maija.Page(page)).ShouldContain("Antti Laine kysyy sinulta");
        var question = (await AtDesk.Ticket(house, ticket.Id)).Duties.Single();
        (await maija.Send(page, $"{page}/consults/{question.Id.Value}/answer", ("text", "Voi, jos sitä ei ole leimattu."))).Leads!.ShouldEndWith("?done=answer");

        var html = await antti.Page(page);
        html.ShouldContain("Voi, jos sitä ei ole leimattu.");
        html.ShouldContain("vastaus kysymykseen (Antti)");
        (await antti.Page($"{page}/as-customer")).ShouldNotContain("leimattu");
        (await maija.Page("/desk")).ShouldNotContain("Antti Laine kysyy");
        (await Alerts(house, house.Maija)).ShouldContain(AlertKind.Asked);
        (await Alerts(house, house.Antti)).ShouldContain(AlertKind.Advised);
        (await AtDesk.Ticket(house, ticket.Id)).OwnerId.ShouldBe(house.Antti);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_team_the_one_present_with_least_to_do_is_asked(string database)
    {
        await using var house = await House.On(database);
        var team = await house.Look(db => db.Teams.Select(t => t.Id).SingleAsync());
        var ticket = await house.Matter(house.Antti);
        await house.Matter(house.Minna, "Eino Toinen", "eino@example.fi");

        await Ask(house, ticket.Id, new Asked(null, team));
        (await AtDesk.Ticket(house, ticket.Id)).Duties.Single().Doer.ShouldBe(house.Maija);

        await house.Get<GoAway>().As(new AwayPlan(house.Maija, new(2026, 11, 23), new(2026, 11, 23), null), house.Maija, null, default);
        await Ask(house, ticket.Id, new Asked(null, team));
        (await AtDesk.Ticket(house, ticket.Id)).Duties.Select(d => d.Doer).ShouldContain(house.Minna);

        (await Should.ThrowAsync<RuleBroken>(Ask(house, ticket.Id, new Asked(null, new TeamId(404))))).Refusal.Key.ShouldBe("consult.nobody");
        (await Should.ThrowAsync<RuleBroken>(Ask(house, ticket.Id, new Asked(house.Maija, null)))).Refusal.Key.ShouldBe("handover.away");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_late_stands_on_both_desks_and_before_the_lead(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await Ask(house, ticket.Id, new Asked(house.Maija, null));
        (await house.BrowserOf(house.Antti).Page("/desk")).ShouldNotContain("Kysyit: Maija Virtanen");

        house.Clock.Becomes(House.MondayAtTen.AddHours(2));

        (await house.BrowserOf(house.Antti).Page("/desk")).ShouldContain("Kysyit: Maija Virtanen");
        (await house.BrowserOf(house.Maija).Page("/desk")).ShouldContain("Antti Laine kysyy");
        (await house.BrowserOf(house.Minna).Page("/lead")).ShouldContain("Kysymys kollegalle jäänyt vastaamatta");
    }

    [Theory, OnBothDatabases]
    public async Task A_question_is_passed_on_with_a_reason_and_the_next_one_hears_of_it(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var id = await Ask(house, ticket.Id, new Asked(house.Maija, null));
        var page = $"/desk/{ticket.Reference}";

        (await house.BrowserOf(house.Maija).Send(page, $"{page}/consults/{id.Value}/pass", ("to", $"{house.Minna.Value}"), ("reason", "Minna hoitaa hyvitykset."))).Leads!.ShouldEndWith("?done=pass");

        (await AtDesk.Ticket(house, ticket.Id)).Duties.Single().Doer.ShouldBe(house.Minna);
        (await Alerts(house, house.Minna)).ShouldContain(AlertKind.Asked);
        (await house.BrowserOf(house.Antti).Page(page)).ShouldContain("Minna hoitaa hyvitykset.");
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_answer_at_once_answer_once(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var id = await Ask(house, ticket.Id, new Asked(house.Maija, null));

        var refused = await Task.WhenAll(new[] { house.Maija, house.Minna }.Select(async by =>
        {
            try
            {
                await house.Get<AskColleague>().Answer(id, "Voi.", by, null, default);
                return null;
            }
            catch (RuleBroken broken)
            {
                return broken.Refusal.Key;
            }
        }));

        refused.ShouldBe([null, "consult.answered"], ignoreOrder: true);
        (await house.Look(db => db.Messages.CountAsync(m => m.TicketId == ticket.Id && m.Direction == Direction.Note))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_asks_and_answers(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var ticket = await house.Matter(house.Antti);

        var (status, whole, _) = await shop.Post($"/tickets/{ticket.Reference}/consults", new { to = "maija@satama.example", question = "Voiko?", due = "2026-11-23T11:00:00Z" });
        status.ShouldBe(201);
        var id = whole.GetProperty("duties")[0].Text("id");
        (await shop.Post($"/tickets/{ticket.Reference}/consults", new { question = "Voiko?", due = "2026-11-23T11:00:00Z" })).Json.Text("key").ShouldBe("consult.nobody");
        (await shop.Post($"/tickets/{ticket.Reference}/duties/{id}/done", new { })).Json.Text("key").ShouldBe("consult.answer");

        whole = (await shop.Post($"/consults/{id}/answer", new { text = "Voi." }, "maija@satama.example")).Json;

        whole.GetProperty("duties")[0].Text("answer").ShouldNotBeNull();
        (await shop.Post($"/consults/{id}/answer", new { text = "Voi." }, "maija@satama.example")).Json.Text("key").ShouldBe("consult.answered");
    }

    private static async Task<DutyId> Ask(House house, TicketId id, Asked whom)
    {
        await house.Get<AskColleague>().For(id, whom, "Voiko hinnan palauttaa?", House.MondayAtTen.AddHours(1), house.Antti, house.Nonce(), default);
        return (await AtDesk.Ticket(house, id)).Duties.OrderBy(d => d.Id.Value).Last().Id;
    }

    private static Task<List<AlertKind>> Alerts(House house, AgentId agent) => house.Look(db => db.Alerts.Where(a => a.AgentId == agent).Select(a => a.Kind).ToListAsync());
}
