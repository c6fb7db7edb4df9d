using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Live;

/// <summary>Something that happened to a ticket: ids, kinds and times, never anybody's words.</summary>
public sealed record EventJson(string Ticket, FactJson Fact);

/// <summary>
/// The facts of all tickets as they happen, as server-sent events. Each bears the fact's id; who comes back with the last
/// one they have goes on from there. A line that broke may bring some twice: they are known by their ids.
/// </summary>
internal static class EventsApi
{
    /// <summary>How far back a resumed line begins before the last event it had: what was being stored at that moment may have been stored later.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private const int Part = 200;

    public static void MapEventsApi(this RouteGroupBuilder api) =>
        api.MapGet("/events", Follow)
            .Told("Events", "Follow what happens", "Server-sent events (`text/event-stream`): each has the fact's id as `id`, its kind as `event` and an Event as `data`. With `Last-Event-ID` it goes on after that one, however long ago; some of the last seconds may come twice, with the same ids. Without it, it begins now. A comment every fifteen seconds shows that the line holds. At most ten lines for a key.")
            .GivesBytes("text/event-stream").MayRefuse("api.events.many");

    private static async Task<IResult> Follow(string? ticket, HttpContext context, ApiCaller caller, OpenLines lines, IDbContextFactory<LupausDb> databases, IHostApplicationLifetime life, CancellationToken stop)
    {
        TicketId? only = string.IsNullOrEmpty(ticket) ? null : (await databases.Known(ticket, stop)).Id;
        var given = context.Request.Headers["Last-Event-ID"].ToString();
        var last = given.Length == 0 ? await Newest(databases, stop) : long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw new ApiRefused(StatusCodes.Status400BadRequest, Refusal.Because("api.cursor"), "Last-Event-ID");
        var line = lines.Open(caller.Key.Value) ?? throw new ApiRefused(StatusCodes.Status429TooManyRequests, Refusal.Because("api.events.many").With("limit", OpenLines.MostForOneKey)) { RetryAfter = Patience };
        return TypedResults.ServerSentEvents(Events(new Listening(line, caller, last, only, isResumed: given.Length > 0), lines, databases, life, stop));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(Listening listening, OpenLines lines, IDbContextFactory<LupausDb> databases, IHostApplicationLifetime life, [EnumeratorCancellation] CancellationToken gone)
    {
        // An open line must not hold up the end of the program.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        try
        {
            yield return new SseItem<string>("", "still");
            while (await listening.Next(databases, either.Token) is { } news)
            {
                foreach (var (row, reference) in news)
                    yield return new SseItem<string>(JsonSerializer.Serialize(new EventJson(reference, ShowTickets.OfFact(row)), Api.Json), row.Kind) { EventId = row.Id.ToString(CultureInfo.InvariantCulture) };
                if (news.Count == 0)
                    yield return new SseItem<string>("", "still"); // so that a line that broke is noticed
            }
        }
        finally
        {
            lines.Close(listening.Line);
        }
    }

    private static async Task<long> Newest(IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Facts.MaxAsync(f => (long?)f.Id, stop) ?? 0;
    }

    /// <summary>Where one line has come to: all it has told of the last seconds, so that what is stored late is told once.</summary>
    private sealed class Listening(OpenLine line, ApiCaller caller, long last, TicketId? only, bool isResumed)
    {
        private readonly SortedSet<long> told = [last];
        private readonly long first = isResumed ? 0 : last;
        private bool isFull = true;

        public OpenLine Line => line;

        /// <summary>What is new; nothing when the patience is over; null when the line is to end.</summary>
        public async Task<IReadOnlyList<(FactRow Row, string Reference)>?> Next(IDbContextFactory<LupausDb> databases, CancellationToken stop)
        {
            try
            {
                if (!isFull)
                    await line.Wait(Patience, stop);
                return line.IsOver || !await caller.IsStillGood(stop) ? null : await Read(databases, stop);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        private async Task<IReadOnlyList<(FactRow, string)>> Read(IDbContextFactory<LupausDb> databases, CancellationToken stop)
        {
            var from = Math.Max(first, Ids.Before(told.Max, Overlap));
            long[] known = [.. told];
            await using var db = await databases.CreateDbContextAsync(stop);
            var rows = await db.Facts.AsNoTracking().Where(f => f.TicketId != null && f.Id > from && !known.Contains(f.Id) && (only == null || f.TicketId == only)).OrderBy(f => f.Id).Take(Part)
                .Join(db.Tickets.IgnoreAutoIncludes(), f => f.TicketId, t => t.Id, (f, t) => new { Row = f, t.Reference }).ToListAsync(stop);
            isFull = rows.Count == Part;
            foreach (var row in rows)
                told.Add(row.Row.Id);
            var horizon = Ids.Before(told.Max, Overlap);
            told.RemoveWhere(id => id < horizon);
            return [.. rows.OrderBy(r => r.Row.Id).Select(r => (r.Row, r.Reference.Value))];
        }
    }
}
