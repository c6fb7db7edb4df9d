using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Live;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>An alert as a desk shows it.</summary>
/// <param name="Reference">What it is about: of two that are about the same, the newer takes the older one's place.</param>
public sealed record AlertShown(string Id, string Title, string Words, string Icon, string Reference, string Path, bool Pressing, bool Urgent);

/// <summary>
/// The line by which one browser of an agent hears of alerts, as server-sent events. A new line first tells what no
/// desk has shown yet; one that had broken goes on where it was (its last event's id).
/// </summary>
public sealed class AlertLine(IDbContextFactory<LupausDb> databases, AlertBell bell, UnreadAlerts unread, OurMailboxes mailboxes, Colleagues colleagues, TimeProvider clock, IHostApplicationLifetime life)
{
    private const int Most = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    // What happens within this time is looked for at once.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    /// <summary>Then it ends, and the browser calls again: whoever is still let in.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public IResult Follow(HttpContext context, Reader reader, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        var heard = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new AlertId(id) : (AlertId?)null;
        return TypedResults.ServerSentEvents(Events(context.User.AgentId(), heard, reader, stop));
    }

    private async IAsyncEnumerable<SseItem<string>> Events(AgentId me, AlertId? heard, Reader reader, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        var (stop, until) = (either.Token, Environment.TickCount64 + (long)Longest.TotalMilliseconds);
        var desk = bell.Open(me);
        try
        {
            yield return new SseItem<string>("", "still");
            var (last, said) = (heard ?? new AlertId(Ids.Next(clock.GetUtcNow())), new HashSet<AlertId>());
            while (Environment.TickCount64 < until)
            {
                if (await Look(me, last, said, reader, stop) is not { } now)
                    break;
                foreach (var (id, shown) in now.New)
                    yield return new SseItem<string>(JsonSerializer.Serialize(shown, JsonSerializerOptions.Web), "alert") { EventId = id.Value.ToString(CultureInfo.InvariantCulture) };
                // Said again though nothing is new: so that a line that broke is noticed.
                yield return new SseItem<string>(now.Unread.ToString(CultureInfo.InvariantCulture), "unread");
                if (!await Waits(desk, stop))
                    break;
            }
        }
        finally
        {
            bell.Close(desk);
        }
    }

    private static async Task<bool> Waits(OpenDesk desk, CancellationToken stop)
    {
        try
        {
            if (await desk.Next(Pause, stop) != DeskChange.None)
                await Task.Delay(Gather, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Heard?> Look(AgentId me, AlertId last, HashSet<AlertId> said, Reader reader, CancellationToken stop)
    {
        try
        {
            var now = clock.Now();
            await using var db = await databases.CreateDbContextAsync(stop);
            var waiting = await (
                from a in db.Alerts.AsNoTracking()
                join t in db.Tickets.AsNoTracking().IgnoreAutoIncludes() on a.TicketId equals t.Id
                join p in db.People on t.CustomerId equals p.Id
                where a.AgentId == me && a.ReadAt == null && (a.SettledAt == null || a.Id > last)
                orderby a.Id descending
                select new { Alert = a, Ticket = t, p.Name }).Take(Most).ToListAsync(stop);
            var house = await db.Alerts.AsNoTracking().Where(a => a.MailboxId != null && a.AgentId == me && a.ReadAt == null && (a.SettledAt == null || a.Id > last)).ToListAsync(stop);
            var boxes = house.Count == 0 ? [] : await mailboxes.Now(stop);
            var names = await colleagues.Now(stop);
            var times = new CivilTime(reader.Language, reader.Zone, now);
            var those = waiting.Where(w => w.Alert.Holds(w.Ticket, now)).Select(w => (w.Alert, About: AlertAbout.Ticket(w.Ticket.Reference, w.Ticket.Subject, w.Name)))
                .Concat(house.Select(a => (Alert: a, Box: boxes.FirstOrDefault(m => m.Id == a.MailboxId))).Where(h => h.Alert.Holds(h.Box, now)).Select(h => (h.Alert, About: AlertAbout.Mailbox(h.Box!.Id, h.Box.Address))));
            IReadOnlyList<(AlertId, AlertShown)> news = [.. those.Where(w => w.Alert.IsFresh(now) && said.Add(w.Alert.Id)).OrderBy(w => w.Alert.Id.Value).Select(w => (w.Alert.Id, new AlertShown(
                w.Alert.Id.Value.ToString(CultureInfo.InvariantCulture), w.Alert.Title(reader.Words, times, id => names[id].FirstName),
                w.About.Words, w.Alert.Kind.Icon(), w.About.Reference?.Value ?? w.About.Path, w.About.Path, w.Alert.Kind.IsPressing(), w.Alert.Kind == AlertKind.Urgent)))];
            return new Heard(news, Math.Max(news.Count, await unread.Of(me, stop)));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private sealed record Heard(IReadOnlyList<(AlertId Id, AlertShown Shown)> New, int Unread);
}
