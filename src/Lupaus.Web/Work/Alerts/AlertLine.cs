using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>An alert as a desk shows it.</summary>
public sealed record AlertShown(string Id, string Kind, string Title, string Words, string Href, bool Sounds);

/// <summary>
/// The line by which one browser of an agent hears of alerts. Whatever node made it, it is in the database; so each line
/// looks there, and the browser says when it has shown one.
/// </summary>
public sealed class AlertLine(IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, TimeProvider clock, IHostApplicationLifetime life)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public IResult Follow(HttpContext context, Reader reader, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Events(context.User.AgentId(), reader.Words, stop));
    }

    /// <summary>A browser has shown it; the first to say so gets a yes, and it alone makes the sound.</summary>
    public Task<bool> Show(AlertId id, AgentId agent, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Alerts.FirstOrDefaultAsync(a => a.Id == id && a.AgentId == agent, stop) is not { SettledAt: null } alert)
            return false;
        alert.Settle(AlertEnd.Shown, clock.Now());
        return true;
    }, stop);

    public async Task<IReadOnlyList<AlertShown>> Now(AgentId me, Phrases say, CancellationToken stop)
    {
        var now = clock.Now();
        var since = now - Alert.Fresh;
        await using var db = await databases.CreateDbContextAsync(stop);
        var waiting = await db.Alerts.AsNoTracking().Where(a => a.AgentId == me && a.SettledAt == null && a.At > since).OrderBy(a => a.At).Take(20).ToListAsync(stop);
        if (waiting.Count == 0)
            return [];
        var company = await ourCompany.Now(stop);
        var wishes = await db.AlertWishes.AsNoTracking().FirstOrDefaultAsync(w => w.AgentId == me, stop) ?? new AlertWishes(me);
        var isQuiet = wishes.IsQuiet(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, company.Zone).DateTime));
        var shown = new List<AlertShown>();
        foreach (var alert in waiting)
        {
            if (!await db.IsStillTrue(alert, now, stop))
                continue; // settled by the watch, in its own time
            var ticket = await db.Tickets.Where(t => t.Id == alert.TicketId).Select(t => new { t.Reference, t.Subject, Customer = db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First() }).FirstAsync(stop);
            shown.Add(new AlertShown(
                alert.Id.Value.ToString(CultureInfo.InvariantCulture), alert.Kind.ToString().ToLowerInvariant(), say[$"alerts.{alert.Kind.ToString().ToLowerInvariant()}"],
                $"{ticket.Customer}: {ticket.Subject}", $"/desk/{ticket.Reference}", wishes.Sound && !isQuiet));
        }
        return shown;
    }

    private async IAsyncEnumerable<SseItem<string>> Events(AgentId me, Phrases say, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        var stop = either.Token;
        var said = new HashSet<string>();
        var quiet = 0;
        yield return new SseItem<string>("", "still");
        while (await Next(me, say, stop) is { } alerts)
        {
            foreach (var alert in alerts.Where(a => said.Add(a.Id)))
                yield return new SseItem<string>(JsonSerializer.Serialize(alert, JsonSerializerOptions.Web), "alert");
            if (++quiet % 10 == 0)
                yield return new SseItem<string>("", "still"); // so that a line that broke is noticed
        }
    }

    private async Task<IReadOnlyList<AlertShown>?> Next(AgentId me, Phrases say, CancellationToken stop)
    {
        try
        {
            await Task.Delay(Pause, stop);
            return await Now(me, say, stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
