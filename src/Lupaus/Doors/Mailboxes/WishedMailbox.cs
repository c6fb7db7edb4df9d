using Lupaus.Ground.Topics;

namespace Lupaus.Doors.Mailboxes;

/// <summary>How we sign in to a mailbox's servers.</summary>
public enum SignsIn
{
    WithPassword,

    /// <summary>An account of Google's, connected by one who may.</summary>
    AtGoogle,

    /// <summary>An account of Microsoft's, connected by one who may.</summary>
    AtMicrosoft,

    /// <summary>The servers want nobody to.</summary>
    Never,
}

/// <summary>What one of ours wishes of a mailbox.</summary>
/// <param name="Aliases">Other addresses whose mail comes here too, as they were typed.</param>
/// <param name="Reading">Where mail is fetched by IMAP; null where it comes in another way.</param>
/// <param name="TakesWhatIsThere">Whether mail that was there before we came is taken too.</param>
/// <param name="Sending">Where letters leave by SMTP; null where another mailbox sends them.</param>
/// <param name="SentFolder">Where a copy of each letter is put; null for none.</param>
/// <param name="TrustedServer">The name under which our own mail server writes down what it found out about a sender (RFC 8601).</param>
/// <param name="Topic">What is written here is about this; null for the usual one.</param>
public sealed record WishedMailbox(
    string Address,
    string? Aliases,
    SignsIn SignsIn,
    string? UserName,
    MailServer? Reading,
    string? Folder,
    bool TakesWhatIsThere,
    MailServer? Sending,
    string? SentFolder,
    string? TrustedServer,
    TopicId? Topic,
    string? FinnishSignature,
    string? SwedishSignature,
    string? EnglishSignature)
{
    public const int MostAliases = 20;

    public IReadOnlyList<string> OtherAddresses => (Aliases ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private bool MustSignIn => SignsIn != SignsIn.Never;

    public Refusal? WhyNot() =>
        EmailAddress.Read(Address) is null ? Refusal.Because("mailbox.address") :
        OtherAddresses.FirstOrDefault(a => EmailAddress.Read(a) is null) is { } wrong ? Refusal.Because("mailbox.alias").With("address", wrong.CutTo(Limits.Name)) :
        OtherAddresses.Count > MostAliases ? Refusal.Because("mailbox.aliases").With("limit", MostAliases) :
        Reading?.WhyNotCall(MustSignIn) ?? Sending?.WhyNotCall(MustSignIn) ??
        (Reading is not null && !MustSignIn ? Refusal.Because("mailbox.signin") :
        SentFolder.OneLine().Length > 0 && Reading is null ? Refusal.Because("mailbox.sentfolder") :
        new[] { UserName, Folder, SentFolder, TrustedServer }.Any(t => t.OneLine().Length > MailServer.LongestHost) ? Refusal.Because("mailbox.long").With("limit", MailServer.LongestHost) :
        new[] { FinnishSignature, SwedishSignature, EnglishSignature }.Any(s => s?.Length > Limits.Reason) ? Refusal.Because("mailbox.signature").With("limit", Limits.Reason) :
        null);
}
