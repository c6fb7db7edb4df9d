using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Spam;

/// <summary>
/// An agent says that a ticket is no matter of a customer's: it is closed, nobody is told, and its sender may be blocked
/// with it. One that waits aside is judged so.
/// </summary>
public sealed class MarkSpam(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    public async Task For(TicketId id, BlockKind? block, AgentId by, Source? source, CancellationToken stop)
    {
        var ours = (await ourCompany.Now(stop)).Email;
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            await db.MarkSpam(ticket, block, ours, by, now, stop);
            db.Remember(source, id, now);
        }, stop);
    }
}

internal static class Blocking
{
    /// <summary>Answers whom it has blocked, when nobody had before.</summary>
    public static async Task<BlockedSender?> MarkSpam(this LupausDb db, Ticket ticket, BlockKind? block, EmailAddress ours, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        (ticket.WhyNotServe(by) ?? ticket.WhyNotSetAside()).StopIfAny();
        var blocked = block is { } kind ? await db.BlockSenderOf(ticket, kind, ours, by, now, stop) : null;
        ticket.SetAside(by, now);
        return blocked;
    }

    public static async Task<BlockedSender?> Block(this LupausDb db, BlockKind kind, EmailAddress address, EmailAddress ours, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        BlockedSender.WhyNotBlock(kind, address, ours).StopIfAny();
        (await db.Agents.AnyAsync(a => a.Email == address, stop) && kind == BlockKind.Address ? Refusal.Because("block.ours") : null).StopIfAny();
        var value = BlockedSender.ValueOf(kind, address);
        if (db.BlockedSenders.Local.Any(s => s.Value == value) || await db.BlockedSenders.AnyAsync(s => s.Value == value, stop))
            return null;
        var blocked = BlockedSender.Of(kind, address, ours, by, now);
        db.BlockedSenders.Add(blocked);
        return blocked;
    }

    private static async Task<BlockedSender?> BlockSenderOf(this LupausDb db, Ticket ticket, BlockKind kind, EmailAddress ours, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        var sender = await db.People.AsNoTracking().Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        var address = EmailAddress.Read(sender.Email) ?? throw new RuleBroken(Refusal.Because("block.noaddress"));
        return await db.Block(kind, address, ours, by, now, stop);
    }
}
