using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Search;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Search;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Which list somebody wants to see.</summary>
/// <param name="Words">What they look for, where they look for something.</param>
/// <param name="Filter">What it lets through, where it has a filter of its own.</param>
public sealed record ListWish(DeskView View, string? Words = null, ViewFilter? Filter = null);

/// <summary>A part of a list, and where the next part begins.</summary>
public sealed record DeskPart(IReadOnlyList<DeskRow> Rows, string? After);

/// <summary>
/// A place in a list that stays right while the list grows: the time its order goes by, and how many with that very
/// time have been shown already.
/// </summary>
internal readonly record struct Cursor(DateTimeOffset At, int Shown)
{
    public static Cursor? Read(string? text) =>
        text?.Split('-') is [var at, var shown] &&
        long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253402300799999 &&
        int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100_000
            ? new Cursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), count)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Shown}");
}

public sealed class DeskLists(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, WhereFound where, KnownPlaybooks playbooks, TightPromises tight, TimeProvider clock)
{
    public const int PartLength = 50;
    public const int MostLetters = SearchText.MostLetters;

    public async Task<DeskPart> Show(ListWish wish, AgentId me, string? after, CancellationToken stop)
    {
        var part = await Read(wish, me, after, stop);
        return part with { Rows = part.Rows.Marked(await tight.Now(stop)) };
    }

    private async Task<DeskPart> Read(ListWish wish, AgentId me, string? after, CancellationToken stop)
    {
        var moment = Moment.In((await ourCompany.Now(stop)).Zone, clock.Now());
        await using var db = await databases.CreateDbContextAsync(stop);
        var from = Cursor.Read(after);
        return wish switch
        {
            { Filter: { } filter } => await InOrder(db.Fitting(filter, me, moment), filter.OrderUsed, me, from, db, stop, filter.Text is not null),
            { View: DeskView.Find } => wish.Words.OneLine() is { Length: > 0 and <= MostLetters } sought
                ? await Found(sought, await InOrder(db.Tickets.Matching(sought, Seeker.Now(me, moment.Zone, moment.Now), db), ViewOrder.NewestWord, me, from, db, stop, isSought: true), db, stop) : new DeskPart([], null),
            { View: DeskView.Closed or DeskView.Asked or DeskView.Aside } => await InOrder(await db.InView(wish.View, me, moment, stop), ViewOrder.NewestWord, me, from, db, stop),
            _ => await InOrder(await db.InView(wish.View, me, moment, stop), ViewOrder.ComesUp, me, from, db, stop),
        };
    }

    private async Task<DeskPart> Found(string sought, DeskPart part, LupausDb db, CancellationToken stop)
    {
        var places = await where.In([.. part.Rows.Select(r => r.Id)], sought, db, stop);
        return part with { Rows = [.. part.Rows.Select(r => places.GetValueOrDefault(r.Id) is { } found ? r with { Found = found } : r)] };
    }

    private async Task<DeskPart> InOrder(IQueryable<Ticket> tickets, ViewOrder order, AgentId me, Cursor? from, LupausDb db, CancellationToken stop, bool isSought = false)
    {
        var ordered = order switch
        {
            ViewOrder.ComesUp => (from is { } c ? tickets.ComingUpFrom(c.At) : tickets).InDueOrder(),
            ViewOrder.NewestWord => (from is { } c ? tickets.Where(t => t.LastWordAt <= c.At) : tickets).OrderByDescending(t => t.LastWordAt).ThenByDescending(t => t.Id),
            _ => (from is { } c ? tickets.Where(t => t.LastWordAt >= c.At) : tickets).OrderBy(t => t.LastWordAt).ThenBy(t => t.Id),
        };
        var rows = await Lines(ordered.Skip(from?.Shown ?? 0).Take(PartLength + 1), isSought, me, db, stop);
        var ids = rows.Select(r => r.Id).ToArray();
        var tags = (await db.TicketTags.Where(x => ids.Contains(x.TicketId)).Select(x => new { x.TicketId, x.TagId }).ToListAsync(stop)).ToLookup(x => x.TicketId, x => x.TagId);
        return Part([.. rows.Select(r => r with { Tags = [.. tags[r.Id]] })], order == ViewOrder.ComesUp ? r => r.ComesUp!.Value : r => r.LastWordAt, from);
    }

    /// <summary>Of what is sought, which ones they are is asked first: to put thousands of whole lines in order takes three times as long.</summary>
    private async Task<List<DeskRow>> Lines(IQueryable<Ticket> ordered, bool isSought, AgentId me, LupausDb db, CancellationToken stop)
    {
        var troubles = (await playbooks.Now(stop)).GoingOn(clock.Now()).Select(p => p.Id).ToArray();
        if (!isSought)
            return await ordered.AsRows(db, me, troubles).ToListAsync(stop);
        var ids = await ordered.Select(t => t.Id).ToArrayAsync(stop);
        var lines = await db.Tickets.Where(t => ids.Contains(t.Id)).AsRows(db, me, troubles).ToDictionaryAsync(r => r.Id, stop);
        return [.. ids.Select(id => lines.GetValueOrDefault(id)).OfType<DeskRow>()];
    }

    private static DeskPart Part(List<DeskRow> rows, Func<DeskRow, DateTimeOffset> order, Cursor? from)
    {
        if (rows.Count <= PartLength)
            return new DeskPart(rows, null);
        var shown = rows[..PartLength];
        var last = order(shown[^1]);
        var before = from is { } cursor && cursor.At == last ? cursor.Shown : 0;
        return new DeskPart(shown, new Cursor(last, before + shown.Count(r => order(r) == last)).ToString());
    }
}
