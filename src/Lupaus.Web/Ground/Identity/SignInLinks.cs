using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>A one-time link as it was opened: whose it is, and why it doesn't open anything any more.</summary>
public sealed record OpenedLink(SignInLink Link, Agent Agent, Login Login, Refusal? WhyNot);

public static class SignInLinks
{
    private const int SecretLength = 40;

    /// <summary>Null when nobody was ever given this link.</summary>
    public static async Task<OpenedLink?> LinkBehind(this LupausDb db, string? secret, SignInLinkKind kind, DateTimeOffset now, CancellationToken stop)
    {
        if (secret is not { Length: SecretLength })
            return null;
        var hash = SignInLink.HashOf(secret);
        if (await db.SignInLinks.FirstOrDefaultAsync(l => l.SecretHash == hash && l.Kind == kind, stop) is not { } link)
            return null;
        var agent = await db.Agents.FirstAsync(a => a.Id == link.AgentId, stop);
        var login = await db.Users.FirstAsync(l => l.Id == link.AgentId.Value, stop);
        return new OpenedLink(link, agent, login, link.WhyNotUse(now) ?? WhyNotFor(agent, kind));
    }

    /// <summary>The link that a form or a passkey comes by; refused when it doesn't open anything.</summary>
    public static async Task<OpenedLink> OpenLink(this LupausDb db, string? secret, SignInLinkKind kind, DateTimeOffset now, CancellationToken stop)
    {
        var opened = await db.LinkBehind(secret, kind, now, stop) ?? throw new RuleBroken(Refusal.Because("link.old"));
        opened.WhyNot.StopIfAny();
        return opened;
    }

    /// <summary>Uses it up, for what it was made.</summary>
    public static void TakeUp(this OpenedLink opened, DateTimeOffset now)
    {
        opened.Link.Use(now);
        if (opened.Link.Kind == SignInLinkKind.Invitation)
            opened.Agent.Activate(opened.Agent.Id, now);
    }

    /// <summary>An invitation is for who isn't here yet; a way back in for who still is.</summary>
    private static Refusal? WhyNotFor(Agent agent, SignInLinkKind kind) =>
        kind == SignInLinkKind.Invitation && agent.WithdrawnAt is not null ? Refusal.Because("invitation.withdrawn") :
        agent.IsActive == (kind == SignInLinkKind.Recovery) ? null : Refusal.Because("link.used");
}
