using System.Collections.Concurrent;
using System.Net;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>What a session is measured against: who the agent is now, and the stamp of what lets them in.</summary>
public sealed record AgentNow(string Stamp, string Name, Role Role, LanguageCode Language);

/// <summary>
/// Who may be signed in at this moment. Every request asks, so the answer is remembered for a few seconds; on this node
/// any news about us makes it forgotten at once.
/// </summary>
public sealed class AgentSessions
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<SessionId, Known> known = new();
    private readonly ConcurrentDictionary<SessionId, DateTimeOffset> seen = new();
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly Changes changes;
    private readonly TimeProvider clock;

    public AgentSessions(IDbContextFactory<LupausDb> databases, Changes changes, News news, TimeProvider clock)
    {
        (this.databases, this.changes, this.clock) = (databases, changes, clock);
        news.Follow<AboutUs>(known.Clear);
    }

    /// <summary>Null when they don't work here, when the session was ended, or begun with a stamp that no longer holds.</summary>
    public async ValueTask<AgentNow?> Of(AgentId agent, string? stamp, SessionId session, CancellationToken stop)
    {
        if (known.TryGetValue(session, out var fresh) && clock.GetElapsedTime(fresh.ReadAt) < Moment && fresh.Now.Stamp == stamp)
            return fresh.Now;
        if (await Read(agent, session, stop) is not { } now)
        {
            known.TryRemove(session, out _);
            seen.TryRemove(session, out _);
            return null;
        }
        known[session] = new Known(now, clock.GetTimestamp());
        return now.Stamp == stamp ? now : null;
    }

    /// <summary>They are using it; written down now and then.</summary>
    public async ValueTask Seen(SessionId id, IPAddress? address, CancellationToken stop)
    {
        var now = clock.Now();
        if (seen.TryGetValue(id, out var last) && now - last < Session.SeenEvery)
            return;
        seen[id] = now;
        await changes.Make(async db => (await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, stop))?.Seen(address?.ToString(), now), stop);
    }

    private async Task<AgentNow?> Read(AgentId id, SessionId session, CancellationToken stop)
    {
        var login = id.Value;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Agents.AsNoTracking().Where(a => a.Id == id && a.Activity != null && db.Sessions.Any(s => s.Id == session && s.AgentId == id && s.EndedAt == null))
            .SelectMany(_ => db.Users.Where(l => l.Id == login), (a, l) => new AgentNow(l.SecurityStamp!, a.Name, a.Role, a.DeskLanguage))
            .FirstOrDefaultAsync(stop);
    }

    private sealed record Known(AgentNow Now, long ReadAt);
}
