using Lupaus.Core.Links;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Links;

/// <summary>From the token in an address to the ticket it opens, and back.</summary>
public sealed class OpenLinks(IDbContextFactory<LupausDb> databases, LinkKey key)
{
    /// <summary>Null when the token is not ours or has been revoked, or belongs to somebody who takes part no more. A merged matter's link leads to where it goes on.</summary>
    public async Task<CustomerLink?> Behind(string token, CancellationToken stop)
    {
        if ((await key.Signer(stop)).Read(token) is not { } id)
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await db.CustomerLinks.AsNoTracking().Where(l => l.Id == id && l.RevokedAt == null)
            .Where(l => !l.TakesPart || db.Participants.Any(p => db.Tickets.Any(t => t.Id == l.TicketId && (t.MergedIntoId ?? t.Id) == p.TicketId) && (p.PersonId == l.PersonId || db.People.Any(x => x.Id == l.PersonId && x.MergedIntoId == p.PersonId))))
            .Select(l => new { Link = l, Into = db.Tickets.Where(t => t.Id == l.TicketId).Select(t => t.MergedIntoId).FirstOrDefault() }).FirstOrDefaultAsync(stop);
        return found?.Into is { } whole ? found.Link.LeadingTo(whole) : found?.Link;
    }

    public async Task<string> PathOf(LinkId link, CancellationToken stop) => "/t/" + (await key.Signer(stop)).TokenOf(link);
}
