using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>A device is signed out, by its holder or by an admin: its next request finds the door closed.</summary>
public sealed class EndSession(Changes changes, TimeProvider clock)
{
    public Task Of(AgentId agent, SessionId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == id && s.AgentId == agent, stop) ?? throw new RuleBroken(Refusal.Because("session.unknown"));
        if (session.EndedAt is not null)
            return;
        session.End(by, now);
        (await db.Agents.FirstAsync(a => a.Id == agent, stop)).EndsSession(id, by, now);
    }, stop);

    /// <summary>All of them at once, by an admin.</summary>
    public Task All(AgentId agent, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        foreach (var session in await db.Sessions.Where(s => s.AgentId == agent && s.EndedAt == null).ToListAsync(stop))
            session.End(by, now);
        (await db.Users.FirstAsync(l => l.Id == agent.Value, stop)).EndSessions();
        (await db.Agents.FirstAsync(a => a.Id == agent, stop)).ChangesWayIn(WayIn.SessionsEnded, by, now);
    }, stop);
}
