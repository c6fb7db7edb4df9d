using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;
using Lupaus.Mail.Smtp;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>What came of trying one server.</summary>
/// <param name="Trouble">Its key; null when all is well.</param>
/// <param name="Said">What the server itself said.</param>
/// <param name="Messages">How many lie in the folder.</param>
/// <param name="Folders">Those that there are, where the one that was meant isn't among them.</param>
public sealed record ServerTrial(string? Trouble, string? Said = null, long? Messages = null, IReadOnlyList<string>? Folders = null);

/// <summary>What came of trying a mailbox; null for a server that it hasn't.</summary>
public sealed record MailboxTrial(ServerTrial? Reading, ServerTrial? Sending)
{
    public bool IsWell => (Reading ?? Sending) is not null && Reading?.Trouble is null && Sending?.Trouble is null;
}

/// <summary>Signs in to a mailbox's servers, looks for its folders, and leaves: nothing is read, sent or changed there.</summary>
public sealed class TryMailbox(MailboxKeys keys)
{
    public const string FolderMissing = "folder.missing";
    public const string SentFolderMissing = "folder.sent";
    private const int MostFolders = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<MailboxTrial> Now(Mailbox mailbox, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(Patience);
        var login = await keys.LoginFor(mailbox, soon.Token);
        var trials = await Task.WhenAll(
            mailbox.Reading is { } reading ? login.IsOk ? Read(reading, mailbox, login.Value!, soon.Token) : Task.FromResult<ServerTrial?>(Of(login.Why!)) : Task.FromResult<ServerTrial?>(null),
            mailbox.Sending is { } sending ? login.IsOk ? Send(sending, login.Value, soon.Token) : Task.FromResult<ServerTrial?>(Of(login.Why!)) : Task.FromResult<ServerTrial?>(null));
        stop.ThrowIfCancellationRequested();
        return new MailboxTrial(trials[0], trials[1]);
    }

    private static async Task<ServerTrial?> Read(MailServer server, Mailbox mailbox, Login login, CancellationToken stop)
    {
        var opened = await ImapConnection.Open(server.ToHost(), login, stop);
        if (!opened.IsOk)
            return Of(opened.Why!);
        await using var connection = opened.Value!;
        var folders = await connection.Folders(stop);
        if (!folders.IsOk)
            return Of(folders.Why!);
        if (folders.Value!.Find(mailbox.Folder) is not { } folder)
            return new ServerTrial(FolderMissing, mailbox.Folder, Folders: Names(folders.Value!));
        if (mailbox.SentFolder is { } sent && folders.Value!.Find(sent) is null)
            return new ServerTrial(SentFolderMissing, sent, Folders: Names(folders.Value!));
        var open = await connection.Open(folder, stop, isReadOnly: true);
        return open.IsOk ? new ServerTrial(null, Messages: open.Value!.Count) : Of(open.Why!);
    }

    private static async Task<ServerTrial?> Send(MailServer server, Login? login, CancellationToken stop)
    {
        var tried = await new SmtpSender(server.ToHost(), login).Try(stop);
        return tried.IsOk ? new ServerTrial(null) : Of(tried.Why!);
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<ImapFolder> folders) => [.. folders.Where(f => f.MayBeOpened).Select(f => f.Name).Order(StringComparer.Ordinal).Take(MostFolders)];

    private static ServerTrial Of(Trouble trouble) => new(trouble.Key, trouble.Said);
}

internal static class FoldersOfMailbox
{
    /// <summary>The path of the folder that a person calls so; null when there is none.</summary>
    public static string? Find(this IReadOnlyList<ImapFolder> folders, string name) =>
        name.Equals(Mailbox.Inbox, StringComparison.OrdinalIgnoreCase) ? Mailbox.Inbox :
        folders.FirstOrDefault(f => f.MayBeOpened && (f.Name == name || f.Path == name))?.Path ??
        folders.FirstOrDefault(f => f.MayBeOpened && f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Path;
}
