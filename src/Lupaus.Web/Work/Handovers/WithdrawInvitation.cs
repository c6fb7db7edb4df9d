using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>An invitation is taken back: its links open nothing, and who holds one can't ask for another.</summary>
public sealed class WithdrawInvitation(Changes changes, TimeProvider clock)
{
    public Task Of(AgentId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        (await db.Agents.One(id, stop)).WithdrawInvitation(by, now);
        foreach (var link in await db.SignInLinks.Where(l => l.AgentId == id && l.UsedAt == null && l.HoldsUntil > now).ToListAsync(stop))
            link.Retire(now);
    }, stop);
}
