using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>Signed out everywhere; where they are now, they are let in again at once.</summary>
public sealed class EndOtherSessions(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, SessionId? present, CancellationToken stop)
    {
        await changes.Make(async db =>
        {
            foreach (var other in await db.Sessions.Where(s => s.AgentId == id && s.EndedAt == null && s.Id != present).ToListAsync(stop))
                other.End(id, clock.Now());
            (await db.Users.FirstAsync(l => l.Id == id.Value, stop)).EndSessions();
            (await db.Agents.FirstAsync(a => a.Id == id, stop)).ChangesWayIn(WayIn.OtherSessionsEnded, id, clock.Now());
        }, stop);
    }
}
