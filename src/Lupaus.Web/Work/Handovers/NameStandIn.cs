using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Who answers while somebody is away; nobody, when none is named.</summary>
public sealed class NameStandIn(Changes changes, TimeProvider clock)
{
    public async Task For(AgentId id, AgentId? standIn, AgentId by, CancellationToken stop, Source? source = null)
    {
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            if (standIn is { } named)
                ((await db.Agents.One(named, stop)).IsActive ? null : Refusal.Because("agent.inactive")).StopIfAny();
            (await db.Agents.One(id, stop)).NameStandIn(standIn, by, clock.Now());
            db.Remember(source, null, clock.Now());
        }, stop);
    }
}
