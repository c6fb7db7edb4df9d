using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Tickets;

public static class TicketsStored
{
    /// <summary>The column that names the owner of an open ticket, and nobody for a closed one.</summary>
    public const string OpenOwner = TicketMap.OpenOwner;

    /// <summary>The column with the time an open ticket comes up; empty for a closed one.</summary>
    public const string ComesUp = TicketMap.ComesUp;

    /// <summary>
    /// Before anything of ours: "later than ever" means "not empty", and is answered from the index, which "not empty"
    /// is not as long as SQLite has no statistics.
    /// </summary>
    public static readonly DateTimeOffset Ever = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The one ticket, with what its rules look at. Unknown is refused in plain words.</summary>
    public static async Task<Ticket> One(this DbSet<Ticket> tickets, TicketId id, CancellationToken stop) =>
        await tickets.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("ticket.unknown"));

    public static async Task<Ticket> One(this DbSet<Ticket> tickets, Reference reference, CancellationToken stop) =>
        await tickets.FirstOrDefaultAsync(t => t.Reference == reference, stop) ?? throw new RuleBroken(Refusal.Because("ticket.unknown"));

    /// <summary>Which ticket a reference names; null when it names none.</summary>
    public static Task<TicketId?> IdOf(this DbSet<Ticket> tickets, Reference reference, CancellationToken stop) =>
        tickets.Where(t => t.Reference == reference).Select(t => (TicketId?)t.Id).FirstOrDefaultAsync(stop);

    /// <summary>A message of a customer that is here already, by where it came from; the same message is stored once.</summary>
    public static async Task<TicketId?> TicketHearing(this LupausDb db, Source source, CancellationToken stop) =>
        await db.Messages.Where(m => m.SourceName == source.Name && m.SourceKey == source.Key).Select(m => (TicketId?)m.TicketId).FirstOrDefaultAsync(stop);

    /// <summary>The open tickets this agent answers for, straight from the index.</summary>
    public static IQueryable<Ticket> OwnedBy(this IQueryable<Ticket> tickets, AgentId owner) =>
        tickets.Where(t => EF.Property<AgentId?>(t, TicketMap.OpenOwner) == owner);

    public static IQueryable<Ticket> Open(this IQueryable<Ticket> tickets) =>
        tickets.Where(t => EF.Property<DateTimeOffset?>(t, TicketMap.ComesUp) > Ever);

    /// <summary>Open, and no person of ours has begun: anybody who serves it may take it.</summary>
    public static IQueryable<Ticket> Untouched(this IQueryable<Ticket> tickets) =>
        tickets.Where(t => t.Closure == null && t.FirstHumanWordAt == null && EF.Property<DateTimeOffset?>(t, TicketMap.ComesUp) > Ever);

    /// <summary>What stands in the common line: open, not aside, touched by nobody and taken by nobody.</summary>
    public static IQueryable<Ticket> InLine(this IQueryable<Ticket> tickets) =>
        tickets.Where(t => t.Closure == null && t.FirstHumanWordAt == null && t.AsideUntil == null && t.TakenAt == null);

    /// <summary>What one of ours asks of colleagues.</summary>
    public static IQueryable<Ticket> Internal(this IQueryable<Ticket> tickets) => tickets.Where(t => t.RequesterId != null);

    /// <summary>What customers told us went wrong, as long as it isn't mended.</summary>
    public static IQueryable<Obstacle> ToldByCustomers(this IQueryable<Obstacle> obstacles) =>
        obstacles.Where(o => o.SettledAt == null && o.RaisedBy == null);

    /// <summary>Open tickets whose promise or deadline comes up by then.</summary>
    public static IQueryable<Ticket> ComingUpBy(this IQueryable<Ticket> tickets, DateTimeOffset then) =>
        tickets.Where(t => EF.Property<DateTimeOffset?>(t, TicketMap.ComesUp) <= then);

    /// <summary>Open tickets whose promise or deadline comes up then or later.</summary>
    public static IQueryable<Ticket> ComingUpFrom(this IQueryable<Ticket> tickets, DateTimeOffset then) =>
        tickets.Where(t => EF.Property<DateTimeOffset?>(t, TicketMap.ComesUp) >= then);

    /// <summary>What comes up first stands first: the promise, or the customer's deadline when that is sooner; then who came first.</summary>
    public static IOrderedQueryable<Ticket> InDueOrder(this IQueryable<Ticket> tickets) =>
        tickets.OrderBy(t => EF.Property<DateTimeOffset?>(t, TicketMap.ComesUp)).ThenBy(t => t.ArrivedAt);
}
