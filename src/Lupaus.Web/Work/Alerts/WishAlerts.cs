using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>How somebody wants to be alerted from now on.</summary>
public sealed class WishAlerts(Changes changes)
{
    public Task For(AgentId agent, HearOf sound, HearOf mail, TimeOnly? quietFrom, TimeOnly? quietUntil, CancellationToken stop) => changes.Make(async db =>
    {
        var wishes = await db.AlertWishes.FirstOrDefaultAsync(w => w.AgentId == agent, stop);
        if (wishes is null)
            db.AlertWishes.Add(wishes = new AlertWishes(agent));
        wishes.Wish(sound, mail, quietFrom, quietUntil);
    }, stop);
}
