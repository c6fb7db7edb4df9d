using Lupaus.Core.Outbox;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>Nobody knows whether a letter left, and one of ours lets it go once more: the same letter, by the same Message-ID.</summary>
public sealed class SendAgain(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, MessageId letter, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var entry = await db.Outbox.FirstOrDefaultAsync(o => o.Id == letter, stop) ?? throw new RuleBroken(Refusal.Because("letter.unknown"));
        var said = entry.CopyOf ?? entry.Id;
        if (!await db.Messages.AnyAsync(m => m.Id == said && (m.TicketId == id || db.Tickets.Any(t => t.Id == m.TicketId && t.MergedIntoId == id)), stop))
            throw new RuleBroken(Refusal.Because("letter.unknown"));
        entry.SendAgain(now);
        (await db.Tickets.One(id, stop)).SentAgain(said, by, now);
        db.Remember(source, id, now);
    }, stop);
}
