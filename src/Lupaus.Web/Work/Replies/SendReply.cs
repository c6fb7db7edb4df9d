using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Work.Replies;

/// <summary>An agent answers the customer, and says what happens next. Sent twice by a double click, it is one reply.</summary>
public sealed class SendReply(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, Reply reply, IReadOnlyList<Upload> files, AgentId by, Source? source, CancellationToken stop, IReadOnlyList<AttachmentId>? kept = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        // First: an earlier reply of theirs that can't leave comes back as their draft.
        await db.TakeAway(by, id, unsent => unsent.SentReply(), stop);
        if (await db.HeldReplies.FindAsync([id], stop) is { } earlier)
            await db.Leave(earlier, ticket, now, stop);
        var message = ticket.Answer(reply, by, now);
        message.Attach(await db.Enclose(id, by, files, kept ?? [], now, stop), now);
        db.Remember(source, id, now);
    }, stop);
}
