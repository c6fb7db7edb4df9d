namespace Lupaus.Language.Deadlines.Pieces;

/// <summary>What one phrase adds to a time: "perjantaina", "klo 12", "ennen".</summary>
internal abstract record Piece
{
    /// <summary>Words that may mean something else ("to", "9.30") are a time only together with another piece.</summary>
    public bool IsFirm { get; init; } = true;

    /// <summary>The wording itself looks ahead ("huomenna", "perjantaiksi"), so that a past verb beside it does not matter.</summary>
    public bool IsAhead { get; init; }
}

/// <summary>A piece and the tokens it is read from.</summary>
internal sealed record Placed(Piece Piece, int First, int End);

/// <summary>Two that one phrase says at once: "perjantaiaamuna".</summary>
internal sealed record Both(Piece One, Piece Other) : Piece;

/// <summary>Whole days, the last not included.</summary>
internal sealed record Days(DateOnly From, DateOnly To) : Piece
{
    /// <summary>The last of something: before the end of March is by the end of March.</summary>
    public bool IsEnd { get; init; }

    public bool IsOne => From.AddDays(1) == To;

    public static Days One(DateOnly day) => new(day, day.AddDays(1));
}

/// <summary>Which one it is depends on what stands beside it.</summary>
internal sealed record Weekday(DayOfWeek Day) : Piece
{
    /// <summary>"Ensi perjantaina": not today, though today were Friday.</summary>
    public bool IsAfterToday { get; init; }
}

internal sealed record DayPart(PartOfDay Part) : Piece
{
    /// <summary>"Lauantaiyönä": the small hours after Saturday.</summary>
    public bool IsNightAfter { get; init; }
}

/// <summary>How an hour is written: "14" and "03" leave no doubt, "3", "3.30" and "kolme" may be after noon.</summary>
internal enum HourForm { Exact, WithMinutes, Bare, Spoken }

internal sealed record ClockTime(int Minutes, HourForm Form) : Piece;

/// <summary>"9–17": opening hours, unless one day is named.</summary>
internal sealed record ClockSpan(int From, int To) : Piece;

/// <summary>"9.12", a date or a time.</summary>
internal sealed record Dotted(int First, int Second, bool HasMinutes, bool EndsInDot) : Piece;

/// <summary>Elapsed time from now.</summary>
internal sealed record Later(TimeSpan Time) : Piece;

/// <summary>
/// By and before look ahead whatever the verb; "within two days", "until Monday" and "due on Monday" (tensed) may be told of the past:
/// "it was to come within two days".
/// </summary>
internal enum LimitKind { By, Before, Tensed }

/// <summary>"Mennessä", "senast", "before".</summary>
internal sealed record Limit(LimitKind Kind) : Piece
{
    /// <summary>Stands after the time, or before: "mennessä", "viimeistään".</summary>
    public static readonly Limit By = new(LimitKind.By);
    public static readonly Limit LeadingBy = new(LimitKind.By) { Leads = true };
    public static readonly Limit Before = new(LimitKind.Before) { Leads = true };
    public static readonly Limit Tensed = new(LimitKind.Tensed);
    public static readonly Limit LeadingTensed = new(LimitKind.Tensed) { Leads = true };

    /// <summary>Stands before the time, and so belongs to what follows.</summary>
    public bool Leads { get; init; }
}

internal enum NotReach { Whole, Next, Previous }

/// <summary>"Viime", "sitten", "joka", "since", "after": what it stands with is no deadline.</summary>
internal sealed record NotDeadline(NotReach Reach) : Piece
{
    public static readonly NotDeadline AtAll = new(NotReach.Whole);
}
