using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// Somebody opens their invitation, or their way back in, and chooses a password. The link is used up, a newcomer is
/// at work, and all older sessions end, in one change.
/// </summary>
public sealed class UseSignInLink(Changes changes, Passwords passwords, TimeProvider clock)
{
    public async Task<AgentId> Choosing(string? password, string secret, SignInLinkKind kind, CancellationToken stop)
    {
        var agent = await changes.Make(async db =>
        {
            var now = clock.Now();
            var opened = await db.OpenLink(secret, kind, now, stop);
            await passwords.Choose(password, opened.Agent, opened.Login, db, opened.Agent.Id, now, stop);
            opened.TakeUp(now);
            return opened.Agent.Id;
        }, stop);
        return agent;
    }
}
