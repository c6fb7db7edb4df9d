using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>What somebody may do here, and the languages they answer in.</summary>
public sealed class ChangeRole(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, Role role, IReadOnlyCollection<LanguageCode> languages, AgentId by, CancellationToken stop)
    {
        (id == by && role != Role.Admin ? Refusal.Because("people.self.role") : null).StopIfAny();
        await changes.Make(async db =>
        {
            var now = clock.Now();
            // The company is read before its admins are counted: who changes a role meanwhile makes it newer, and this runs again.
            var company = await db.Companies.FirstAsync(stop);
            var agent = await db.Agents.One(id, stop);
            agent.WhyNotBecome(role, await db.OtherAdmins(id, stop)).StopIfAny();
            company.ChangesRole(id, agent.Role, role, by, now);
            agent.ChangeRole(role, languages, by, now);
        }, stop);
    }
}
