using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>A passkey is taken away: a lost device, or one that is no longer used.</summary>
public sealed class RemovePasskey(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, byte[] credential, CancellationToken stop)
    {
        await changes.Make(async db =>
        {
            var login = await db.Users.FirstAsync(l => l.Id == id.Value, stop);
            var passkeys = await db.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == id.Value).ToListAsync(stop);
            if (passkeys.Find(p => p.CredentialId.SequenceEqual(credential)) is not { } lost)
                return;
            (passkeys.Count == 1 && login.PasswordHash is null ? Refusal.Because("passkey.last") : null).StopIfAny();
            db.Remove(lost);
            login.EndSessions();
            (await db.Agents.FirstAsync(a => a.Id == id, stop)).ChangesWayIn(WayIn.PasskeyRemoved, id, clock.Now());
        }, stop);
    }
}
