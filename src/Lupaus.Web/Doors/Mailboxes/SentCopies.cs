using System.Threading.Channels;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>
/// Puts copies of letters that left into the mailbox's own folder of sent mail, for those who look there. What was sent is
/// in the outbox anyway, so a copy that can't be put there is let go and said in the log.
/// </summary>
public sealed class SentCopies(OurMailboxes ours, MailboxKeys keys, ILogger<SentCopies> log) : BackgroundService
{
    private const int MostWaiting = 500;
    private readonly Channel<(MailboxId Mailbox, byte[] Mail)> waiting = Channel.CreateBounded<(MailboxId, byte[])>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Put(MailboxId mailbox, byte[] mail) => waiting.Writer.TryWrite((mailbox, mail));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var copies = new List<(MailboxId Mailbox, byte[] Mail)>();
            while (waiting.Reader.TryRead(out var copy))
                copies.Add(copy);
            foreach (var those in copies.GroupBy(c => c.Mailbox))
            {
                try
                {
                    if (await Put(those.Key, [.. those.Select(c => c.Mail)], stoppingToken) is { } why)
                        log.LogWarning("Copies could not be put into the folder of sent mail of mailbox {Mailbox}: {Trouble}", those.Key.Value, why.Key);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "Copies could not be put into the folder of sent mail of mailbox {Mailbox}.", those.Key.Value);
                }
            }
        }
    }

    private async Task<Trouble?> Put(MailboxId id, IReadOnlyList<byte[]> mails, CancellationToken stop)
    {
        if ((await ours.Now(stop)).FirstOrDefault(m => m.Id == id) is not { Reading: { } server, SentFolder: { } folder } mailbox)
            return null;
        var login = await keys.LoginFor(mailbox, stop);
        if (!login.IsOk)
            return login.Why;
        var opened = await ImapConnection.Open(server.ToHost(), login.Value!, stop);
        if (!opened.IsOk)
            return opened.Why;
        await using var connection = opened.Value!;
        var folders = await connection.Folders(stop);
        if (!folders.IsOk)
            return folders.Why;
        if (folders.Value!.Find(folder) is not { } path)
            return new Trouble(TryMailbox.SentFolderMissing, folder);
        foreach (var mail in mails)
        {
            if (await connection.Append(path, mail, ["\\Seen"], null, stop) is { IsOk: false } no)
                return no.Why;
        }
        return null;
    }
}
