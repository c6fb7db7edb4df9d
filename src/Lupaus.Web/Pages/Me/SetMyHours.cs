using Lupaus.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Me;

/// <summary>My own working hours; with none of my own, the team's count.</summary>
public sealed class SetMyHours(Changes changes)
{
    public Task To(AgentId id, WeeklyHours hours, CancellationToken stop) => changes.Make(async db =>
    {
        var present = await db.WorkingHours.FirstOrDefaultAsync(h => h.AgentId == id, stop);
        if (hours.IsEmpty && present is not null)
            db.WorkingHours.Remove(present);
        else if (!hours.IsEmpty && present is null)
            db.WorkingHours.Add(new WorkingHours(id, hours));
        else
            present?.Become(hours);
    }, stop);
}
