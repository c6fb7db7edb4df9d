using Lupaus.Ground.Api;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Api;

/// <summary>Makes, lists and revokes the keys that programs call with.</summary>
public sealed class KeepApiKeys(IDbContextFactory<LupausDb> databases, Changes changes, TimeProvider clock)
{
    /// <summary>The secret, which nobody can show again. Two keys in use never share a name, so that the right one is revoked.</summary>
    public Task<string> Make(string name, CancellationToken stop) => changes.Make(async db =>
    {
        ApiKey.WhyNotCall(name).StopIfAny();
        if (await InUse(db, name, stop) is not null)
            throw new RuleBroken(Refusal.Because("key.taken").With("name", name.OneLine()));
        var (key, secret) = ApiKey.Make(name, clock.Now());
        db.ApiKeys.Add(key);
        return secret;
    }, stop);

    public async Task<IReadOnlyList<ApiKey>> All(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.ApiKeys.AsNoTracking().OrderBy(k => k.Id).ToListAsync(stop);
    }

    public Task Revoke(string name, CancellationToken stop) => changes.Make(async db =>
    {
        var key = await InUse(db, name, stop) ?? throw new RuleBroken(Refusal.Because("key.unknown").With("name", name.OneLine()));
        key.Revoke(clock.Now());
    }, stop);

    private static Task<ApiKey?> InUse(LupausDb db, string name, CancellationToken stop)
    {
        var called = name.OneLine();
        return db.ApiKeys.FirstOrDefaultAsync(k => k.Name == called && k.RevokedAt == null, stop);
    }
}
