using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Lists beyond one's own.</summary>
public enum DeskView { Common, Open, Closed, Risk, Find }

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

public sealed class DeskLists(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    public const int PartLength = 50;
    public const int MostLetters = 100;

    public async Task<DeskPart> Show(DeskView view, string? words, string? after, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var from = Cursor.Read(after);
        return view switch
        {
            DeskView.Common => await InDueOrder(db.Tickets.Where(t => t.Closure == null && t.FirstHumanWordAt == null), from, db, stop),
            DeskView.Open => await InDueOrder(db.Tickets.Open(), from, db, stop),
            DeskView.Risk => await InDueOrder(db.Tickets.AtRisk(db.Obstacles, clock.Now() + Promise.Warning), from, db, stop),
            DeskView.Closed => await NewestFirst(db.Tickets.Where(t => t.Closure != null), from, db, stop),
            _ => words.OneLine() is { Length: > 0 and <= MostLetters } sought ? await NewestFirst(Matching(sought, db), from, db, stop) : new DeskPart([], null),
        };
    }

    private static async Task<DeskPart> InDueOrder(IQueryable<Ticket> tickets, Cursor? from, LupausDb db, CancellationToken stop)
    {
        var rest = from is { } cursor ? tickets.ComingUpFrom(cursor.At).InDueOrder().Skip(cursor.Shown) : tickets.InDueOrder();
        return Part(await rest.Take(PartLength + 1).AsRows(db).ToListAsync(stop), r => r.ComesUp!.Value, from);
    }

    private static async Task<DeskPart> NewestFirst(IQueryable<Ticket> tickets, Cursor? from, LupausDb db, CancellationToken stop)
    {
        var rest = from is { } cursor ? tickets.Where(t => t.LastWordAt <= cursor.At) : tickets;
        var ordered = rest.OrderByDescending(t => t.LastWordAt).ThenByDescending(t => t.Id).Skip(from?.Shown ?? 0);
        return Part(await ordered.Take(PartLength + 1).AsRows(db).ToListAsync(stop), r => r.LastWordAt, from);
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

    /// <summary>By reference, or by a part of the customer's name, address or number, or of the subject.</summary>
    private static IQueryable<Ticket> Matching(string sought, LupausDb db)
    {
        if (Reference.Read(sought) is { } reference && !sought.Contains(' '))
            return db.Tickets.Where(t => t.Reference == reference);
        // SQLite folds the case of ASCII only, so a name that begins with Å is also tried with a capital.
        var (small, capital) = (sought.ToLowerInvariant(), char.ToUpperInvariant(sought[0]) + sought[1..]);
        var digits = DigitsOf(sought);
        var people = db.People.Where(p => p.Name.ToLower().Contains(small) || p.Name.Contains(sought) || p.Name.Contains(capital)).Select(p => p.Id);
        var reached = db.Contacts.Where(c => c.Value.Contains(small) || (digits != null && c.Kind == ContactKind.Phone && c.Value.Contains(digits))).Select(c => c.PersonId);
        return db.Tickets.Where(t =>
            people.Contains(t.CustomerId) || reached.Contains(t.CustomerId) ||
            t.Subject.ToLower().Contains(small) || t.Subject.Contains(sought) || t.Subject.Contains(capital));
    }

    /// <summary>"040 765" as it stands within +35840765…; null when it is no beginning of a number.</summary>
    private static string? DigitsOf(string sought)
    {
        if (sought.Any(c => !char.IsAsciiDigit(c) && !" +-()".Contains(c)))
            return null;
        var digits = new string([.. sought.Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length >= 3 ? digits : null;
    }
}
