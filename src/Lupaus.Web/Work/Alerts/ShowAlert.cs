using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>What a browser that shows an alert may do besides.</summary>
/// <param name="Sounds">Make its sound.</param>
/// <param name="Rings">Show it over other windows.</param>
public sealed record MayAlso(bool Sounds, bool Rings);

/// <summary>A browser says that it shows an alert. The first to say so may make it heard; all others just show it.</summary>
public sealed class ShowAlert(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    /// <summary>Two things in one ticket that come together sound once.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(30);

    public async Task<MayAlso> To(AlertId id, AgentId agent, CancellationToken stop)
    {
        var zone = (await ourCompany.Now(stop)).Zone;
        var now = clock.Now();
        return await changes.Make(async db =>
        {
            if (await db.Alerts.FirstOrDefaultAsync(a => a.Id == id && a.AgentId == agent, stop) is not { SettledAt: null } alert)
                return new MayAlso(false, false);
            alert.Show(now);
            var wishes = await db.AlertWishes.AsNoTracking().FirstOrDefaultAsync(w => w.AgentId == agent, stop) ?? new AlertWishes(agent);
            var justNow = now - Together;
            var before = await db.Alerts.AsNoTracking().Where(a => a.TicketId == alert.TicketId && a.AgentId == agent && a.Id != id && a.How == AlertEnd.Shown && a.SettledAt > justNow).ToListAsync(stop);
            return new MayAlso(
                wishes.MaySound(alert, zone, now) && !before.Any(b => wishes.MaySound(b, zone, now)),
                wishes.MayRing(alert, zone, now));
        }, stop);
    }
}
