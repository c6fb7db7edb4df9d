namespace Lupaus.Mail.Smtp;

/// <summary>What a mail server answered.</summary>
/// <param name="Code">200 to 599 (RFC 5321, 4.2).</param>
/// <param name="Status">The enhanced status, such as "5.1.1" (RFC 3463); null when none was given.</param>
/// <param name="Words">Its words, on one line, at most 500 characters.</param>
public sealed record SmtpReply(int Code, string? Status, string Words)
{
    /// <summary>The server has done it.</summary>
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>The server waits for more (334, 354).</summary>
    public bool WantsMore => Code is >= 300 and < 400;

    /// <summary>No, and no later either.</summary>
    public bool IsPermanent => Code >= 500;

    /// <summary>Code, status and words on one line.</summary>
    public override string ToString() => $"{Code} {(Status is null ? "" : Status + " ")}{Words}".TrimEnd();
}
