using System.Globalization;
using System.Text.Json;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>What a later room has recognised in these tickets.</summary>
public sealed record RoomsRecognition(Func<IReadOnlyCollection<TicketId>, LupausDb, CancellationToken, Task<ILookup<TicketId, RecognisedJson>>> In);

/// <summary>Tickets as JSON, with their people read together: as many statements for a hundred as for one.</summary>
public sealed class ShowTickets(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, OurTags ourTags, IEnumerable<RoomsRecognition> rooms)
{
    public async Task<TicketJson> One(Reference reference, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await Json([await Find(reference, db, stop)], db, stop))[0];
    }

    public async Task<WholeTicketJson> Whole(Reference reference, bool withFacts, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ticket = await Find(reference, db, stop);
        var messages = await db.Messages.AsNoTracking().Include(m => m.Attachments).Where(m => m.TicketId == ticket.Id || db.Tickets.Any(p => p.MergedIntoId == ticket.Id && p.Id == m.TicketId)).OrderBy(m => m.Id).ToListAsync(stop);
        var ledger = await db.PromiseEnds.AsNoTracking().Where(e => e.TicketId == ticket.Id).OrderBy(e => e.Number).ToListAsync(stop);
        var facts = withFacts ? await db.Facts.AsNoTracking().Where(f => f.TicketId == ticket.Id).OrderBy(f => f.Id).ToListAsync(stop) : null;
        return new WholeTicketJson(
            (await Json([ticket], db, stop))[0],
            [.. messages.Select(m => OfMessage(m, ticket))],
            [.. ledger.Select(e => new PromiseEndJson(e.Number, e.Kind, e.Due, e.MadeAt, e.Promiser, e.ToldIn, e.Moves, e.How, e.At, e.NoticedAt))],
            [.. ticket.Duties.Select(d => new DutyJson(d.Id, d.What, d.Doer, d.Due, d.IsTold, d.DoneAt, d.IsDropped, d.Unreached, d.AskedBy, d.Answer))],
            [.. ticket.Obstacles.OrderBy(o => o.Id.Value).Select(OfObstacle)],
            await Offer(ticket, db, stop),
            facts is null ? null : [.. facts.Select(OfFact)]);
    }

    private static async Task<OfferJson?> Offer(Ticket ticket, LupausDb db, CancellationToken stop) => ticket is not { OfferedAs: { } id, OfferedUntil: { } until } ? null :
        await db.Handovers.Where(h => h.Id == id).Select(h => new OfferJson(h.Id, h.ToId, h.ById, h.At, until, h.Done, h.Promised, h.Next)).FirstOrDefaultAsync(stop);

    /// <summary>Newest first by id, so that a page stays where it is while new tickets come in before it.</summary>
    public async Task<TicketListJson> List(Func<LupausDb, Task<IQueryable<Ticket>>> search, long? after, int limit, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var tickets = (await search(db)).AsNoTracking().IgnoreAutoIncludes();
        if (after is { } id)
        {
            var last = new TicketId(id);
            tickets = tickets.Where(t => t.Id < last);
        }
        var found = await tickets.OrderByDescending(t => t.Id).Take(limit + 1).ToListAsync(stop);
        var page = found.Take(limit).ToList();
        return new TicketListJson(await Json(page, db, stop), found.Count > page.Count ? Cursor.After(page[^1].Id.Value) : null);
    }

    private static Task<Ticket> Find(Reference reference, LupausDb db, CancellationToken stop) => db.Tickets.One(reference, stop);

    /// <summary>These tickets, in the order given.</summary>
    public async Task<IReadOnlyList<TicketJson>> These(Func<LupausDb, Task<IQueryable<Ticket>>> which, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Json(await (await which(db)).AsNoTracking().IgnoreAutoIncludes().ToListAsync(stop), db, stop);
    }

    private async Task<IReadOnlyList<TicketJson>> Json(IReadOnlyList<Ticket> tickets, LupausDb db, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var customers = tickets.Select(t => t.CustomerId).Distinct().ToArray();
        var people = await db.People.AsNoTracking().Include(p => p.Contacts).Where(p => customers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var ours = tickets.SelectMany(t => new[] { t.OwnerId, t.Promise?.Promiser ?? t.OwnerId, t.RequesterId ?? t.OwnerId }).Distinct().ToArray();
        var agents = await db.Agents.AsNoTracking().IgnoreAutoIncludes().Where(a => ours.Contains(a.Id)).ToDictionaryAsync(a => a.Id, OfAgent, stop);
        TicketId[] merged = [.. tickets.Select(t => t.MergedIntoId).OfType<TicketId>().Distinct()];
        var wholes = merged.Length == 0 ? [] : await db.Tickets.Where(t => merged.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Reference, stop);
        TicketId[] ids = [.. tickets.Select(t => t.Id)];
        var tagged = await db.TicketTags.Where(t => ids.Contains(t.TicketId)).Select(t => new { t.TicketId, t.TagId }).ToListAsync(stop);
        MessageId[] told = [.. tickets.Select(t => t.Understanding?.ToldIn).OfType<MessageId>()];
        var understood = told.Length == 0 ? [] : await db.Messages.Where(m => told.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Understood, stop);
        var names = await ourTags.Now(stop);
        var tags = tagged.ToLookup(t => t.TicketId, t => names.GetValueOrDefault(t.TagId) ?? "?");
        var recognised = new List<ILookup<TicketId, RecognisedJson>>();
        foreach (var room in rooms)
            recognised.Add(await room.In(ids, db, stop));
        return [.. tickets.Select(t => OfTicket(t, company, people[t.CustomerId], agents, wholes, [.. tags[t.Id].Order(StringComparer.OrdinalIgnoreCase)], [.. recognised.SelectMany(r => r[t.Id])], understood))];
    }

    private static TicketJson OfTicket(Ticket t, CompanyNow company, Person customer, Dictionary<AgentId, AgentJson> agents, Dictionary<TicketId, Reference> wholes, IReadOnlyList<string> tags, IReadOnlyList<RecognisedJson> recognised, Dictionary<MessageId, string?> understood) => new(
        t.Id, t.Reference.Value, t.IsOpen ? "open" : "closed", t.Subject, t.Goal, t.Language,
        new TopicJson(t.TopicId, company.Topic(t.TopicId).NameIn(company.Language)),
        new CustomerJson(customer.Id, customer.Name, customer.Email, customer.Phone),
        agents[t.OwnerId],
        t.RequesterId is { } asks ? agents[asks] : null,
        t.Promise is { } p ? new PromiseJson(p.Number, p.Kind, p.Due, p.MadeAt, agents[p.Promiser], p.ToldIn, p.Moves) : null,
        t.Closure is { } c ? new ClosureJson(c.At, c.How, c.Outcome, c.ByAgent, c.ByPerson, c.ConfirmedAt) : null,
        t.Deadline, t.ArrivedAt, t.LastWordAt, t.NewestFromCustomer, t.FollowsId, t.PromisesMade, t.PromisesBroken, t.Bounces,
        t.MergedIntoId is { } into ? wholes[into].Value : null, tags, t.AsideUntil,
        t.DeadlineGuess is { } guess ? new DeadlineGuessJson(guess.Message, guess.At, guess.Until, guess.Latest, guess.Start, guess.Length, t.IsDeadlineGuessed) : null, recognised,
        t.Understanding is { } its ? UnderstandingApi.Of(its, understood.GetValueOrDefault(its.ToldIn)) : null);

    private static AgentJson OfAgent(Agent agent) => new(agent.Id, agent.Name, agent.Email.Value);

    private static MessageJson OfMessage(Message m, Ticket ticket) => new(
        m.Id, m.TicketId, m.At, m.Direction, m.Nature, m.Channel, m.AgentId, m.PersonId, m.Body,
        [.. m.Attachments.Select(a => new AttachmentJson(a.Id, a.Name, a.Type, a.Length, a.Hash))],
        m.Call is { } c ? new CallJson(c.IsIncoming, c.Outcome, c.StartedAt, c.Minutes, c.IsShared) : null, m.Understood, m.NewSubject, ticket.MayBeApart(m));

    private static ObstacleJson OfObstacle(Obstacle o) => new(
        o.Id, o.Kind, o.Text, o.RaisedBy, o.RaisedAt, o.SettledBy, o.SettledAt, o.Settlement,
        o.Record is { } record ? new DiscrepancyJson(o.Said, o.SaidIn, record, o.RecordSource, o.RecordWhere, o.RecordShown, o.Holds, o.Cause, o.NextOutside) : null);

    internal static FactJson OfFact(FactRow row)
    {
        var fact = row.Fact;
        return new FactJson(row.Id.ToString(CultureInfo.InvariantCulture), row.At, row.Kind, row.ByAgent, row.ByPerson, JsonSerializer.SerializeToElement(fact, fact.GetType(), Api.Json));
    }
}
