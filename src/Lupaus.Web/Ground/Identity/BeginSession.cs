using System.Net;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// A device has come in: it gets a session, and the sign-in is on record. What is long over is forgotten, addresses and
/// all.
/// </summary>
public sealed class BeginSession(Changes changes, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <param name="present">The session this device has already; it goes on while it lives.</param>
    public Task<SessionId> For(AgentId id, SessionId? present, HowIn how, string? device, IPAddress? address, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        if (present is { } known && await db.Sessions.FirstOrDefaultAsync(s => s.Id == known && s.AgentId == id, stop) is { } live && live.IsLive(now))
            return live.Id;
        var longAgo = now - Kept;
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.AgentId == id && s.LastSeenAt < longAgo).ToListAsync(stop));
        var session = Session.Begin(id, how, device, address?.ToString(), now);
        db.Sessions.Add(session);
        (await db.Agents.FirstAsync(a => a.Id == id, stop)).SignsIn(how, now);
        return session.Id;
    }, stop);
}
