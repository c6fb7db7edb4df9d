using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

public sealed record NewHandoverJson(string? To, string? Done, string? Promised, string? Next, bool? AtOnce);

public sealed record OfferDeclinedJson(string? Reason);

public sealed record NewConsultJson(string? To, string? Team, string? Question, DateTimeOffset? Due);

public sealed record ConsultAnswerJson(string? Text);

public sealed record ConsultPassedJson(string? To, string? Reason);

/// <summary>A ticket is offered to a colleague, who accepts or declines; a colleague is asked, and answers.</summary>
internal static class HandoversApi
{
    private const string Area = "Handovers and questions";

    private static readonly string[] WhyNotOffer =
        ["ticket.closed", "handover.notyours", "handover.bounced", "handover.open", "handover.lapsed", "handover.owner", "handover.self", "handover.words", "handover.receiver", "handover.away", "api.agent.named"];

    private static readonly string[] WhyNotAnswer = ["handover.unknown", "handover.over", "handover.nottoyou", "handover.expired"];

    public static void MapHandoversApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/handovers", Offer)
            .Told(Area, "Offer a ticket to a colleague", "Until they accept, its owner and its promise stay as they are; half of the promise's time is for their answer. What isn't said of `done`, `promised` and `next` is taken from the history. With `atOnce` it is moved without asking: what nobody has begun, and by a lead anything.")
            .Takes<NewHandoverJson>(new { to = ApiSamples.Colleague, done = "Lippu tarkistettiin asemalta.", promised = "Vastaus tänään.", next = "Kerro, saako rahat takaisin." }, "to").Gives<WholeTicketJson>(201)
            .MayRefuse([.. WhyNotOffer, "owner.notyours", "owner.offer"]);
        api.MapPost("/handovers/{id}/accept", async (string id, ApiCaller caller, AnswerOffer answer, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var (which, known) = await Known(id, databases, stop);
            await answer.Accept(which, by, caller.Once($"handover {which.Value} accept"), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "Accept an offer", "The acting agent answers for the ticket from now on. The promise stands; a customer who has heard from us hears who goes on.").Gives<WholeTicketJson>().MayRefuse([.. WhyNotAnswer, "handover.bounced"]);
        api.MapPost("/handovers/{id}/decline", async (string id, HttpContext context, ApiCaller caller, AnswerOffer answer, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var (which, known) = await Known(id, databases, stop);
            var reason = (await context.Body<OfferDeclinedJson>()).Reason.Wanted("reason");
            Handover.WhyNotDecline(reason).StopIfAny("reason");
            await answer.Decline(which, reason, by, caller.Once($"handover {which.Value} decline"), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "Decline an offer", "With the reason; whoever offered it is told.").Takes<OfferDeclinedJson>(new { reason = "En tunne rautatielippuja." }, "reason").Gives<WholeTicketJson>().MayRefuse([.. WhyNotAnswer, "handover.reason"]);
        api.MapPost("/handovers/{id}/withdraw", async (string id, ApiCaller caller, AnswerOffer answer, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var (which, known) = await Known(id, databases, stop);
            await answer.Withdraw(which, by, caller.Once($"handover {which.Value} withdraw"), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "Take an offer back", "By whoever offered it, the ticket's owner or a lead.").Gives<WholeTicketJson>().MayRefuse("handover.unknown", "handover.over", "handover.notyours");
        api.MapPost("/tickets/{reference}/consults", Ask)
            .Told(Area, "Ask a colleague", "One of ours, or whoever present of a team has least to do, owes the answer by then. The customer stays where they are and knows nothing of it.")
            .Takes<NewConsultJson>(new { to = ApiSamples.Colleague, question = "Voiko lipun hinnan palauttaa?", due = ApiSamples.Tomorrow }, "question", "due").Gives<WholeTicketJson>(201)
            .MayRefuse("ticket.closed", "consult.self", "consult.question", "consult.nobody", "duty.past", "handover.receiver", "handover.away", "api.agent.named");
        api.MapPost("/consults/{id}/answer", async (string id, HttpContext context, ApiCaller caller, AskColleague ask, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var (which, known) = await Question(id, databases, stop);
            var text = (await context.Body<ConsultAnswerJson>()).Text.Wanted("text");
            Message.WhyNotSay(text).StopIfAny("text");
            await ask.Answer(which, text, by, caller.Once($"consult {which.Value} answer"), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "Answer a colleague's question", "With a note, which the customer never sees. The question's id is its duty's.").Takes<ConsultAnswerJson>(new { text = "Voi, kun lippua ei ole leimattu." }, "text").Gives<WholeTicketJson>().MayRefuse("consult.unknown", "consult.answered");
        api.MapPost("/consults/{id}/pass", async (string id, HttpContext context, ApiCaller caller, AskColleague ask, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var (which, known) = await Question(id, databases, stop);
            var sent = await context.Body<ConsultPassedJson>();
            var to = await caller.Named(sent.To.Wanted("to"), "to", stop) ?? throw ApiChecks.Wrong("to", Refusal.Because("api.agent.named").With("field", "to"));
            await ask.Pass(which, to, sent.Reason.Wanted("reason"), by, caller.Once($"consult {which.Value} pass"), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "Pass a question on", "To a colleague who knows better, by the same time; the reason stands as a note.").Takes<ConsultPassedJson>(new { to = "minna@satama.example", reason = "Minna hoitaa palautukset." }, "to", "reason").Gives<WholeTicketJson>()
            .MayRefuse("consult.unknown", "consult.answered", "consult.notyours", "consult.back", "consult.reason", "handover.receiver", "handover.away", "api.agent.named", "ticket.closed");
    }

    private static async Task<IResult> Offer(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, OfferHandover offer, GiveTicket give, Words words, OurCompany ourCompany, Colleagues colleagues, TimeProvider clock, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewHandoverJson>();
        var to = await caller.Named(sent.To.Wanted("to"), "to", stop) ?? throw ApiChecks.Wrong("to", Refusal.Because("api.agent.named").With("field", "to"));
        if (sent.AtOnce == true)
        {
            await give.To(id, to, by, caller.Once("give", known), stop);
        }
        else
        {
            var told = await FromHistory(id, databases, words, ourCompany, colleagues, clock, stop);
            var briefing = new Briefing(sent.Done ?? told.Done, sent.Promised ?? told.Promised, sent.Next ?? told.Next);
            await offer.For(id, to, briefing, by, caller.Once("handover", known), stop);
        }
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Ask(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, AskColleague ask, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewConsultJson>();
        var (question, due) = (sent.Question.Wanted("question"), sent.Due.Wanted("due"));
        var team = long.TryParse(sent.Team, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TeamId.From(number) : (TeamId?)null;
        await ask.For(id, new Asked(await caller.Named(sent.To, "to", stop), team), question, due, by, caller.Once("consult", known), stop);
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop), StatusCodes.Status201Created);
    }

    /// <summary>In the house's language: no page says whose else it would be.</summary>
    private static async Task<Briefing> FromHistory(TicketId id, IDbContextFactory<LupausDb> databases, Words words, OurCompany ourCompany, Colleagues colleagues, TimeProvider clock, CancellationToken stop)
    {
        var (company, all) = (await ourCompany.Now(stop), await colleagues.Now(stop));
        await using var db = await databases.CreateDbContextAsync(stop);
        var ticket = await db.Tickets.AsNoTracking().FirstAsync(t => t.Id == id, stop);
        var said = await db.Messages.AsNoTracking().Where(m => m.TicketId == id && m.Nature == Nature.Human).OrderByDescending(m => m.Id).Take(20).ToListAsync(stop);
        var promised = ticket.Promise?.WordsIn is { } number ? await db.PromiseWords.Where(w => w.TicketId == id && w.Number == number).Select(w => w.Text).FirstOrDefaultAsync(stop) : null;
        return Briefings.Of(ticket, said.OrderBy(m => m.Id.Value), promised, agent => agent is { } one && all.TryGetValue(one, out var found) ? found.Name : "?", words.In(company.Language), new CivilTime(company.Language, company.Zone, clock.Now()));
    }

    private static async Task<(HandoverId, Reference)> Known(string id, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var which = OwingApi.Ids<HandoverId>(id, "handover.unknown");
        await using var db = await databases.CreateDbContextAsync(stop);
        var known = await db.Handovers.Where(h => h.Id == which).Join(db.Tickets, h => h.TicketId, t => t.Id, (_, t) => (Reference?)t.Reference).FirstOrDefaultAsync(stop);
        return (which, known ?? throw new RuleBroken(Refusal.Because("handover.unknown")));
    }

    private static async Task<(DutyId, Reference)> Question(string id, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var which = OwingApi.Ids<DutyId>(id, "consult.unknown");
        await using var db = await databases.CreateDbContextAsync(stop);
        var known = await db.Duties.Where(d => d.Id == which && d.AskedBy != null).Join(db.Tickets, d => d.TicketId, t => t.Id, (_, t) => (Reference?)t.Reference).FirstOrDefaultAsync(stop);
        return (which, known ?? throw new RuleBroken(Refusal.Because("consult.unknown")));
    }
}
