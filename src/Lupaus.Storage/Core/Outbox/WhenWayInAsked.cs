using Lupaus.Core.Outbox;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Outbox;

/// <summary>
/// An agent who is invited, or who can't get in, gets a letter with a link of their own, in the same transaction. A
/// newer link retires the older ones of its kind.
/// </summary>
public sealed class WhenWayInAsked : IListener<AgentInvited>, IListener<InvitationRenewed>, IListener<RecoveryAsked>
{
    public Task Hear(AgentInvited fact, Happening happening, LupausDb db, CancellationToken stop) =>
        Write(fact.Agent, SignInLinkKind.Invitation, happening.At, db, stop);

    public Task Hear(InvitationRenewed fact, Happening happening, LupausDb db, CancellationToken stop) =>
        Write(fact.Agent, SignInLinkKind.Invitation, happening.At, db, stop);

    public Task Hear(RecoveryAsked fact, Happening happening, LupausDb db, CancellationToken stop) =>
        Write(fact.Agent, SignInLinkKind.Recovery, happening.At, db, stop);

    private static async Task Write(AgentId id, SignInLinkKind kind, DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        var agent = db.Agents.Local.First(a => a.Id == id);
        if (agent.IsActive && kind == SignInLinkKind.Invitation)
            return; // who opens the company is here already, and needs no letter
        var company = await db.Companies.Local.FirstOrDefaultOr(() => db.Companies.FirstAsync(stop));
        foreach (var earlier in await db.SignInLinks.Where(l => l.AgentId == id && l.Kind == kind && l.UsedAt == null && l.HoldsUntil > now).ToListAsync(stop))
            earlier.Retire(now);
        var (link, secret) = SignInLink.For(id, kind, now);
        db.SignInLinks.Add(link);
        db.Outbox.Add(OutboxEntry.OfAccount(
            kind == SignInLinkKind.Invitation ? Letter.Invitation : Letter.Recovery, id, agent.Email.Value, secret, company.Email.Value.Split('@')[1], now));
    }
}
