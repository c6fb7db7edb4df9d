namespace Lupaus.Storage.Ground.Foundations;

/// <summary>That a backup took the place of everything that was here. On record, and the sign for those who still remember it.</summary>
public sealed class Restoration
{
    private Restoration() { }

    public Restoration(DateTimeOffset at) => (Id, At) = (Ids.Next(at), at);

    public long Id { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>
/// Looks whether a backup has taken the place of the database under a running program, and then lets everybody forget
/// what they remember: the company, sessions, keys, open desks.
/// </summary>
public sealed class Forgetting(IDbContextFactory<LupausDb> databases, News news)
{
    private readonly SemaphoreSlim turn = new(1);
    private long? known;

    public async Task Look(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var latest = await db.Restorations.MaxAsync(r => (long?)r.Id, stop) ?? 0;
            if (latest == known)
                return;
            known = latest;
            news.ForgetEverything();
        }
        finally
        {
            turn.Release();
        }
    }
}
