using Lupaus.Doors.Calls;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Calls;

/// <summary>Keeps what an agent types while they talk: a closed browser or a broken line loses nothing.</summary>
public sealed class KeepCall(Changes changes, IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    public async Task<UnsentCall?> Kept(AgentId agent, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.UnsentCalls.AsNoTracking().FirstOrDefaultAsync(u => u.AgentId == agent, stop);
    }

    /// <summary>Nothing takes it away: it was saved, or it was nothing.</summary>
    public Task For(AgentId agent, string? form, CancellationToken stop) => changes.Make(async db =>
    {
        var kept = await db.UnsentCalls.FirstOrDefaultAsync(u => u.AgentId == agent, stop);
        if (form is null)
        {
            if (kept is not null)
                db.UnsentCalls.Remove(kept);
            return;
        }
        if (kept is null)
            db.UnsentCalls.Add(kept = new UnsentCall(agent));
        kept.Keep(form, clock.Now());
    }, stop);
}
