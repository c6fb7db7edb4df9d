using System.Security.Cryptography;
using Lupaus.Core.Links;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Secret = Lupaus.Storage.Ground.Foundations.Secret;

namespace Lupaus.Web.Core.Links;

/// <summary>The key that customers' links and the tickets' own addresses are signed with: one per database, protected there, read once.</summary>
public sealed class LinkKey
{
    private const string Name = "link-key";
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly IDataProtectionProvider protection;
    private volatile byte[]? key;

    public LinkKey(IDbContextFactory<LupausDb> databases, IDataProtectionProvider protection, News news)
    {
        (this.databases, this.protection) = (databases, protection);
        news.FollowForgetting(() => key = null);
    }

    public async ValueTask<LinkSigner> Signer(CancellationToken stop) => new(key ??= await Read(stop));

    public async ValueTask<ReplySigner> ReplySigner(CancellationToken stop) => new(key ??= await Read(stop));

    private async Task<byte[]> Read(CancellationToken stop)
    {
        var protector = protection.CreateProtector(Name);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await Stored(db, stop) is not { } secret)
        {
            db.Secrets.Add(new Secret(Name, protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(LinkSigner.KeyBytes)))));
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException)
            {
                // Another node made it in the same moment: theirs is ours.
            }
            await using var again = await databases.CreateDbContextAsync(stop);
            secret = (await Stored(again, stop))!;
        }
        return Convert.FromHexString(protector.Unprotect(secret.Value));
    }

    private static Task<Secret?> Stored(LupausDb db, CancellationToken stop) =>
        db.Secrets.AsNoTracking().FirstOrDefaultAsync(s => s.Name == Name, stop);
}
