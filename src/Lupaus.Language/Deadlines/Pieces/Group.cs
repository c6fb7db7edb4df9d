using Lupaus.Language.Deadlines.Scanning;
using Lupaus.Language.Words;

namespace Lupaus.Language.Deadlines.Pieces;

/// <summary>Pieces that stand together and make one time: "perjantaina 27.11. klo 12 mennessä".</summary>
internal sealed class Group(List<Token> tokens)
{
    private int firmness;

    public int First { get; private set; } = -1;

    public int End { get; private set; }

    public Days? Days { get; set; }

    public Weekday? Weekday { get; private set; }

    public DayPart? Part { get; private set; }

    public ClockTime? Clock { get; set; }

    public ClockSpan? Hours { get; private set; }

    public Dotted? Dotted { get; private set; }

    public Later? Later { get; private set; }

    public Limit? Limit { get; private set; }

    public bool IsNone { get; private set; }

    public bool IsAhead { get; private set; }

    /// <summary>Two that may mean something else confirm each other.</summary>
    public bool IsFirm => firmness >= 2;

    public bool IsEmpty => First < 0;

    public bool HasTime => Days is not null || Weekday is not null || Part is not null || Clock is not null || Hours is not null || Dotted is not null || Later is not null;

    /// <summary>What it is read from.</summary>
    public TextSpan Words => TextSpan.Between(tokens[First].Span.Start, tokens[End - 1].Span.End);

    public void Add(Placed placed)
    {
        Take(placed.Piece);
        First = IsEmpty ? placed.First : First;
        End = placed.End;
    }

    public bool HasRoomFor(Piece piece) => piece switch
    {
        Both both => HasRoomFor(both.One) && HasRoomFor(both.Other),
        Pieces.Days days => Days is null && Later is null && (Weekday is null || Fits(days, Weekday)),
        Pieces.Weekday weekday => Weekday is null && Later is null && (Days is null || Fits(Days, weekday)),
        DayPart _ => Part is null && Later is null,
        ClockTime _ => Clock is null && Hours is null && Later is null,
        ClockSpan _ => Clock is null && Hours is null && Later is null,
        Pieces.Dotted dotted => Dotted is null && Later is null && (Days is null || Fits(Days, dotted)),
        Pieces.Later _ => !HasTime,
        Pieces.Limit _ => Limit is null,
        NotDeadline not => not.Reach != NotReach.Next,
        _ => false,
    };

    private static bool Fits(Days days, Weekday weekday) => !days.IsOne || days.From.DayOfWeek == weekday.Day;

    /// <summary>"Huomenna 9.30", "huomenna 26.11.", but not "huomenna, viimeistään 30.11.".</summary>
    private bool Fits(Days days, Dotted dotted) =>
        (days.IsOne && (dotted.First, dotted.Second) == (days.From.Day, days.From.Month)) || (Clock is null && dotted is { HasMinutes: true, First: < 24, Second: < 60, IsFirm: false });

    private void Take(Piece piece)
    {
        firmness += piece is Both ? 0 : piece.IsFirm ? 2 : 1;
        IsAhead |= piece.IsAhead;
        switch (piece)
        {
            case Both both:
                Take(both.One);
                Take(both.Other);
                break;
            case Days days: Days = days; break;
            case Weekday weekday: Weekday = weekday; break;
            case DayPart part: Part = part; break;
            case ClockTime clock: Clock = clock; break;
            case ClockSpan hours: Hours = hours; break;
            case Dotted dotted: Dotted = dotted; break;
            case Later later: Later = later; break;
            case Limit limit: Limit = limit; break;
            case NotDeadline not: Refuse(not.Reach); break;
        }
    }

    /// <summary>"Huomenna klo 15 jälkeen" is still tomorrow.</summary>
    private void Refuse(NotReach reach)
    {
        if (reach == NotReach.Previous && (Clock ?? (Piece?)Hours) is not null && (Days ?? Weekday ?? (Piece?)Dotted) is not null)
            (Clock, Hours) = (null, null);
        else
            IsNone = true;
    }
}
