using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

internal static class Receiving
{
    /// <summary>Who doesn't work here, or is away, can't be asked to go on.</summary>
    public static async Task<Refusal?> WhyNotReceive(this LupausDb db, AgentId to, DateTimeOffset now, CancellationToken stop) =>
        !await db.ActiveAgents.AnyAsync(a => a.AgentId == to, stop) ? Refusal.Because("handover.receiver") :
        await db.IsAway(to, now, stop) ? Refusal.Because("handover.away") :
        null;

    public static Task<bool> IsAway(this LupausDb db, AgentId agent, DateTimeOffset now, CancellationToken stop) =>
        db.Absences.At(now).AnyAsync(a => a.AgentId == agent, stop);

    /// <summary>Leads and admins decide where others ask.</summary>
    public static Task<bool> IsLead(this LupausDb db, AgentId agent, CancellationToken stop) =>
        db.Agents.AnyAsync(a => a.Id == agent && a.Role != Role.Agent, stop); // stored as words, which know no order
}
