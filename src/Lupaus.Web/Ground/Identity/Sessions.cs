using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>A device somebody is signed in on.</summary>
public sealed record SessionShown(SessionId Id, Device Device, HowIn How, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, string Address);

public sealed class Sessions(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>Where they are signed in now, the last used first.</summary>
    public async Task<IReadOnlyList<SessionShown>> Of(AgentId agent, CancellationToken stop)
    {
        var oldest = clock.Now() - Session.Lasts;
        await using var db = await databases.CreateDbContextAsync(stop);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AgentId == agent && s.EndedAt == null && s.LastSeenAt > oldest)
            .OrderByDescending(s => s.LastSeenAt).Take(Most).ToListAsync(stop);
        return [.. sessions.Select(s => new SessionShown(s.Id, Device.Read(s.Device), s.How, s.BegunAt, s.LastSeenAt, s.Address))];
    }
}
