using Lupaus.Ground.Files;

namespace Lupaus.Core.Tickets;

/// <summary>How we know what the customer says.</summary>
public enum SaidHow { Written, ByPhone, InPerson }

public enum WhichHolds
{
    Customers,
    Records,

    /// <summary>Each is right in part.</summary>
    Both,

    /// <summary>We go on seeing it differently, and the next step is outside our house.</summary>
    Disagreed,
}

/// <summary>Why the two words differed. Each points at a system or a way of working, none at the customer.</summary>
public enum DiscrepancyCause
{
    /// <summary>It happened, and nobody and nothing wrote it down.</summary>
    NotRecorded,
    WrongEntry,

    /// <summary>One system knew, and the other hadn't heard yet.</summary>
    Delay,
    Malfunction,
    UnclearWording,

    /// <summary>The record is another customer's.</summary>
    OthersRecord,

    /// <summary>What came to us from a partner's system was wrong already.</summary>
    FromOutside,
    Misunderstanding,
    Unknown,
}

/// <summary>What the records say: in which system or document, where in it, and a file of the ticket's that shows it.</summary>
public sealed record RecordsWord(string Says, string? Source = null, string? Where = null, Attachment? Shown = null);

/// <summary>The customer's word beside the record's.</summary>
/// <param name="SaidIn">The message or call of the customer's in which they say so.</param>
/// <param name="How">Where no message has it.</param>
public sealed record Disagreement(string Says, RecordsWord Record, Message? SaidIn = null, SaidHow? How = null)
{
    public const int MostSource = 60;

    public Refusal? WhyNotRecord() =>
        Obstacle.WhyNotRaise(Says) ??
        (Record.Says.Cleaned().Length == 0 ? Refusal.Because("discrepancy.sides") : Obstacle.WhyNotRaise(Record.Says)) ??
        WhyNotCall(Record.Source) ??
        (Record.Where.Cleaned().Length > Limits.Reason ? Refusal.Because("obstacle.text").With("limit", Limits.Reason) : null) ??
        (SaidIn is null && How == SaidHow.Written ? Refusal.Because("discrepancy.message") : SaidIn is null ? null : WhyNotQuote(SaidIn));

    /// <summary>A system's name, short enough to be counted by.</summary>
    public static Refusal? WhyNotCall(string? source) =>
        source.OneLine().Length > MostSource ? Refusal.Because("discrepancy.source.long").With("limit", MostSource) : null;

    /// <summary>Their own words are quoted, or a call with them; not what a machine wrote in their stead, nor what we say.</summary>
    public static Refusal? WhyNotQuote(Message message) =>
        message.IsCustomersWord || message.Call is { IsReached: true } ? null : Refusal.Because("discrepancy.message");
}

/// <summary>How a person of ours settles it.</summary>
/// <param name="NextOutside">Where it can be taken from here, when we couldn't agree.</param>
/// <param name="Source">The system or document it turned out to be about; the record's own where it isn't given.</param>
public sealed record Verdict(WhichHolds Holds, DiscrepancyCause Cause, string Why, string? NextOutside = null, string? Source = null)
{
    public Refusal? WhyNotSettle() =>
        Obstacle.WhyNotRaise(Why) ??
        (NextOutside.Cleaned().Length > Limits.Reason ? Refusal.Because("obstacle.text").With("limit", Limits.Reason) : null) ??
        (Holds == WhichHolds.Disagreed && NextOutside.Cleaned().Length == 0 ? Refusal.Because("discrepancy.outside") : null) ??
        Disagreement.WhyNotCall(Source);
}
