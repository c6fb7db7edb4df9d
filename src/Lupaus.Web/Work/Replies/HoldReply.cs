using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;
using Lupaus.Work.Replies;

namespace Lupaus.Web.Work.Replies;

/// <summary>
/// An agent sends a reply from the desk: it is asked now whether it may go, and leaves in a moment unless they take it
/// back. Where no time to undo is set, it leaves at once.
/// </summary>
public sealed class HoldReply(Changes changes, SendReply send, HeldLeave held, Settings settings, TimeProvider clock)
{
    private readonly TimeSpan undoTime = TimeSpan.FromSeconds(settings.UndoSeconds);

    public async Task For(TicketId id, Reply reply, string draft, IReadOnlyList<Upload> files, IReadOnlyList<AttachmentId> kept, AgentId by, Source? source, CancellationToken stop)
    {
        if (undoTime == TimeSpan.Zero)
        {
            await send.For(id, reply, files, by, source, stop, kept);
            return;
        }
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            ticket.WhyNotServe(by).StopIfAny();
            await db.TakeAway(by, id, unsent => unsent.SentReply(), stop);
            if (await db.HeldReplies.FindAsync([id], stop) is { } earlier)
                await db.Leave(earlier, ticket, now, stop);
            var enclosed = await db.Enclose(id, by, files, kept, now, stop);
            ticket.HoldAnswer(reply, now + undoTime, by, now);
            db.HeldReplies.Add(new HeldReply(id, by, reply, draft, [.. enclosed.Select(e => new FileNamed(e.File.Hash, Attachment.SafeName(e.Name)))], now, undoTime));
            db.Remember(source, id, now);
        }, stop);
        held.Wake();
    }
}
