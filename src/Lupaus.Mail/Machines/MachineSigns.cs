using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Machines;

/// <summary>Looks for the signs that no person wrote a message, the most telling first.</summary>
internal static class MachineSigns
{
    private static readonly string[] ReplyMarks = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From", "X-Mail-Autoreply", "X-FC-MachineGenerated", "X-Loop", "X-Failed-Recipients"];
    private static readonly string[] ListMarks = ["List-Id", "List-Unsubscribe", "List-Post", "List-Help", "X-Mailing-List", "Mailing-List"];

    private static readonly string[] NobodysNames =
        ["noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "do.not.reply", "dontreply", "nepasrepondre", "eivastausta", "ei-vastausta", "alavastaa", "ala-vastaa", "svarainte", "svara-inte", "svarej", "svar-ej", "mailer-daemon", "mailerdaemon"];

    public static Automatic? Read(MailMessage message, Bounce? bounce) =>
        bounce is not null || IsReport(message) ? new Automatic(Automatic.Report) :
        IsOutOfOffice(message) ? new Automatic(Automatic.OutOfOffice, ReturnDate.In(message)) :
        WhyByHeaders(message) is { } why ? new Automatic(why) :
        null;

    private static string? WhyByHeaders(MailMessage message) =>
        IsAutoSubmitted(message) ? Automatic.AutoSubmitted :
        message.Headers["X-Auto-Response-Suppress"] is { } suppress && Suppresses(suppress) ? Automatic.Suppress :
        Array.Exists(ReplyMarks, message.Headers.Has) || IsPrecedence(message, "auto_reply") ? Automatic.AutoReply :
        Array.Exists(ListMarks, message.Headers.Has) ? Automatic.List :
        IsPrecedence(message, "bulk") || IsPrecedence(message, "junk") || IsPrecedence(message, "list") ? Automatic.Precedence :
        message.ReturnPath is "" ? Automatic.NullReturnPath :
        message.From.Concat(message.ReplyTo).Any(IsNobodys) || (message.Sender is { } sender && IsNobodys(sender)) ? Automatic.NoReply :
        null;

    // RFC 3834, section 5: anything but "no", whatever parameters follow.
    private static bool IsAutoSubmitted(MailMessage message) =>
        message.Headers["Auto-Submitted"] is { } value && FirstWord(value) is { Length: > 0 } word && !word.Equals("no", StringComparison.OrdinalIgnoreCase);

    private static bool Suppresses(string value) =>
        value.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Any(word => word.ToUpperInvariant() is "ALL" or "OOF" or "AUTOREPLY");

    private static bool IsPrecedence(MailMessage message, string value) =>
        FirstWord(message.Headers["Precedence"] ?? "").Replace('-', '_').Equals(value, StringComparison.OrdinalIgnoreCase);

    private static bool IsReport(MailMessage message) => message.ContentType == "multipart/report";

    private static bool IsOutOfOffice(MailMessage message)
    {
        var subject = message.Subject;
        if (OutOfOfficeWords.AreCertain(subject))
            return true;
        return OutOfOfficeWords.ArePossible(subject) && WhyByHeaders(message) is not null and not Automatic.List;
    }

    private static bool IsNobodys(NamedAddress address)
    {
        var at = address.Address.LastIndexOf('@');
        var local = at < 0 ? address.Address : address.Address[..at];
        return Array.Exists(NobodysNames, name => StandsIn(local, name));
    }

    // "noreply", "noreply-orders", "orders.noreply+1", but not "nobodysnoreplyhere".
    private static bool StandsIn(string local, string name)
    {
        var at = local.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;
        var end = at + name.Length;
        return (at == 0 || !char.IsLetter(local[at - 1])) && (end == local.Length || !char.IsLetter(local[end]));
    }

    private static string FirstWord(string value)
    {
        var end = value.AsSpan().IndexOfAny(";( \t");
        return (end < 0 ? value : value[..end]).Trim();
    }
}
