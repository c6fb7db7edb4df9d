using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;

namespace Lupaus.Web.Work.Handovers;

/// <summary>What somebody may do here, and the languages they answer in.</summary>
public sealed class ChangeRole(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, Role role, IReadOnlyCollection<LanguageCode> languages, AgentId by, CancellationToken stop)
    {
        (id == by && role != Role.Admin ? Refusal.Because("people.self.role") : null).StopIfAny();
        await changes.Make(async db => (await db.Agents.One(id, stop)).ChangeRole(role, languages, by, clock.Now()), stop);
    }
}
