using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// Somebody can't get in and asks for a letter: a forgotten password, or an invitation that has run out. The letter
/// goes only to the agent's own address, and a second one only after a while, so that nobody's mailbox is flooded.
/// </summary>
public sealed class AskForWayIn(Changes changes, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLetters = TimeSpan.FromMinutes(2);

    /// <summary>The answer is the same whether there is such an agent or not.</summary>
    public Task Forgotten(string? address, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        if (EmailAddress.Read(address) is not { } email || await db.Agents.FirstOrDefaultAsync(a => a.Email == email, stop) is not { } agent)
            return;
        if (agent is { IsActive: false, WithdrawnAt: not null } || await WasJustAsked(agent.Id, db, now, stop))
            return;
        if (agent.IsActive)
            agent.AskToRecover(now);
        else if (await IsInvited(agent.Id, db, stop))
            agent.RenewInvitation(Actor.Lupaus, now);
    }, stop);

    /// <summary>The link has run out before it was used: a new one goes to the same address.</summary>
    public Task NewInvitation(string secret, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        if (await db.LinkBehind(secret, SignInLinkKind.Invitation, now, stop) is not { Agent: { IsActive: false, WithdrawnAt: null } agent })
            return;
        if (await IsInvited(agent.Id, db, stop) && !await WasJustAsked(agent.Id, db, now, stop))
            agent.RenewInvitation(Actor.Lupaus, now);
    }, stop);

    /// <summary>Invited, and hasn't come yet. Who was let go can't invite themselves back.</summary>
    private static async Task<bool> IsInvited(AgentId agent, LupausDb db, CancellationToken stop)
    {
        var used = await db.SignInLinks.Where(l => l.AgentId == agent && l.Kind == SignInLinkKind.Invitation).Select(l => l.UsedAt != null).ToListAsync(stop);
        return used.Count > 0 && !used.Contains(true);
    }

    private static Task<bool> WasJustAsked(AgentId agent, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var lately = now - BetweenLetters;
        return db.SignInLinks.AnyAsync(l => l.AgentId == agent && l.MadeAt > lately, stop);
    }
}
