using System.Collections.Frozen;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Lateness;

/// <summary>Promises that are threatened long before they are due, since more is promised than there is time to work. Reckoned now and then, since each list asks.</summary>
public sealed class TightPromises(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, TimeProvider clock)
{
    /// <summary>What is promised for later than this can still come to fit.</summary>
    private static readonly TimeSpan LooksAhead = TimeSpan.FromDays(2);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim reckoning = new(1);
    private volatile Known? known;

    public async Task<FrozenSet<TicketId>> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.At) < Fresh)
            return fresh.Tickets;
        // One at a time: who comes meanwhile finds it reckoned.
        await reckoning.WaitAsync(stop);
        try
        {
            if (known is not { } read || clock.GetElapsedTime(read.At) >= Fresh)
                known = read = new Known(await Reckon(stop), clock.GetTimestamp());
            return read.Tickets;
        }
        finally
        {
            reckoning.Release();
        }
    }

    private async Task<FrozenSet<TicketId>> Reckon(CancellationToken stop)
    {
        var (company, now) = (await ourCompany.Now(stop), clock.Now());
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await PromisedWork.Read(company, db, now, now + LooksAhead, stop)).DontFit();
    }

    private sealed record Known(FrozenSet<TicketId> Tickets, long At);
}
