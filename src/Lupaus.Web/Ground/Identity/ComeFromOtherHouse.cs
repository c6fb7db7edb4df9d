using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// One of ours comes with another house's word. The first time they are known by their address, which that house has made
/// sure of; from then on by its own name for them, whatever becomes of the address.
/// </summary>
public sealed class ComeFromOtherHouse(Changes changes, TimeProvider clock)
{
    /// <summary>Each errand ends once, however often its answer is shown.</summary>
    public Task Ends(string state, CancellationToken stop) => changes.Make(async db =>
    {
        var source = Source.Of("other-house", state);
        (await db.Done(source, stop) is null ? null : Refusal.Because("oidc.replayed")).StopIfAny();
        db.Remember(source, null, clock.Now());
    }, stop);

    public Task<AgentId> With(OtherHouseWord word, CancellationToken stop) => changes.Make(async db =>
    {
        var bound = await db.UserLogins.Where(l => l.LoginProvider == word.Issuer && l.ProviderKey == word.Subject).Select(l => (long?)l.UserId).FirstOrDefaultAsync(stop);
        if (bound is { } id)
            return await db.ActiveAgents.AnyAsync(a => a.AgentId == new AgentId(id), stop) ? new AgentId(id) : throw new RuleBroken(Refusal.Because("oidc.inactive"));
        var email = word.Email ?? throw new RuleBroken(Refusal.Because(word.HasEmail ? "oidc.unverified" : "oidc.noaddress"));
        var agent = await db.Agents.FirstOrDefaultAsync(a => a.Email == email && a.Activity != null, stop) ?? throw new RuleBroken(Refusal.Because("oidc.nobody").With("email", email.Value));
        (await db.UserLogins.AnyAsync(l => l.UserId == agent.Id.Value && l.LoginProvider == word.Issuer, stop) ? Refusal.Because("oidc.another") : null).StopIfAny();
        db.UserLogins.Add(new IdentityUserLogin<long> { LoginProvider = word.Issuer, ProviderKey = word.Subject, UserId = agent.Id.Value });
        agent.ChangesWayIn(WayIn.OtherHouseBound, agent.Id, clock.Now());
        return agent.Id;
    }, stop);
}
