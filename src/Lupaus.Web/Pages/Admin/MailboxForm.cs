using System.Globalization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Topics;
using Lupaus.Mail.Connecting;
using Lupaus.Web.Doors.Mailboxes;

namespace Lupaus.Web.Pages.Admin;

/// <summary>A mailbox's form: its fields as they were typed, or as they are; and what they wish.</summary>
public sealed class MailboxForm
{
    private readonly Func<string, string?> field;

    private MailboxForm(SignsIn signsIn, Func<string, string?> field) => (SignsIn, this.field) = (signsIn, field);

    public SignsIn SignsIn { get; }

    public bool IsAtAHouse => SignsIn is SignsIn.AtGoogle or SignsIn.AtMicrosoft;

    public string? this[string name] => field(name);

    /// <summary>Empty, but for what is known of the house it is at.</summary>
    public static MailboxForm New(SignsIn signsIn)
    {
        var house = signsIn is SignsIn.AtGoogle or SignsIn.AtMicrosoft ? TokenHouses.Of(signsIn) : null;
        return new(signsIn, name => name switch
        {
            "ReadingHost" => house?.Reading.Name,
            "ReadingPort" => Number(house?.Reading.Port ?? 993),
            "ReadingLock" => LockOf(house?.Reading),
            "SendingHost" => house?.Sending.Name,
            "SendingPort" => Number(house?.Sending.Port ?? 465),
            "SendingLock" => LockOf(house?.Sending),
            _ => null,
        });
    }

    public static MailboxForm Of(Mailbox mailbox, MailboxKey? key) => new(mailbox.SignsIn, name => name switch
    {
        "Address" => mailbox.Address.Value,
        "Aliases" => mailbox.Aliases,
        "Topic" => mailbox.TopicId is { } topic ? topic.Value.ToString(CultureInfo.InvariantCulture) : null,
        "UserName" => mailbox.UserName,
        "ClientId" => key?.ClientId,
        "ReadingHost" => mailbox.ReadingHost,
        "ReadingPort" => Number(mailbox.Reading?.Port ?? 993),
        "ReadingLock" => mailbox.ReadingLock.ToString(),
        "Folder" => mailbox.Folder == Mailbox.Inbox ? null : mailbox.Folder,
        "TakesWhatIsThere" => mailbox.TakesWhatIsThere ? "true" : null,
        "SendingHost" => mailbox.SendingHost,
        "SendingPort" => Number(mailbox.Sending?.Port ?? 465),
        "SendingLock" => mailbox.SendingLock.ToString(),
        "SentFolder" => mailbox.SentFolder,
        "TrustedServer" => mailbox.TrustedServer,
        "FinnishSignature" => mailbox.FinnishSignature,
        "SwedishSignature" => mailbox.SwedishSignature,
        "EnglishSignature" => mailbox.EnglishSignature,
        _ => null,
    });

    public static MailboxForm Typed(IFormCollection form) => new(Read(form["SignsIn"], SignsIn.WithPassword), name => form[name].ToString() is { Length: > 0 } text ? text : null);

    public WishedMailbox Wish => new(
        this["Address"] ?? "", this["Aliases"], SignsIn, this["UserName"],
        Server("Reading"), this["Folder"], this["TakesWhatIsThere"] is not null,
        Server("Sending"), this["SentFolder"], this["TrustedServer"],
        long.TryParse(this["Topic"], NumberStyles.None, CultureInfo.InvariantCulture, out var topic) ? new TopicId(topic) : null,
        this["FinnishSignature"], this["SwedishSignature"], this["EnglishSignature"]);

    /// <summary>Null when nothing was typed: then the one that there is stays.</summary>
    public MailboxKey? Key(MailboxKey? before)
    {
        var (password, client, secret) = (this["Password"], this["ClientId"]?.Trim(), this["ClientSecret"]?.Trim());
        if (!IsAtAHouse)
            return password is null ? null : new MailboxKey(password);
        if (client is null || (client == before?.ClientId && secret is null))
            return null;
        // Another client of ours needs a grant of its own.
        return new MailboxKey(ClientId: client, ClientSecret: secret ?? (client == before?.ClientId ? before.ClientSecret : null), RefreshToken: client == before?.ClientId ? before.RefreshToken : null);
    }

    private MailServer? Server(string which) => this[$"{which}Host"].OneLine() is { Length: > 0 } host
        ? new MailServer(host, int.TryParse(this[$"{which}Port"]?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, Read(this[$"{which}Lock"], MailLock.Tls))
        : null;

    private static T Read<T>(string? text, T otherwise) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : otherwise;

    private static string LockOf(MailHost? host) => (host?.Protection == Protection.StartTls ? MailLock.StartTls : MailLock.Tls).ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
