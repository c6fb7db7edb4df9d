using System.Globalization;
using Lupaus.Web.Work.Merging;
using Lupaus.Work.Merging;

namespace Lupaus.Web.Pages.Desk;

/// <summary>What an agent says of this ticket and another: the same matter, two matters, related, or only alike.</summary>
internal static class ConnectionForms
{
    public static void MapConnectionForms(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/merge", ([AsParameters] TicketPost post, ReadTicket read, MergeTickets merge) => post.Try("merge", async (id, source) =>
            await merge.For(id, await Other(post, read), post.Me, source, post.Stop)));
        ticket.MapPost("/unmerge/{part}", ([AsParameters] TicketPost post, string part, ReadTicket read, PartTicket parting) => post.Try($"unmerge-{part}", async (_, source) =>
            await parting.For(await Known(part, read, post.Stop), post.Me, source, post.Stop)));
        ticket.MapPost("/split", ([AsParameters] TicketPost post, SplitTicket split) => post.Try("split", async (id, source) =>
            await split.For(id, Chosen(post), post["subject"], post.Me, source, post.Stop)));
        ticket.MapPost("/split/{message:long}", ([AsParameters] TicketPost post, long message, SplitTicket split) => post.Try($"split-{message}", async (id, source) =>
            await split.For(id, Chosen(post), post["subject"], post.Me, source, post.Stop)));
        ticket.MapPost("/belongs/{message:long}", ([AsParameters] TicketPost post, long message, KeepHere keep) => post.Try($"belongs-{message}", (id, source) =>
            keep.For(id, MessageId.From(message), post.Me, source, post.Stop)));
        ticket.MapPost("/moveto", ([AsParameters] TicketPost post, ReadTicket read, MoveMessages move) => post.Try("moveto", async (id, source) =>
            await move.For(id, Chosen(post), await Other(post, read), post.Me, source, post.Stop)));
        ticket.MapPost("/link", ([AsParameters] TicketPost post, ReadTicket read, PairTickets pair) => post.Try("link", async (id, source) =>
            await pair.Say(id, await Other(post, read), Pairing.Related, post.Me, source, post.Stop)));
        ticket.MapPost("/unlink/{other}", ([AsParameters] TicketPost post, string other, ReadTicket read, PairTickets pair) => post.Try($"unlink-{other}", async (id, source) =>
            await pair.TakeBack(id, await Known(other, read, post.Stop), post.Me, source, post.Stop)));
        ticket.MapPost("/notsame/{other}", ([AsParameters] TicketPost post, string other, ReadTicket read, PairTickets pair) => post.Try($"notsame-{other}", async (id, source) =>
            await pair.Say(id, await Known(other, read, post.Stop), Pairing.NotTheSame, post.Me, source, post.Stop)));
    }

    private static Task<TicketId> Other(TicketPost post, ReadTicket read) => Known(post["other"], read, post.Stop);

    private static async Task<TicketId> Known(string reference, ReadTicket read, CancellationToken stop) =>
        Reference.Read(reference) is { } known && await read.IdOf(known, stop) is { } id ? id : throw new RuleBroken(Refusal.Because("ticket.unknown"));

    private static MessageId[] Chosen(TicketPost post)
    {
        MessageId[] chosen = [.. post.Form["message"].Select(m => long.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Select(MessageId.From)];
        return chosen.Length > 0 ? chosen : throw new RuleBroken(Refusal.Because("split.nothing"));
    }
}
