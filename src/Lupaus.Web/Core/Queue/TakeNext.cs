using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>
/// The next right ticket for an agent: what they have begun and is our turn, when it comes up before the first of the common line; else the one whose
/// turn it is there. That one becomes theirs, and colleagues pass it by.
/// </summary>
public sealed class TakeNext(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    /// <summary>Null when there is nothing to do.</summary>
    public async Task<Reference?> For(AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        return await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is { TicketId: { } taken })
                return (await db.Tickets.One(taken, stop)).Reference;
            var now = clock.Now();
            var agent = await db.Agents.FirstAsync(a => a.Id == by, stop);
            (agent.IsActive ? null : Refusal.Because("agent.inactive")).StopIfAny();
            if (await Next(agent, company, db, now, stop) is not { } next)
                return (Reference?)null;
            db.Remember(source, next.Id, now);
            return next.Reference;
        }, stop);
    }

    private static async Task<Ticket?> Next(Agent agent, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var own = await (await Begun(agent, db, now, stop)).InDueOrder().FirstOrDefaultAsync(stop);
        while (true)
        {
            var (found, isGone) = await First(agent, own, company, db, now, stop);
            if (!isGone)
                return found;
        }
    }

    /// <summary>What is next at this moment; or word that a colleague took it since it was looked for.</summary>
    private static async Task<(Ticket? Next, bool IsGone)> First(Agent agent, Ticket? own, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var line = await LineHeads.For(agent.Id, agent.Languages, company, db, now, stop);
        if (line.Firsts.Count == 0 && own is null)
            line = await LineHeads.For(agent.Id, agent.Languages, company, db, now, stop, heldToo: true); // rather than sit idle
        var turns = await db.TurnsTaken.FindAsync([agent.Id], stop);
        var first = line.Firsts.Count == 0 ? (Place?)null : line.Firsts.Min(w => w.PlaceAt(now));
        if (own is not null && (first is not { } place || ComesUp(own) <= place.At))
            return (own, false);
        if (new Turns(company.TurnsEvery).Next(line.Firsts, line.Oldest, turns?.Count ?? 0, now) is not { } next)
            return (own, false);
        var ticket = await db.Tickets.One(next.Ticket.Id, stop);
        if (ticket.WhyNotTake(agent.Id) is not null)
        {
            db.ChangeTracker.Clear(); // else it would be remembered as taken, though it came back into the line
            return (null, true);
        }
        if (turns is null)
            db.TurnsTaken.Add(turns = new TurnsTaken(agent.Id));
        turns.Take();
        ticket.Take(agent.Id, next.Why, now);
        return (ticket, false);
    }

    /// <summary>
    /// What they look after and is our turn: what they or the colleague they stand in for have begun, and what came to them though they don't serve it,
    /// since nobody else does.
    /// </summary>
    private static async Task<IQueryable<Ticket>> Begun(Agent agent, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var languages = agent.Languages.ToArray();
        return (await db.LookedAfterBy(agent.Id, now, stop)).Where(t => t.Promise!.Kind != PromiseKind.CheckBack && (t.FirstHumanWordAt != null || t.TakenAt != null
            || (t.OwnerId == agent.Id && !(languages.Contains(t.Language) && db.Topics.Any(topic => topic.Id == t.TopicId && db.Set<TeamMember>().Any(m => m.TeamId == topic.TeamId && m.AgentId == agent.Id))))));
    }

    private static DateTimeOffset ComesUp(Ticket ticket) =>
        ticket.Deadline is { } deadline && deadline < ticket.Promise!.Due ? deadline : ticket.Promise!.Due;
}
