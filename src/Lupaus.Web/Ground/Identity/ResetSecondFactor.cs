using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>An admin takes somebody's second factor away, since the phone is gone and the recovery codes with it.</summary>
public sealed class ResetSecondFactor(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, AgentId by, CancellationToken stop)
    {
        await changes.Make(async db =>
        {
            var login = await db.Users.FirstAsync(l => l.Id == id.Value, stop);
            if (!login.TwoFactorEnabled)
                return;
            login.TwoFactorEnabled = false;
            login.EndSessions();
            db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == id.Value).ToListAsync(stop));
            (await db.Agents.FirstAsync(a => a.Id == id, stop)).ChangesWayIn(WayIn.SecondFactorReset, by, clock.Now());
        }, stop);
    }
}
