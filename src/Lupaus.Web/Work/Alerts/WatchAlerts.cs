using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>
/// One look at what somebody has to hear of at once: a customer whose clock runs out, a promise about to break, one that
/// has broken. Each thing alerts each person once, whichever of several web nodes sees it first.
/// </summary>
public sealed class WatchAlerts(IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Urgent = TimeSpan.FromHours(1);

    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        var now = clock.Now();
        foreach (var due in await Due(now, stop))
            await changes.Make(async db => await Alert(db, due, company.DutyAgent, now, stop), stop);
    }

    private static async Task Alert(LupausDb db, DueAlert due, AgentId dutyAgent, DateTimeOffset now, CancellationToken stop)
    {
        var told = await db.Alerts.Where(a => a.TicketId == due.Ticket && a.Kind == due.Kind && a.What == due.What).Select(a => a.AgentId).ToListAsync(stop);
        var hearers = new HashSet<AgentId> { await db.WhoLooksAfter(due.Owner, dutyAgent, now, stop) };
        if (due.Kind == AlertKind.Urgent)
            hearers.Add(dutyAgent);
        if (due.Kind == AlertKind.Broken)
            hearers.UnionWith(await Leads(db, dutyAgent, stop));
        foreach (var agent in hearers.Except(told))
            db.Alerts.Add(new Alert(agent, due.Ticket, due.Kind, due.What, now));
    }

    private async Task<IReadOnlyList<DueAlert>> Due(DateTimeOffset now, CancellationToken stop)
    {
        var (soon, hour) = (now + Promise.Warning, now + Urgent);
        await using var db = await databases.CreateDbContextAsync(stop);
        var coming = await db.Tickets.ComingUpBy(hour).AsNoTracking().IgnoreAutoIncludes()
            .Where(t => t.Promise!.Kind != PromiseKind.CheckBack && !db.HeldReplies.Any(h => h.TicketId == t.Id))
            .Where(t => (t.Deadline > now && t.Deadline <= hour) || (t.Promise!.Due > now && t.Promise.Due <= soon))
            .Select(t => new { t.Id, t.OwnerId, t.Deadline, t.Promise!.Number, t.Promise.Due, t.Promise.MadeAt }).ToListAsync(stop);
        var due = coming.Where(t => t.Deadline > now && t.Deadline <= hour).Select(t => new DueAlert(t.Id, t.OwnerId, AlertKind.Urgent, t.Deadline!.Value.ToUnixTimeMilliseconds()))
            // A promise for a quarter of an hour from now is no threat in the moment it is made.
            .Concat(coming.Where(t => t.Due > now && t.Due <= soon && now >= t.MadeAt + (t.Due - t.MadeAt) / 2).Select(t => new DueAlert(t.Id, t.OwnerId, AlertKind.Threatened, t.Number))).ToList();
        var tickets = due.Select(d => d.Ticket).Distinct().ToArray();
        var told = tickets.Length == 0 ? [] : await db.Alerts.Where(a => tickets.Contains(a.TicketId)).Select(a => new { a.TicketId, a.Kind, a.What }).ToListAsync(stop);
        var broken = await db.Tickets.Open().AsNoTracking().IgnoreAutoIncludes()
            .Where(t => t.LapsesSinceOurWord > 0 && !db.Alerts.Any(a => a.TicketId == t.Id && a.Kind == AlertKind.Broken && a.What == t.PromisesBroken))
            .Take(AtOnce).Select(t => new DueAlert(t.Id, t.OwnerId, AlertKind.Broken, t.PromisesBroken)).ToListAsync(stop);
        return [.. due.Where(d => !told.Any(a => a.TicketId == d.Ticket && a.Kind == d.Kind && a.What == d.What)), .. broken];
    }

    private static async Task<IReadOnlyList<AgentId>> Leads(LupausDb db, AgentId dutyAgent, CancellationToken stop)
    {
        var leads = await db.Agents.Where(a => a.Activity != null && a.Role == Role.Lead).Select(a => a.Id).ToListAsync(stop);
        return leads.Count > 0 ? leads : [dutyAgent];
    }

    private sealed record DueAlert(TicketId Ticket, AgentId Owner, AlertKind Kind, long What);
}

internal static class LookingAfter
{
    /// <summary>The owner; while they are away their stand-in, and where nobody stands in the duty agent.</summary>
    public static async Task<AgentId> WhoLooksAfter(this LupausDb db, AgentId owner, AgentId dutyAgent, DateTimeOffset now, CancellationToken stop)
    {
        var away = await db.Absences.Where(a => a.AgentId == owner && a.From <= now && (a.Until == null || a.Until > now)).Select(a => new { a.StandInId }).FirstOrDefaultAsync(stop);
        if (away is null)
            return owner;
        return away.StandInId ?? await db.Agents.Where(a => a.Id == owner).Select(a => a.StandInId).FirstAsync(stop) ?? dutyAgent;
    }
}
