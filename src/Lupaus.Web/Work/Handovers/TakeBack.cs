using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Somebody who had left works here again, and signs in as before.</summary>
public sealed class TakeBack(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, AgentId by, CancellationToken stop)
    {
        await changes.Make(async db => (await db.Agents.One(id, stop)).Activate(by, clock.Now()), stop);
    }
}
