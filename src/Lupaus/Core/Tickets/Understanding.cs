namespace Lupaus.Core.Tickets;

/// <summary>What became of an understanding that was written back.</summary>
public enum UnderstoodHow
{
    /// <summary>The customer pressed yes on their page.</summary>
    ByPage,

    /// <summary>They said so on the telephone, and one of ours has marked it.</summary>
    ByCall,

    /// <summary>They wrote so, and one of ours has marked it.</summary>
    ByMessage,

    /// <summary>They told in words of their own what it is really about.</summary>
    NotQuite,
}

/// <summary>
/// What one of ours has understood of the matter, written back so that the customer can say whether it is so. The words
/// stand in the message that told them.
/// </summary>
/// <param name="CameFrom">The merged ticket it was written in; it goes back when that one is parted again.</param>
public sealed record Understanding(MessageId ToldIn, DateTimeOffset At, TicketId? CameFrom = null, UnderstoodHow? Answer = null, DateTimeOffset? AnsweredAt = null)
{
    /// <summary>A few lines.</summary>
    public const int MostWords = 1000;

    public bool IsWaiting => Answer is null;

    public bool IsConfirmed => Answer is not (null or UnderstoodHow.NotQuite);

    public static Refusal? WhyNotWrite(string? words) =>
        words.Cleaned().Length > MostWords ? Refusal.Because("understanding.long").With("limit", MostWords) : null;
}
