using System.Text.Json;
using System.Text.Json.Nodes;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>What a delivery says: its type, its time, and the ticket as the API gives it, with its owner and its promise.</summary>
public sealed class WebhookLetter(ShowTickets tickets)
{
    public async Task<string> Write(WebhookDelivery delivery, LupausDb db, CancellationToken stop)
    {
        var ticket = delivery.TicketId is { } id ? await tickets.One(await db.Tickets.Where(t => t.Id == id).Select(t => t.Reference).FirstAsync(stop), stop) : null;
        var data = new JsonObject { ["ticket"] = JsonSerializer.SerializeToNode(ticket, Api.Json) };
        if (delivery.AskedBy is { } rule)
            data["rule"] = rule;
        return new JsonObject { ["type"] = delivery.Type, ["timestamp"] = JsonSerializer.SerializeToNode(delivery.At, Api.Json), ["data"] = data }.ToJsonString(Api.Json);
    }
}
