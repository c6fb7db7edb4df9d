namespace Lupaus.Storage.Ground.Foundations;

/// <summary>
/// Makes a change: runs it on a fresh context and saves once. When somebody was faster, the whole of it runs again
/// on fresh data, so that the rules are asked anew; what they then refuse, the person is told.
/// </summary>
public sealed class Changes(IDbContextFactory<LupausDb> databases, Dialect dialect)
{
    private const int MostRounds = 12;

    // Those who lost line up. One at a time they meet only newcomers, so that twenty at once all get through.
    private readonly SemaphoreSlim line = new(1);

    public async Task<T> Make<T>(Func<LupausDb, Task<T>> change, CancellationToken stop)
    {
        try
        {
            return await Try(change, stop);
        }
        catch (Exception e) when (dialect.SomeoneWasFaster(e))
        {
        }
        await line.WaitAsync(stop);
        try
        {
            return await TryAgain(change, stop);
        }
        finally
        {
            line.Release();
        }
    }

    public Task Make(Func<LupausDb, Task> change, CancellationToken stop) =>
        Make(async db =>
        {
            await change(db);
            return true;
        }, stop);

    private async Task<T> TryAgain<T>(Func<LupausDb, Task<T>> change, CancellationToken stop)
    {
        for (var round = 2; ; round++)
        {
            try
            {
                return await Try(change, stop);
            }
            catch (Exception e) when (round < MostRounds && dialect.SomeoneWasFaster(e))
            {
                // Two web nodes that lost to each other would meet again at the same moment: step aside a little, unevenly.
                await Task.Delay(Random.Shared.Next(round * 3), stop);
            }
        }
    }

    private async Task<T> Try<T>(Func<LupausDb, Task<T>> change, CancellationToken stop, bool again = false)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        db.Asked = null; // contexts are used again
        try
        {
            var result = await change(db);
            await db.SaveChangesAsync(stop);
            return result;
        }
        catch (RuleBroken) when (!again && db.Asked is not null)
        {
            // The same press, done by its twin since this one asked whether it was done, isn't refused by its own outcome.
            if (!await WasDoneMeanwhile(db.Asked, stop))
                throw;
        }
        return await Try(change, stop, again: true);
    }

    private async Task<bool> WasDoneMeanwhile(Source asked, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Onces.AnyAsync(o => o.Name == asked.Name && o.Key == asked.Key && o.Fingerprint == asked.Fingerprint, stop);
    }
}
