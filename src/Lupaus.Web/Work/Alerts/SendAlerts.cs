using Lupaus.Core.Outbox;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>
/// What no open desk has shown goes by mail, one letter for all that waits for one of ours, where they wish so and it
/// isn't their quiet hours. What is no longer true goes nowhere.
/// </summary>
public sealed class SendAlerts(IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>After a letter the next one gathers what comes for so long; what is urgent doesn't wait.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        var now = clock.Now();
        foreach (var agent in await WhoWaits(now, stop))
            await changes.Make(db => Send(db, agent, company, now, stop), stop);
    }

    /// <summary>Those who want mail of it; for the others it waits until they open their desk.</summary>
    private async Task<List<AgentId>> WhoWaits(DateTimeOffset now, CancellationToken stop)
    {
        var late = now - Lupaus.Work.Alerts.Alert.DeskFirst;
        var old = now - Lupaus.Work.Alerts.Alert.Fresh;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Alerts.Where(a => a.SettledAt == null && a.At <= late && a.At > old)
            .Where(a => !db.AlertWishes.Any(w => w.AgentId == a.AgentId && w.Mail == HearOf.Nothing))
            .Where(a => !AlertKinds.News.Contains(a.Kind) || db.AlertWishes.Any(w => w.AgentId == a.AgentId && w.Mail == HearOf.All))
            .Select(a => a.AgentId).Distinct().ToListAsync(stop);
    }

    private static async Task Send(LupausDb db, AgentId id, CompanyNow company, DateTimeOffset now, CancellationToken stop)
    {
        var wishes = await db.AlertWishes.AsNoTracking().FirstOrDefaultAsync(w => w.AgentId == id, stop) ?? new AlertWishes(id);
        var waiting = await Waiting(db, id, wishes.Mail == HearOf.All, now - Lupaus.Work.Alerts.Alert.Fresh, stop);
        var tickets = waiting.Select(a => a.TicketId).OfType<TicketId>().Distinct().ToArray();
        var known = await db.Tickets.AsNoTracking().IgnoreAutoIncludes().Where(t => tickets.Contains(t.Id)).ToDictionaryAsync(t => t.Id, stop);
        var boxes = waiting.Exists(a => a.MailboxId is not null) ? await db.Mailboxes.AsNoTracking().ToListAsync(stop) : [];
        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.Id == id, stop);
        foreach (var past in waiting.Where(a => !agent.IsActive || !(a.TicketId is { } ticket ? a.Holds(known[ticket], now) : a.Holds(boxes.Find(m => m.Id == a.MailboxId), now))))
            past.Pass(now);
        var ready = waiting.Where(a => a.IsForMail(now) && wishes.MayMail(a, company.Zone, now)).ToArray();
        if (ready.Length == 0 || (ready.All(a => a.Kind != AlertKind.Urgent) && await HadALetter(db, id, now, stop)))
            return;
        var letter = OutboxEntry.OfAlerts(id, agent.Email, company.Email.Value.Split('@')[1], now);
        db.Outbox.Add(letter);
        foreach (var alert in ready)
            alert.GoIn(letter.Id, now);
    }

    private static Task<List<Alert>> Waiting(LupausDb db, AgentId agent, bool newsToo, DateTimeOffset since, CancellationToken stop) => db.Alerts
        .Where(a => a.AgentId == agent && a.SettledAt == null && a.At > since && (newsToo || !AlertKinds.News.Contains(a.Kind)))
        .OrderByDescending(a => a.Id).Take(AtOnce).ToListAsync(stop);

    private static Task<bool> HadALetter(LupausDb db, AgentId agent, DateTimeOffset now, CancellationToken stop)
    {
        var lately = now - Apart;
        return db.Alerts.AnyAsync(a => a.AgentId == agent && a.How == AlertEnd.Mailed && a.SettledAt > lately, stop);
    }
}
