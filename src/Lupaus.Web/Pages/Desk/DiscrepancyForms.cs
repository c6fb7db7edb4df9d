using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Web.Core.Tickets;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The customer's word put beside the record's, and settled, from the ticket's page.</summary>
internal static class DiscrepancyForms
{
    public static void MapDiscrepancyForms(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/discrepancy", ([AsParameters] TicketPost post, RecordDiscrepancy record) =>
            post.Try("discrepancy", (id, source) => record.For(id, Wished(post), post.Me, source, post.Stop)));
        ticket.MapPost("/obstacles/{obstacle:long}/settle", ([AsParameters] TicketPost post, long obstacle) =>
            post.Change($"settle-{obstacle}", (t, now) => Settle(t, ObstacleId.From(obstacle), post, now)));
    }

    private static WishedDiscrepancy Wished(TicketPost post)
    {
        var (says, record) = (post["says"].Cleaned(), post["record"].Cleaned());
        if (says.Length == 0 || record.Length == 0)
            throw new RuleBroken(Refusal.Because("desk.discrepancy.both"));
        return new WishedDiscrepancy(says, record)
        {
            SaidIn = IdIn(post["said"]) is { } message ? MessageId.From(message) : null,
            Said = Chosen<SaidHow>(post["said"]),
            Source = post["source"],
            Where = post["where"],
            Shown = IdIn(post["file"]) is { } file ? AttachmentId.From(file) : null,
        };
    }

    /// <summary>A mistake is settled by saying what was done; a discrepancy by which word holds and why they differed.</summary>
    private static void Settle(Ticket ticket, ObstacleId which, TicketPost post, DateTimeOffset now)
    {
        if (!post.Form.ContainsKey("cause"))
            ticket.SettleObstacle(which, post["how"], post.Me, now);
        else
            ticket.SettleDiscrepancy(which, new Verdict(Wanted<WhichHolds>(post, "holds"), Wanted<DiscrepancyCause>(post, "cause"), post["how"], post["outside"], post["source"]), post.Me, now);
    }

    private static T Wanted<T>(TicketPost post, string field) where T : struct, Enum => Chosen<T>(post[field]) ?? throw new RuleBroken(Refusal.Because($"desk.discrepancy.{field}"));

    private static T? Chosen<T>(string text) where T : struct, Enum => text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null;

    private static long? IdIn(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
