using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>The invitation goes out once more; older links open nothing after it.</summary>
public sealed class RenewInvitation(Changes changes, TimeProvider clock)
{
    public Task For(AgentId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        // Who has been here and was let go comes back only when an admin takes them back.
        var hasBeenHere = !await db.SignInLinks.AnyAsync(l => l.AgentId == id && l.Kind == SignInLinkKind.Invitation, stop)
            || await db.SignInLinks.AnyAsync(l => l.AgentId == id && l.Kind == SignInLinkKind.Invitation && l.UsedAt != null, stop);
        (hasBeenHere ? Refusal.Because("invitation.taken") : null).StopIfAny();
        (await db.Agents.One(id, stop)).RenewInvitation(by, clock.Now());
    }, stop);
}
