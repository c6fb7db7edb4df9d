using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>The list of alerts is no archive: what happened stands in the tickets.</summary>
public sealed class ForgetAlerts(Changes changes, TimeProvider clock)
{
    private const int AtOnce = 500;

    public Task Look(CancellationToken stop) => changes.Make(async db =>
    {
        var old = clock.Now() - Alert.Kept;
        // The oldest has the lowest id.
        var first = await db.Alerts.OrderBy(a => a.Id).Take(AtOnce).ToListAsync(stop);
        db.Alerts.RemoveRange(first.Where(a => a.At < old));
    }, stop);
}
