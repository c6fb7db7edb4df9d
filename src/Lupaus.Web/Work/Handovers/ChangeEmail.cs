using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Another address for one of ours. Who has been invited and hasn't come gets the invitation there.</summary>
public sealed class ChangeEmail(Changes changes, TimeProvider clock)
{
    public Task Of(AgentId id, string? address, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var email = EmailAddress.Parse(address ?? "");
        var agent = await db.Agents.One(id, stop);
        if (agent.Email == email)
            return;
        (await db.Agents.AnyAsync(a => a.Email == email && a.Id != id, stop) ? Refusal.Because("agent.email.taken") : null).StopIfAny();
        agent.MovesTo(email, by, now);
        var login = await db.Users.FirstAsync(l => l.Id == id.Value, stop);
        login.MoveTo(email);
        foreach (var link in await db.SignInLinks.Where(l => l.AgentId == id && l.UsedAt == null && l.HoldsUntil > now).ToListAsync(stop))
            link.Retire(now);
        if (await IsInvited(agent, db, stop))
            agent.RenewInvitation(by, now);
    }, stop);

    private static async Task<bool> IsInvited(Agent agent, LupausDb db, CancellationToken stop) =>
        !agent.IsActive && agent.WithdrawnAt is null
        && !await db.SignInLinks.AnyAsync(l => l.AgentId == agent.Id && l.Kind == SignInLinkKind.Invitation && l.UsedAt != null, stop);
}
