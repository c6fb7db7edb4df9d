using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>What came under a new subject belongs where it stands, and so does all that came and comes under the same one.</summary>
public sealed class KeepHere(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, MessageId message, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        var named = await db.Messages.FirstOrDefaultAsync(m => m.Id == message && m.TicketId == id, stop) ?? throw new RuleBroken(Refusal.Because("letter.unknown"));
        ticket.WhyNotKeepHere(named).StopIfAny();
        var under = await db.Messages.Where(m => m.TicketId == id && m.NewSubject != null).ToListAsync(stop);
        ticket.KeepHere([.. under.Where(m => Subjects.AreTheSame(m.NewSubject!, named.NewSubject!))], by, now);
        db.Remember(source, id, now);
    }, stop);
}
