using System.Security.Cryptography;
using System.Text.Json;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Secret = Lupaus.Storage.Ground.Foundations.Secret;

namespace Lupaus.Web.Ground.Identity;

/// <summary>Another house whose word we take on who somebody is: an OpenID Connect provider.</summary>
/// <param name="Issuer">Its address, by which it is known and found.</param>
/// <param name="Secret">What proves to it that we are we; empty where it asks for none.</param>
/// <param name="Label">What people know it by: it stands on the button.</param>
public sealed record OtherHouse(string Issuer, string ClientId, string Secret, string Label, bool IsOn)
{
    public const int MaxLength = 300;
    public const int MaxSecret = 2_000;

    /// <summary>Over plain http only to this very machine: everybody in between could say who somebody is.</summary>
    public Refusal? WhyNotTrust() =>
        !Uri.TryCreate(Issuer, UriKind.Absolute, out var address) || Issuer.Length > MaxLength || address.Scheme is not ("https" or "http") || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0
            ? Refusal.Because("oidc.issuer.shape") :
        address.Scheme == "http" && !address.IsLoopback ? Refusal.Because("oidc.insecure") :
        ClientId.Length is 0 or > MaxLength ? Refusal.Because("oidc.client").With("limit", MaxLength) :
        Secret.Length > MaxSecret ? Refusal.Because("oidc.secret").With("limit", MaxSecret) :
        Label.Length is 0 or > 40 ? Refusal.Because("oidc.label").With("limit", 40) :
        null;
}

/// <summary>The other house we trust, kept as one protected secret.</summary>
public sealed class OtherHouses
{
    private const string Name = "other-house";
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly IDataProtector protector;
    private readonly ILogger<OtherHouses> log;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public OtherHouses(IDbContextFactory<LupausDb> databases, IDataProtectionProvider protection, News news, TimeProvider clock, ILogger<OtherHouses> log)
    {
        (this.databases, this.clock, this.log) = (databases, clock, log);
        protector = protection.CreateProtector(Name);
        news.Follow<SignInByOthersChanged>(() => known = null);
    }

    /// <summary>Null when none was ever set.</summary>
    public async ValueTask<OtherHouse?> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < TimeSpan.FromSeconds(10))
            return fresh.House;
        await using var db = await databases.CreateDbContextAsync(stop);
        var secret = await db.Secrets.AsNoTracking().FirstOrDefaultAsync(s => s.Name == Name, stop);
        known = new Known(secret is null ? null : Read(secret.Value), clock.GetTimestamp());
        return known.House;
    }

    internal async Task Keep(LupausDb db, OtherHouse house, CancellationToken stop)
    {
        var value = protector.Protect(JsonSerializer.Serialize(house));
        if (await db.Secrets.FirstOrDefaultAsync(s => s.Name == Name, stop) is { } secret)
            secret.Becomes(value);
        else
            db.Secrets.Add(new Secret(Name, value));
    }

    private OtherHouse? Read(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<OtherHouse>(protector.Unprotect(value));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            log.LogError("How people sign in by another house's word can't be read any more, so nobody does. Set it again at /admin/sign-in.");
            return null;
        }
    }

    private sealed record Known(OtherHouse? House, long ReadAt);
}

/// <summary>An admin says whose word we take. A secret that isn't typed again stays as it was.</summary>
public sealed class TrustOtherHouse(Changes changes, OtherHouses houses, TimeProvider clock)
{
    public async Task As(OtherHouse wish, AgentId by, CancellationToken stop)
    {
        var house = await Completed(wish, stop);
        house.WhyNotTrust().StopIfAny();
        await changes.Make(async db =>
        {
            await houses.Keep(db, house, stop);
            (await db.Companies.SingleAsync(stop)).LetsInByOthers(house.IsOn, by, clock.Now());
        }, stop);
    }

    public async Task<OtherHouse> Completed(OtherHouse wish, CancellationToken stop) =>
        wish.Secret.Length == 0 && await houses.Now(stop) is { } before && before.Issuer == wish.Issuer && before.ClientId == wish.ClientId ? wish with { Secret = before.Secret } : wish;
}

/// <summary>What binds one of ours to somebody over there is undone; they are bound anew when they next come from there.</summary>
public sealed class UnbindFromOtherHouse(Changes changes, TimeProvider clock)
{
    public Task For(AgentId agent, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var ties = await db.UserLogins.Where(l => l.UserId == agent.Value).ToListAsync(stop);
        if (ties.Count == 0)
            return;
        db.UserLogins.RemoveRange(ties);
        (await db.Agents.FirstAsync(a => a.Id == agent, stop)).ChangesWayIn(WayIn.OtherHouseUnbound, by, clock.Now());
    }, stop);
}
