using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Batches;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Batches;

/// <summary>A ticket of a batch, as one names it.</summary>
public sealed record BatchedTicket(TicketId Id, Reference Reference, string Subject);

/// <summary>A batch with the names of its tickets.</summary>
public sealed record BatchShown(Batch Batch, IReadOnlyDictionary<TicketId, BatchedTicket> Tickets)
{
    public int Count(BatchOutcome outcome) => Batch.Lines.Count(l => l.Outcome == outcome);

    public IEnumerable<(BatchLine Line, BatchedTicket Ticket)> Those(Func<BatchLine, bool> which) =>
        Batch.Lines.Where(which).Select(l => (l, Tickets[l.TicketId]));
}

/// <summary>What has been done to many at once, newest first.</summary>
public sealed class ReadBatches(IDbContextFactory<LupausDb> databases)
{
    public const int Most = 30;

    public async Task<IReadOnlyList<BatchShown>> Newest(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Show(await db.Batches.AsNoTracking().OrderByDescending(b => b.Id).Take(Most).Include(b => b.Lines).ToListAsync(stop), db, stop);
    }

    public async Task<BatchShown?> One(BatchId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await Show(await db.Batches.AsNoTracking().Where(b => b.Id == id).Include(b => b.Lines).ToListAsync(stop), db, stop)).FirstOrDefault();
    }

    private static async Task<IReadOnlyList<BatchShown>> Show(IReadOnlyList<Batch> batches, LupausDb db, CancellationToken stop)
    {
        TicketId[] ids = [.. batches.SelectMany(b => b.Lines).Select(l => l.TicketId).Distinct()];
        var tickets = ids.Length == 0 ? [] : await db.Tickets.Where(t => ids.Contains(t.Id)).Select(t => new BatchedTicket(t.Id, t.Reference, t.Subject)).ToDictionaryAsync(t => t.Id, stop);
        return [.. batches.Select(b => new BatchShown(b, tickets))];
    }
}

public static class BatchesRoom
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddSingleton<DoBatch>().AddSingleton<UndoBatch>().AddSingleton<ReadBatches>();
}
