using Lupaus.Ground.Api;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Api;

/// <param name="OnlyAs">The one agent it may act as; null for any.</param>
public sealed record NewApiKey(string Name, ApiScope Scope, AgentId? OnlyAs = null);

/// <summary>Makes, lists and revokes the keys that programs call with.</summary>
public sealed class KeepApiKeys(IDbContextFactory<LupausDb> databases, Changes changes, TimeProvider clock)
{
    /// <summary>The secret, which nobody can show again. Two keys in use never share a name, so that the right one is revoked.</summary>
    public Task<string> Make(NewApiKey wish, Actor by, CancellationToken stop) => changes.Make(async db =>
    {
        ApiKey.WhyNotCall(wish.Name).StopIfAny();
        if (await InUse(db, wish.Name, stop) is not null)
            throw new RuleBroken(Refusal.Because("key.taken").With("name", wish.Name.OneLine()));
        if (wish.OnlyAs is { } agent && !await db.ActiveAgents.AnyAsync(a => a.AgentId == agent, stop))
            throw new RuleBroken(Refusal.Because("agent.unknown"));
        var (key, secret) = ApiKey.Make(wish.Name, wish.Scope, wish.OnlyAs, by, clock.Now());
        db.ApiKeys.Add(key);
        return secret;
    }, stop);

    /// <summary>One that looks and writes, as most programs do.</summary>
    public Task<string> Make(string name, CancellationToken stop) => Make(new NewApiKey(name, ApiScope.Write), Actor.Lupaus, stop);

    public async Task<IReadOnlyList<ApiKey>> All(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.ApiKeys.AsNoTracking().OrderBy(k => k.Id).ToListAsync(stop);
    }

    public Task Revoke(string name, CancellationToken stop) => changes.Make(async db =>
    {
        var key = await InUse(db, name, stop) ?? throw new RuleBroken(Refusal.Because("key.unknown").With("name", name.OneLine()));
        key.Revoke(Actor.Lupaus, clock.Now());
    }, stop);

    public Task Revoke(ApiKeyId id, Actor by, CancellationToken stop) => changes.Make(async db =>
    {
        var key = await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("key.unknown").With("name", ""));
        key.Revoke(by, clock.Now());
    }, stop);

    /// <summary>Somebody calls with it; written down now and then.</summary>
    internal Task Used(ApiKeyId id, CancellationToken stop) => changes.Make(async db =>
        (await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id, stop))?.Used(clock.Now()), stop);

    private static Task<ApiKey?> InUse(LupausDb db, string name, CancellationToken stop)
    {
        var called = name.OneLine();
        return db.ApiKeys.FirstOrDefaultAsync(k => k.Name == called && k.RevokedAt == null, stop);
    }
}
