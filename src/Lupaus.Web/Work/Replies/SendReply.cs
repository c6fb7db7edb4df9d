using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Work.Replies;

/// <summary>An agent answers the customer, and says what happens next. Sent twice by a double click, it is one reply.</summary>
public sealed class SendReply(Changes changes, TimeProvider clock)
{
    public async Task For(TicketId id, Reply reply, IReadOnlyList<Upload> files, AgentId by, Source? source, CancellationToken stop, IReadOnlyList<AttachmentId>? kept = null)
    {
        var another = false;
        while (await changes.Make(LetAnEarlierGo, stop))
            another = true;
        await changes.Make(Answer, stop);

        // In a change of its own: one change ends no more than one promise, and both replies may.
        async Task<bool> LetAnEarlierGo(LupausDb db)
        {
            if (await db.Done(source, stop) is not null || await db.HeldReplies.FindAsync([id], stop) is not { } earlier)
                return false;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            ticket.WhyNotAnswer(reply, by, now).StopIfAny();
            await TakeDraftAway(db);
            await db.Leave(earlier, ticket, now, stop);
            return true;
        }

        async Task Answer(LupausDb db)
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            if (!another)
                await TakeDraftAway(db);
            var message = ticket.Answer(reply, by, now);
            message.Attach(await db.Enclose(id, by, files, kept ?? [], now, stop), now);
            db.Remember(source, id, now);
        }

        // Before an earlier one leaves: if that can't, it comes back as their draft.
        Task TakeDraftAway(LupausDb db) => db.TakeAway(by, id, unsent => unsent.SentReply(), stop);
    }
}
