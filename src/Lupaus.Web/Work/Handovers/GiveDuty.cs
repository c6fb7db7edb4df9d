using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Another becomes the duty agent: who owns what nobody else can take.</summary>
public sealed class GiveDuty(Changes changes, TimeProvider clock)
{
    public async Task To(AgentId id, AgentId by, CancellationToken stop)
    {
        await changes.Make(async db => (await db.Companies.FirstAsync(stop)).GiveDutyTo(await db.Agents.One(id, stop), by, clock.Now()), stop);
    }
}
