using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>
/// One look at our mailboxes: of one that has been in trouble for too long the admins hear, once in each spell of it. When it
/// works again, nobody needs to read of it any more.
/// </summary>
public sealed class WatchMailboxes(Changes changes, AlertBell bell, TimeProvider clock)
{
    public async Task Look(CancellationToken stop)
    {
        var now = clock.Now();
        var heard = await changes.Make(db => Look(db, now, stop), stop);
        if (heard.Count > 0)
            await bell.Ring(heard, stop);
    }

    private static async Task<IReadOnlyCollection<AgentId>> Look(LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var late = now - Alert.TroubleFor;
        var boxes = await db.Mailboxes.AsNoTracking().Where(m => m.ReadingTroubleSince <= late || m.SendingTroubleSince <= late).ToListAsync(stop);
        var causes = boxes.SelectMany(m => Alert.ComingUp(m, now).Select(c => (Mailbox: m.Id, Cause: c))).ToArray();
        // Those that nobody has read yet, and those that told of these spells; what is past stays where it is.
        long[] spells = [.. causes.Select(c => c.Cause.What)];
        var alerts = await db.Alerts.Where(a => a.MailboxId != null && (a.ReadAt == null || spells.Contains(a.What))).ToListAsync(stop);
        var hearers = new HashSet<AgentId>();
        foreach (var past in alerts.Where(a => a.ReadAt is null && !a.Holds(boxes.Find(m => m.Id == a.MailboxId), now)))
        {
            past.IsOver(now);
            hearers.Add(past.AgentId);
        }
        if (causes.Length == 0)
            return hearers;
        foreach (var admin in await db.Agents.Where(a => a.Activity != null && a.Role == Role.Admin).Select(a => a.Id).ToListAsync(stop))
        {
            foreach (var (mailbox, cause) in causes.Where(c => !alerts.Exists(a => a.AgentId == admin && a.MailboxId == c.Mailbox && a.Kind == c.Cause.Kind && a.What == c.Cause.What)))
            {
                db.Alerts.Add(new Alert(admin, mailbox, cause, now));
                hearers.Add(admin);
            }
        }
        return hearers;
    }
}
