using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>A new password in place of the old one. Everybody else who is signed in as them is signed out.</summary>
public sealed class ChangePassword(Changes changes, Passwords passwords, TimeProvider clock)
{
    public async Task For(AgentId id, string? present, string? wished, CancellationToken stop)
    {
        await changes.Make(async db =>
        {
            var login = await db.Users.FirstAsync(l => l.Id == id.Value, stop);
            // Who gets in by passkey alone has none to tell.
            (login.PasswordHash is null || passwords.IsRight(login, present) ? null : Refusal.Because("password.wrong")).StopIfAny();
            await passwords.Choose(wished, await db.Agents.FirstAsync(a => a.Id == id, stop), login, db, id, clock.Now(), stop);
        }, stop);
    }
}
