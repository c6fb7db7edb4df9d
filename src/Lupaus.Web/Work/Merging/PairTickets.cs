using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>Says of two tickets that they are related, or that they are not the same though they look alike; and takes it back.</summary>
public sealed class PairTickets(Changes changes, TimeProvider clock)
{
    public Task Say(TicketId one, TicketId other, Pairing pairing, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        await db.Pair(await db.Tickets.One(one, stop), await db.Tickets.One(other, stop), pairing, by, now, stop);
        db.Remember(source, one, now);
    }, stop);

    public Task TakeBack(TicketId one, TicketId other, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var (first, second) = TicketPair.KeyOf(one, other);
        if (await db.TicketPairs.FirstOrDefaultAsync(p => p.One == first && p.Other == second && p.Pairing == Pairing.Related, stop) is not { } pair)
            return;
        var now = clock.Now();
        db.TicketPairs.Remove(pair);
        (await db.Tickets.One(one, stop)).IsUnlinkedFrom(other, by, now);
        (await db.Tickets.One(other, stop)).IsUnlinkedFrom(one, by, now);
        db.Remember(source, one, now);
    }, stop);
}

internal static class Pairs
{
    public static async Task Pair(this LupausDb db, Ticket one, Ticket other, Pairing pairing, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        var pair = TicketPair.Of(one.Id, other.Id, pairing, by, now);
        if (await db.TicketPairs.AnyAsync(p => p.One == pair.One && p.Other == pair.Other && p.Pairing == pairing, stop))
            return;
        db.TicketPairs.Add(pair);
        if (pairing != Pairing.Related)
            return;
        one.IsLinkedTo(other.Id, by, now);
        other.IsLinkedTo(one.Id, by, now);
    }
}
