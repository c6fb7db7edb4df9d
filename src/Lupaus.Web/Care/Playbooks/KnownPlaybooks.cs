using Lupaus.Care.Playbooks;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>All playbooks, dropped ones too, with their signs as words are compared.</summary>
public sealed record PlaybooksNow(IReadOnlyList<Playbook> All, IReadOnlyDictionary<PlaybookId, Signs> Signs)
{
    public static readonly PlaybooksNow None = new([], new Dictionary<PlaybookId, Signs>());

    /// <summary>Those that can be used: what goes on first, then by name.</summary>
    public IReadOnlyList<Playbook> InUse(DateTimeOffset now) =>
        [.. All.Where(p => p.DroppedAt is null).OrderByDescending(p => p.IsGoingOn(now)).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)];

    public Playbook? Find(PlaybookId id) => All.FirstOrDefault(p => p.Id == id && p.DroppedAt is null);

    public string NameOf(PlaybookId id) => All.FirstOrDefault(p => p.Id == id)?.Name ?? "?";

    public IReadOnlyList<Playbook> GoingOn(DateTimeOffset now) => [.. All.Where(p => p.IsGoingOn(now))];
}

/// <summary>Remembered for a moment, since every message that comes in and every page of a ticket asks.</summary>
public sealed class KnownPlaybooks
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly HouseLanguage language;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public KnownPlaybooks(IDbContextFactory<LupausDb> databases, HouseLanguage language, News news, TimeProvider clock)
    {
        (this.databases, this.language, this.clock) = (databases, language, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async ValueTask<PlaybooksNow> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Now;
        var readAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Playbooks.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
        var now = new PlaybooksNow(all, all.Where(p => p.DroppedAt is null).ToDictionary(p => p.Id, p => Signs.Of(p.Signs, language.Searching)));
        known = new Known(now, readAt);
        return now;
    }

    private sealed record Known(PlaybooksNow Now, long ReadAt);
}
