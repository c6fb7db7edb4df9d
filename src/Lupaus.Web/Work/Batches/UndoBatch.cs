using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Batches;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Batches;

/// <summary>
/// Takes a whole batch back with one press: each ticket that nothing has happened to since is exactly as it was. Where
/// something has happened, it stays as it is, and says so.
/// </summary>
public sealed class UndoBatch(Changes changes, TimeProvider clock)
{
    public Task For(BatchId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var batch = await db.Batches.Include(b => b.Lines).FirstOrDefaultAsync(b => b.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("batch.unknown"));
        if (batch.IsUndone)
            return;
        var me = await db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == by, stop);
        (batch.WhyNotUndo(now) ?? (batch.By == by || me.Role != Role.Agent ? null : Refusal.Because("batch.others"))).StopIfAny();
        TicketId[] done = [.. batch.Lines.Where(l => l.Outcome == BatchOutcome.Done).Select(l => l.TicketId)];
        var tickets = await db.Tickets.Where(t => done.Contains(t.Id)).ToDictionaryAsync(t => t.Id, stop);
        foreach (var line in batch.Lines.Where(l => l.Outcome == BatchOutcome.Done))
        {
            try
            {
                (batch.Act == BatchAct.FirstAid ? null : line.WhyNotUndo(tickets[line.TicketId].Version)).StopIfAny();
                await TakeBack(batch, line, tickets[line.TicketId], db, by, now, stop);
                line.Undone();
            }
            catch (RuleBroken broken)
            {
                line.StaysDone(broken.Refusal);
            }
        }
        batch.Undo(by, now);
    }, stop);

    private static async Task TakeBack(Batch batch, BatchLine line, Ticket ticket, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        switch (batch.Act)
        {
            case BatchAct.Give:
                await StillHere(line.OwnerBefore!.Value, db, stop);
                ticket.PassTo(line.OwnerBefore.Value, OwnerReason.OwnedBefore, null, by, now);
                break;
            case BatchAct.Tag:
                db.TicketTags.Remove(await db.TicketTags.FirstAsync(t => t.TicketId == ticket.Id && t.TagId == batch.Tag, stop));
                ticket.LosesTag(batch.Tag!.Value, by, now);
                break;
            case BatchAct.Untag:
                var has = await db.TicketTags.CountAsync(t => t.TicketId == ticket.Id, stop);
                db.TicketTags.Add(ticket.TagAs(await db.Tags.FirstAsync(t => t.Id == batch.Tag, stop), has, by, now));
                break;
            case BatchAct.Topic:
                ticket.ChangeTopic(line.TopicBefore!.Value, by, now);
                break;
            case BatchAct.FirstAid:
                await Unsay(batch, ticket, db, by, now, stop);
                break;
            default:
                await OpenAsItWas(line, ticket, db, by, now, stop);
                break;
        }
    }

    /// <summary>What hasn't left yet. It was nobody's draft, so it becomes none: the words stand where they were prepared.</summary>
    private static async Task Unsay(Batch batch, Ticket ticket, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        var held = await db.HeldReplies.FirstOrDefaultAsync(h => h.TicketId == ticket.Id && h.AgentId == batch.By && h.SentAt == batch.At, stop);
        (held is null ? Refusal.Because("reply.gone") : held.WhyNotTakeBack(batch.By)).StopIfAny(); // whoever may undo the batch was asked before
        db.HeldReplies.Remove(held!);
        ticket.AnswerCameBack(null, by, now);
    }

    private static async Task OpenAsItWas(BatchLine line, Ticket ticket, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        await StillHere(ticket.OwnerId, db, stop);
        var ended = await db.PromiseEnds.AsNoTracking().Where(e => e.TicketId == ticket.Id).OrderByDescending(e => e.Number).FirstAsync(stop);
        ticket.TakeBackClosing(new AsItWas(ended, line.DeadlineBefore > now ? line.DeadlineBefore : null, line.AsideBefore), by, now);
        // Whoever wasn't told because it was closed has to be told after all.
        var told = ended.ToldIn;
        if (await db.Outbox.FirstOrDefaultAsync(o => o.Id == told && o.State == Dispatch.Superseded, stop) is { } receipt)
            receipt.WaitAgain();
        if (line.Blocked is { } blocked && await db.BlockedSenders.FirstOrDefaultAsync(s => s.Id == blocked, stop) is { } sender)
        {
            sender.Unblock(by, now);
            db.BlockedSenders.Remove(sender);
        }
    }

    private static async Task StillHere(AgentId owner, LupausDb db, CancellationToken stop) =>
        (await db.ActiveAgents.AnyAsync(a => a.AgentId == owner, stop) ? null : Refusal.Because("undo.owner")).StopIfAny();
}
