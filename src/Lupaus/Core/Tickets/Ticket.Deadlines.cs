using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    public static readonly TimeSpan UrgentWithin = TimeSpan.FromHours(1);

    /// <summary>A time this near orders the queue before anybody has confirmed it: by then it might be too late to ask.</summary>
    public static readonly TimeSpan CountsAtOnceWithin = TimeSpan.FromDays(1);

    /// <summary>When it is too late for the customer.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>What the customer's words seem to say about it; waits for one of ours or the customer to say whether it is so.</summary>
    public DeadlineGuess? DeadlineGuess { get; private set; }

    /// <summary>The deadline that counts is one that was read from the customer's words.</summary>
    public bool IsDeadlineGuessed => DeadlineGuess is { } guess && Deadline == guess.Latest;

    /// <summary>When it is too late for the customer; null takes it away.</summary>
    public void SetDeadline(DateTimeOffset? deadline, Actor by, DateTimeOffset now)
    {
        (WhyNotTouch() ?? WhyNotSetDeadline(deadline, now)).StopIfAny();
        var whole = deadline?.Whole();
        if (whole == Deadline && DeadlineGuess is null)
            return;
        (Deadline, DeadlineGuess) = (whole, null);
        Happened(whole is { } set ? new DeadlineSet(set) : new DeadlineCleared(), by, now);
    }

    public static Refusal? WhyNotSetDeadline(DateTimeOffset? deadline, DateTimeOffset now) =>
        deadline?.Whole() <= now ? Refusal.Because("deadline.past") :
        deadline - now > Promise.Furthest ? Refusal.Because("deadline.far") :
        null;

    /// <summary>The customer's words name a time. It waits to be confirmed; a near one counts meanwhile.</summary>
    public void NameTime(DeadlineGuess guess, DateTimeOffset now)
    {
        WhyNotNameTime(guess, now).StopIfAny();
        var counts = guess.Latest - now <= CountsAtOnceWithin && (Deadline is null || Deadline <= now || IsDeadlineGuessed);
        if (counts || IsDeadlineGuessed)
            Deadline = counts ? guess.Latest : null;
        DeadlineGuess = guess;
        Happened(new DeadlineNamed(guess.Message, guess.Latest, counts), CustomerId, now);
    }

    /// <summary>Nothing new is in it where an earlier time has been told already.</summary>
    public Refusal? WhyNotNameTime(DeadlineGuess guess, DateTimeOffset now) =>
        WhyNotTouch() ?? WhyNotSetDeadline(guess.Latest, now) ??
        (!IsDeadlineGuessed && Deadline > now && Deadline <= guess.Latest ? Refusal.Because("deadline.told") : null);

    /// <summary>What we read from the customer's words is so.</summary>
    public void ConfirmDeadline(Actor by, DateTimeOffset now)
    {
        WhyNotConfirmDeadline(now).StopIfAny();
        SetDeadline(DeadlineGuess!.Latest, by, now);
    }

    public Refusal? WhyNotConfirmDeadline(DateTimeOffset now) =>
        WhyNotTouch() ?? (DeadlineGuess is { } guess ? WhyNotSetDeadline(guess.Latest, now) : Refusal.Because("deadline.noguess"));

    /// <summary>It is no deadline: the words meant something else.</summary>
    public void DeclineDeadline(Actor by, DateTimeOffset now)
    {
        (WhyNotTouch() ?? (DeadlineGuess is null ? Refusal.Because("deadline.noguess") : null)).StopIfAny();
        var declined = DeadlineGuess!.Message;
        if (IsDeadlineGuessed)
            Deadline = null;
        DeadlineGuess = null;
        Happened(new DeadlineDeclined(declined), by, now);
    }

    /// <summary>The customer's clock has less than an hour left.</summary>
    public bool IsUrgent(DateTimeOffset now) =>
        IsOpen && Deadline is { } deadline && deadline - now <= UrgentWithin && now <= deadline;
}
