using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

public sealed record Newcomer(string Name, string Email, Role Role, IReadOnlyCollection<LanguageCode> Languages, IReadOnlyCollection<TeamId> Teams);

/// <summary>
/// Somebody new is invited: a letter with a link goes out, and they are in their teams from the start. They get no
/// tickets before they have come.
/// </summary>
public sealed class Welcome(Changes changes, TimeProvider clock)
{
    public Task Invite(Newcomer newcomer, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var email = EmailAddress.Parse(newcomer.Email);
        (await db.Agents.AnyAsync(a => a.Email == email, stop) ? Refusal.Because("agent.email.taken") : null).StopIfAny();
        var agent = Agent.Invite(newcomer.Name, email, newcomer.Role, newcomer.Languages, by, now);
        db.AddRange(agent, Login.Of(agent.Id, email));
        foreach (var team in await db.Teams.Where(t => newcomer.Teams.Contains(t.Id)).ToListAsync(stop))
            team.Joins(agent.Id);
        db.Remember(source, null, now);
    }, stop);
}
