using System.Collections.Frozen;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>One of ours as every page shows them.</summary>
public sealed record Colleague(AgentId Id, string Name, Role Role, LanguageCode DeskLanguage, AgentId? StandIn, bool IsActive)
{
    /// <summary>What they may give to customers in a month, in cents; null for as much as everybody.</summary>
    public int? GoodwillLimit { get; init; }

    public string FirstName => Name.Split(' ', 2)[0];

    public string Initials => Agent.InitialsOf(Name);
}

/// <summary>Everybody who works or has worked here, remembered for a moment, since every page names some of them.</summary>
public sealed class Colleagues
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public Colleagues(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    /// <summary>Those at work besides this one, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> Of(AgentId one, CancellationToken stop) =>
        [.. (await Now(stop)).Values.Where(c => c.IsActive && c.Id != one).OrderBy(c => c.Name, StringComparer.CurrentCulture)];

    public async Task<FrozenDictionary<AgentId, Colleague>> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.All;
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Agents.AsNoTracking().OrderBy(a => a.Name)
            .Select(a => new Colleague(a.Id, a.Name, a.Role, a.DeskLanguage, a.StandInId, a.Activity != null) { GoodwillLimit = a.GoodwillLimit }).ToListAsync(stop);
        known = new Known(all.ToFrozenDictionary(a => a.Id), clock.GetTimestamp());
        return known.All;
    }

    private sealed record Known(FrozenDictionary<AgentId, Colleague> All, long ReadAt);
}

public static class SignedInReader
{
    /// <summary>The page is for whoever is signed in: in the language of their own desk, unless they have just chosen another.</summary>
    public static IApplicationBuilder UseSignedInReader(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated is true && context.GetEndpoint() is not null)
        {
            var all = await context.RequestServices.GetRequiredService<Colleagues>().Now(context.RequestAborted);
            if (all.GetValueOrDefault(context.User.AgentId()) is { } me)
            {
                var reader = context.RequestServices.GetRequiredService<Reader>();
                reader.Name = me.Name;
                if (!context.Request.Cookies.ContainsKey(Looks.Looks.LanguageCookie))
                    reader.Language = me.DeskLanguage;
            }
        }
        await next(context);
    });
}
