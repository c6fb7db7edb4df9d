using Lupaus.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Me;

/// <summary>Somebody's own working hours; with none of my own, the team's count.</summary>
public sealed class SetMyHours(Changes changes, TimeProvider clock)
{
    public Task To(AgentId id, WeeklyHours hours, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var present = await db.WorkingHours.FirstOrDefaultAsync(h => h.AgentId == id, stop);
        if (hours.IsEmpty && present is not null)
            db.WorkingHours.Remove(present);
        else if (!hours.IsEmpty && present is null)
            db.WorkingHours.Add(new WorkingHours(id, hours));
        else
            present?.Become(hours);
        (await db.Agents.FirstAsync(a => a.Id == id, stop)).ChoosesHours(by, clock.Now());
    }, stop);
}
