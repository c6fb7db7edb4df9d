using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Replies;

/// <summary>Undo: a reply that hasn't left yet is its writer's draft again.</summary>
public sealed class TakeBackReply(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, AgentId by, CancellationToken stop, Source? source = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var held = await db.HeldReplies.FindAsync([id], stop);
        (held is null ? Refusal.Because("reply.gone") : held.WhyNotTakeBack(by)).StopIfAny();
        db.HeldReplies.Remove(held!);
        await db.ComeBack(held!, await db.Tickets.One(id, stop), why: null, clock.Now(), stop);
        db.Remember(source, id, clock.Now());
    }, stop);
}
