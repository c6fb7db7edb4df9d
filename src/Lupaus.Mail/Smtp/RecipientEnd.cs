namespace Lupaus.Mail.Smtp;

/// <summary>What came of a message for one recipient.</summary>
public enum RecipientEnd
{
    /// <summary>Nothing was said of this recipient; the whole sending tells.</summary>
    Unsaid,

    /// <summary>The server has taken the message and answers for it now.</summary>
    Accepted,

    /// <summary>No, and no later either.</summary>
    Refused,

    /// <summary>Not now: try again later.</summary>
    TemporarilyRefused,
}
