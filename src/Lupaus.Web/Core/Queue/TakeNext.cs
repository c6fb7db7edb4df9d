using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>
/// The next right ticket for an agent: what comes up first among their own that are our turn, and among those that
/// nobody has touched and they can serve. One of a colleague's that nobody has touched becomes theirs.
/// </summary>
public sealed class TakeNext(Changes changes, TimeProvider clock)
{
    /// <summary>Null when there is nothing to do.</summary>
    public Task<Reference?> For(AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is { TicketId: { } taken })
            return (await db.Tickets.One(taken, stop)).Reference;
        var now = clock.Now();
        if (await Next(by, db, stop) is not { } next)
            return (Reference?)null;
        if (next.OwnerId != by)
            next.PassTo(by, OwnerReason.TookNext, null, by, now);
        db.Remember(source, next.Id, now);
        return next.Reference;
    }, stop);

    private static async Task<Ticket?> Next(AgentId by, LupausDb db, CancellationToken stop)
    {
        var agent = await db.Agents.FirstAsync(a => a.Id == by, stop);
        (agent.IsActive ? null : Refusal.Because("agent.inactive")).StopIfAny();
        var languages = agent.Languages.ToArray();
        var own = await db.Tickets
            .OwnedBy(by).Where(t => t.Promise!.Kind != PromiseKind.CheckBack && t.AsideUntil == null).InDueOrder().FirstOrDefaultAsync(stop);
        var common = await db.Tickets
            .Untouched().Where(t => t.OwnerId != by && languages.Contains(t.Language))
            .Where(t => db.Topics.Any(topic => topic.Id == t.TopicId && db.Set<TeamMember>().Any(m => m.TeamId == topic.TeamId && m.AgentId == by)))
            .InDueOrder().FirstOrDefaultAsync(stop);
        return own is null ? common : common is null ? own : ComesUp(common) < ComesUp(own) ? common : own;
    }

    private static DateTimeOffset ComesUp(Ticket ticket) =>
        ticket.Deadline is { } deadline && deadline < ticket.Promise!.Due ? deadline : ticket.Promise!.Due;
}
