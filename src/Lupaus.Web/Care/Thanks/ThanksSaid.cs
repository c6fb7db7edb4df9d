using Lupaus.Care.Thanks;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Thanks;

/// <summary>Thanks as they are read.</summary>
public sealed record ThanksRow(ThankYouId Id, AgentId From, AgentId To, string? Words, DateTimeOffset At, Reference Reference, string Subject);

/// <summary>What colleagues have thanked each other for, newest first. Nobody's are counted.</summary>
public sealed class ThanksSaid(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    /// <summary>Thanks are news for four weeks; then they have been heard.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(28);

    private const int Most = 50;

    public async Task<IReadOnlyList<ThanksRow>> Latest(CancellationToken stop)
    {
        var since = clock.Now() - Lately;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Rows(db.ThankYous.Where(t => t.At >= since), db, stop);
    }

    public async Task<IReadOnlyList<ThanksRow>> In(TicketId ticket, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Rows(db.ThankYous.Where(t => t.TicketId == ticket), db, stop);
    }

    private static async Task<IReadOnlyList<ThanksRow>> Rows(IQueryable<ThankYou> those, LupausDb db, CancellationToken stop)
    {
        // A join keeps no order, so it is put in order again here.
        var found = await those.Where(t => t.TakenBackAt == null).OrderByDescending(t => t.Id).Take(Most)
            .Join(db.Tickets.IgnoreAutoIncludes(), t => t.TicketId, ticket => ticket.Id, (t, ticket) => new ThanksRow(t.Id, t.FromId, t.ToId, t.Words, t.At, ticket.Reference, ticket.Subject)).ToListAsync(stop);
        return [.. found.OrderByDescending(t => t.Id.Value)];
    }
}
