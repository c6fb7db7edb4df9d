namespace Lupaus.Mail.Machines;

/// <summary>Why a message seems to be a machine's, which must never be answered by another (RFC 3834).</summary>
/// <param name="Why">One of the words below; stable.</param>
/// <param name="ReturnsOn">When the writer is back, if an out-of-office reply says so.</param>
public sealed record Automatic(string Why, DateOnly? ReturnsOn = null)
{
    /// <summary>It answers for somebody who is away.</summary>
    public const string OutOfOffice = "out-of-office";

    /// <summary>It tells that a message didn't arrive, or did (RFC 3464), or was read (RFC 8098).</summary>
    public const string Report = "report";

    /// <summary>Auto-Submitted says so (RFC 3834, section 5).</summary>
    public const string AutoSubmitted = "auto-submitted";

    /// <summary>It asks not to be answered automatically (X-Auto-Response-Suppress).</summary>
    public const string Suppress = "suppress";

    /// <summary>X-Autoreply, X-Autorespond, X-Loop or a relative of theirs.</summary>
    public const string AutoReply = "auto-reply";

    /// <summary>Precedence: bulk, junk, list or auto_reply.</summary>
    public const string Precedence = "precedence";

    /// <summary>It came over a mailing list (RFC 2919, RFC 2369).</summary>
    public const string List = "list";

    /// <summary>Its return path is null (RFC 5321, 4.5.5).</summary>
    public const string NullReturnPath = "null-return-path";

    /// <summary>Its sender says that nobody reads the answers.</summary>
    public const string NoReply = "noreply";
}
