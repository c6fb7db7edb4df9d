namespace Lupaus.Work.Alerts;

public enum AlertKind
{
    /// <summary>The customer's own clock has less than an hour left.</summary>
    Urgent,

    /// <summary>A promise comes up and isn't kept yet.</summary>
    Threatened,

    /// <summary>A promise has been broken and renewed.</summary>
    Broken,

    /// <summary>A letter of ours did not arrive.</summary>
    NotReached,

    /// <summary>The sending of a letter of ours broke off: nobody knows whether it left.</summary>
    Unsure,

    /// <summary>A mailbox of ours hasn't been readable for a while.</summary>
    CannotRead,

    /// <summary>Letters haven't been leaving by a mailbox of ours for a while.</summary>
    CannotSend,

    /// <summary>A colleague asks for them in a note.</summary>
    Mentioned,

    /// <summary>A ticket has become theirs, and they didn't take it themselves.</summary>
    Given,

    /// <summary>A customer has written in a ticket of theirs.</summary>
    Answered,

    /// <summary>Somebody unknown has written to a ticket of theirs, and waits to be let in.</summary>
    Waits,

    /// <summary>A colleague thanks them.</summary>
    Thanked,

    /// <summary>A colleague offers them a ticket.</summary>
    Offered,

    /// <summary>What they offered, or what was theirs, a colleague has accepted.</summary>
    OfferAccepted,
    OfferDeclined,

    /// <summary>Nobody answered their offer in time, or nobody could.</summary>
    OfferExpired,

    /// <summary>A colleague asks them something, and waits for the answer.</summary>
    Asked,

    /// <summary>A colleague has answered their question.</summary>
    Advised,
}

public static class AlertKinds
{
    /// <summary>News can wait until they look by themselves.</summary>
    public static readonly AlertKind[] News = [AlertKind.Given, AlertKind.Answered, AlertKind.Waits, AlertKind.Thanked, AlertKind.OfferAccepted, AlertKind.Advised];

    /// <summary>It can't wait until they look by themselves. The rest is news: on the desk, without a sound unless they wish one.</summary>
    public static bool IsPressing(this AlertKind kind) => !News.Contains(kind);
}
