using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Machines;
using Lupaus.Mail.Quoting;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Rendering;
using Lupaus.Mail.Trust;
using Lupaus.Web.Ground.Files;
using Attachment = Lupaus.Ground.Files.Attachment;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>By which of our doors a mail came.</summary>
/// <param name="Name">"api", "pipe", "lmtp", "smtp", or a mailbox of ours.</param>
/// <param name="TrustedServer">The mail server of ours whose findings about senders we believe (RFC 8601).</param>
/// <param name="Recipients">The addresses its envelope named, where the door knows them.</param>
public sealed record MailDoor(string Name, string? TrustedServer = null, IReadOnlyList<string>? Recipients = null)
{
    /// <summary>Bytes of a raw message: more than any of the great mail services lets through.</summary>
    public const int MostBytes = 60 * 1024 * 1024;

    /// <summary>Whether our own mail server hands over what comes here.</summary>
    public bool IsOurServers => Name is "pipe" or "lmtp" or "api";
}

/// <summary>A mail, read with the eyes of a help desk: who writes, what they say, what it points to. Nothing here asks the database.</summary>
public sealed partial class IncomingMail
{
    /// <summary>So many ids of a thread are looked up, the newest.</summary>
    private const int MostReferences = 30;

    private static readonly string[] OursIsNamedIn = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];

    private IncomingMail(MailMessage message, MailDoor door, ReadOnlyMemory<byte> raw)
    {
        Message = message;
        Raw = raw;
        Writer = WriterOf(message);
        Name = NameOf(message, Writer);
        Signs = new MailSigns(door.Name, KeyOf(message, raw.Span), message.MessageId, message.From.FirstOrDefault()?.Address, message.Automatic?.Why, ChecksOf(message, Writer, door.TrustedServer), DesignOf(message.Html));
        Recipients = [.. (door.Recipients ?? []).Concat(message.To.Concat(message.Cc).Select(a => a.Address)).Concat(OursIsNamedIn.Select(n => message.Headers[n]).OfType<string>()).Select(a => a.Trim('<', '>', ' ')).Distinct(StringComparer.OrdinalIgnoreCase)];
        IsVouchedFor = Writer is not null && message.From is [var only] && EmailAddress.Read(only.Address) == Writer && door.TrustedServer is { } server
            && AuthenticationResults.Read(message.Headers, server)?.VouchesFor(Writer.Value.Value.Split('@')[1]) == true;
        (Files, LeftOut) = FilesIn(message);
    }

    public MailMessage Message { get; }

    public ReadOnlyMemory<byte> Raw { get; }

    public MailSigns Signs { get; }

    /// <summary>Whom an answer would reach; null when nobody.</summary>
    public EmailAddress? Writer { get; }

    public string? Name { get; }

    /// <summary>Our own mail server found that it is from where it says. Nobody may act in a colleague's name without.</summary>
    public bool IsVouchedFor { get; }

    public IReadOnlyList<string> Recipients { get; }

    public IReadOnlyList<Upload> Files { get; }

    /// <summary>How many files were too many or too big to be kept beside the message: they are in the raw mail alone.</summary>
    public int LeftOut { get; }

    public Automatic? Machine => Message.Automatic;

    public Bounce? Bounce => Message.Bounce;

    public Source Source => Source.Of("mail", Signs.Key);

    /// <summary>The message it answers; a report's is the one it is about.</summary>
    public IReadOnlyList<string> Answers => Bounce?.OriginalMessageId is { } ours ? [ours] : [.. Message.InReplyTo.Take(MostReferences)];

    /// <summary>The thread, the newest first.</summary>
    public IReadOnlyList<string> Thread => [.. Message.References.Reverse().Take(MostReferences)];

    /// <summary>References of tickets that stand in the subject in brackets.</summary>
    public IReadOnlyList<Reference> Named => [.. Bracketed().Matches(Message.Subject).Select(m => Reference.Read(m.Groups[1].Value)).OfType<Reference>().Take(5)];

    /// <summary>As a matter is called: without "Re:", "VS:" and reference.</summary>
    public string Subject => SubjectOf(Message);

    /// <summary>All that was written, quotes and all; what is too long to be kept whole ends with "…".</summary>
    public string Body
    {
        get
        {
            var text = Message.Text.Cleaned();
            if (text.Length == 0)
                text = Subject.Length > 0 ? Subject : "–";
            return Whole(text);
        }
    }

    internal static string Whole(string text) => text.Length <= Limits.Body ? text : text.CutTo(Limits.Body - 2).TrimEnd() + "\n…";

    /// <summary>The language its writer's program says it is in (RFC 3282); null when it doesn't say, or one of ours it isn't.</summary>
    public LanguageCode? Language => Message.Headers["Content-Language"] is { } said ? LanguageCodes.Read(said.Split(',', ';')[0].Trim().Split('-')[0]) : null;

    /// <summary>
    /// Who was written to besides us. Where none of the addresses is one that we know as ours, one of To is, by a name we
    /// don't know: then only those of Cc.
    /// </summary>
    public IEnumerable<NamedAddress> Others(HouseAddresses ours)
    {
        var all = Message.To.Concat(Message.Cc).DistinctBy(a => a.Address, StringComparer.OrdinalIgnoreCase).ToArray();
        return (Array.Exists(all, a => ours.AreCompanys(a.Address)) ? all : Message.Cc.AsEnumerable()).Where(a => !ours.AreOurs(a.Address));
    }

    /// <summary>Its writer's own words: without what they quote beneath, and without a signature.</summary>
    public string OwnWords => QuotedText.Read(Body).Own is { Length: > 0 } own ? own : Body;

    public static IncomingMail Read(ReadOnlyMemory<byte> raw, MailDoor door) => new(MailReader.Read(raw), door, raw);

    // Whoever wants to be answered elsewhere says so (RFC 5322, 3.6.2): a form on a web site writes from an address of its own
    // and names there who wrote. What a list or a robot names there is nobody's who wrote.
    private static EmailAddress? WriterOf(MailMessage message)
    {
        var from = First(message.From) ?? (message.Sender is { } sender ? EmailAddress.Read(sender.Address) : null);
        var answersGo = First(message.ReplyTo);
        var isAnswered = message.Automatic?.Why is null or Automatic.NoReply or Automatic.AutoSubmitted or Automatic.Suppress;
        return (isAnswered ? answersGo ?? from : from ?? answersGo) ?? EmailAddress.Read(message.ReturnPath);
    }

    internal static string SubjectOf(MailMessage message)
    {
        var subject = Bracketed().Replace(message.Subject, m => Reference.Read(m.Groups[1].Value) is null ? m.Value : "").OneLine();
        while (Answering().Match(subject) is { Success: true } prefix)
            subject = subject[prefix.Length..];
        return subject.Trim().CutTo(Limits.Subject);
    }

    private static EmailAddress? First(IEnumerable<NamedAddress> addresses) => addresses.Select(a => EmailAddress.Read(a.Address)).FirstOrDefault(a => a is not null);

    private static string? NameOf(MailMessage message, EmailAddress? writer)
    {
        var name = message.From.Concat(message.ReplyTo).FirstOrDefault(a => EmailAddress.Read(a.Address) == writer)?.Name.OneLine();
        return string.IsNullOrEmpty(name) || name.Contains('@') ? null : name.CutTo(Limits.Name);
    }

    // Beside its Message-ID, which some programs use twice, all that makes it this mail to its reader: two that differ are two.
    private static string KeyOf(MailMessage message, ReadOnlySpan<byte> raw)
    {
        if (message.MessageId is null)
            return Convert.ToHexStringLower(SHA256.HashData(raw));
        var known = string.Join('\0', message.MessageId, message.From.FirstOrDefault()?.Address.ToLowerInvariant(), message.Date?.UtcDateTime.ToString("O"), message.Subject, message.Text, string.Join(',', message.Attachments.Select(a => a.Size)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(known)));
    }

    private static string? ChecksOf(MailMessage message, EmailAddress? writer, string? server)
    {
        if (server is null || AuthenticationResults.Read(message.Headers, server) is not { } found)
            return null;
        var from = message.From.FirstOrDefault()?.Address.Split('@')[^1];
        // DMARC is about the From by itself; the others name whom they are about. Of a writer named elsewhere none of them vouches.
        var isWriters = SenderChecks.AreOneHouse(writer?.Value.Split('@')[^1], from);
        var said = new[] { found.Spf, found.Dkim, found.Dmarc }.OfType<AuthenticationVerdict>()
            .Select(v => $"{v.Method}={v.Result}{((v.Method == "dmarc" || SenderChecks.AreOneHouse(v.Domain, from)) && (isWriters || v.Result != "pass") ? "" : SenderChecks.OfAnother)}");
        return string.Join(' ', said);
    }

    private static MailDesign DesignOf(string? html) => html is null ? MailDesign.None : SafeHtml.Fetches(html) ? MailDesign.Fetching : MailDesign.Whole;

    internal static (IReadOnlyList<Upload> Files, int LeftOut) FilesIn(MailMessage message)
    {
        var (kept, left, together) = (new List<Upload>(), 0, 0L);
        foreach (var attachment in message.Attachments)
        {
            if (attachment.Size == 0)
                continue;
            if (kept.Count == Attachment.MaxCount || attachment.Size > Attachment.MaxBytes || together + attachment.Size > Attachment.MaxBytesTogether)
            {
                left++;
                continue;
            }
            together += attachment.Size;
            kept.Add(new Upload(NameOf(attachment), attachment.Content().ToArray(), attachment.IsReferenced));
        }
        return (kept, left);
    }

    private static string NameOf(Lupaus.Mail.Reading.Attachment attachment) =>
        attachment.FileName is { Length: > 0 } named ? named :
        attachment.ContentType is "message/rfc822" or "message/global" ? "message.eml" :
        attachment.ContentType is "text/calendar" ? "event.ics" :
        attachment.ContentType.Split('/')[0] is "image" ? "image" : "file";

    [GeneratedRegex(@"\[#?\s*([0-9A-Za-z-]{7,9})\s*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*(re|vs|sv|vast|aw|fwd?|vl|vb)\s*(\[\d{1,3}\])?\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answering();
}
