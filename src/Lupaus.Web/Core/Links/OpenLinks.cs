using Lupaus.Core.Links;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Links;

/// <summary>From the token in an address to the ticket it opens, and back.</summary>
public sealed class OpenLinks(IDbContextFactory<LupausDb> databases, LinkKey key)
{
    /// <summary>Null when the token is not ours or has been revoked.</summary>
    public async Task<CustomerLink?> Behind(string token, CancellationToken stop)
    {
        if ((await key.Signer(stop)).Read(token) is not { } id)
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.CustomerLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.RevokedAt == null, stop);
    }

    public async Task<string> PathOf(LinkId link, CancellationToken stop) => "/t/" + (await key.Signer(stop)).TokenOf(link);
}
