using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>A promise that broke without a word of ours alerts the owner and whoever leads, in the moment that breaks it.</summary>
public sealed class WhenPromiseBroken : IListener<PromiseEnded>
{
    public async Task Hear(PromiseEnded fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        if (fact.How != HowItEnded.Broken)
            return;
        foreach (var ticket in db.ChangeTracker.Entries<Ticket>().Select(e => e.Entity).Where(t => IsIt(t, fact)).ToArray())
        {
            var standIns = await db.StandIns(happening.At, stop);
            var hearers = new HashSet<AgentId> { standIns.For(ticket) };
            hearers.UnionWith((await Leads(db, stop)).Select(lead => standIns.For(lead)));
            var cause = new Cause(AlertKind.Broken, fact.Number, ticket.Promise!.Due);
            foreach (var agent in hearers.Where(a => !db.Alerts.Local.Any(known => known.TicketId == ticket.Id && known.Kind == cause.Kind && known.What == cause.What && known.AgentId == a)))
                db.Alerts.Add(new Alert(agent, ticket.Id, cause, happening.At));
        }
    }

    private static bool IsIt(Ticket ticket, PromiseEnded fact) =>
        ticket.LapsesSinceOurWord > 0 && ticket.Promise is not null && ticket.PromiseEnds.Any(e => e.Number == fact.Number && e.Due == fact.Due && e.How == HowItEnded.Broken);

    private static async Task<IReadOnlyList<AgentId>> Leads(LupausDb db, CancellationToken stop)
    {
        var leads = await db.Agents.Where(a => a.Activity != null && a.Role == Role.Lead).Select(a => a.Id).ToListAsync(stop);
        return leads.Count > 0 ? leads : [await db.Companies.Select(c => c.DutyAgentId).FirstAsync(stop)];
    }
}
