using System.Collections.Frozen;
using Lupaus.Language.Tone;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>The house's own words by language, remembered for a moment: a draft is read with them at every pause of typing.</summary>
public sealed class OurJargon
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public OurJargon(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<JargonNoted>(() => known = null);
        news.Follow<JargonDropped>(() => known = null);
    }

    /// <summary>In the order of the alphabet, in each language.</summary>
    public async Task<IReadOnlyList<JargonTerm>> All(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.JargonTerms.AsNoTracking().OrderBy(t => t.Id).Take(JargonTerm.Most).ToListAsync(stop);
        return [.. all.OrderBy(t => t.Language).ThenBy(t => t.Term, StringComparer.CurrentCultureIgnoreCase)];
    }

    public async Task<ToneContext> In(LanguageCode language, CancellationToken stop)
    {
        if (known is not { } fresh || clock.GetElapsedTime(fresh.ReadAt) >= Moment)
        {
            var asked = clock.GetTimestamp();
            known = fresh = new Known((await All(stop)).GroupBy(t => t.Language).ToFrozenDictionary(g => g.Key, g => new ToneContext([.. g.Select(t => new JargonWord(t.Term, t.Plain))])), asked);
        }
        return fresh.Contexts.GetValueOrDefault(language) ?? new ToneContext();
    }

    private sealed record Known(FrozenDictionary<LanguageCode, ToneContext> Contexts, long ReadAt);
}
