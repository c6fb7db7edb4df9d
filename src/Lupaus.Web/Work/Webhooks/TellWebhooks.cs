using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>What a program outside wants to hear of goes into its line in the same transaction as the fact itself.</summary>
public sealed class TellWebhooks(KnownWebhooks webhooks) : IWitness
{
    public async ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop)
    {
        if ((await webhooks.Now(stop)).Where(w => w.IsOn && w.Events.Count > 0).ToArray() is not { Length: > 0 } listening)
            return;
        foreach (var (ticket, what, at) in happened.InTickets(db).Select(h => (h.Ticket, h.What, h.At)).Distinct())
        {
            foreach (var webhook in listening.Where(w => w.Events.Contains(what)))
                db.WebhookDeliveries.Add(WebhookDelivery.Of(webhook.Id, ticket, WebhooksRoom.TypeOf(what), at));
        }
    }
}

internal static class HappenedInTickets
{
    /// <summary>Those of the facts that somebody may listen for, with the tickets of this change.</summary>
    public static IEnumerable<(long Fact, TicketId Ticket, TicketEvent What, DateTimeOffset At)> InTickets(this IReadOnlyList<NewsItem> happened, LupausDb db)
    {
        var tickets = db.ChangeTracker.Entries<Ticket>().Select(e => e.Entity).ToDictionary(t => t.Id);
        foreach (var item in happened)
        {
            if (item.Matter is { } id && tickets.GetValueOrDefault(id) is { } ticket && TicketEvents.Of(item.Happening.What, item.Happening.At, ticket.ArrivedAt) is { } what)
                yield return (item.Fact, id, what, item.Happening.At);
        }
    }
}
