using System.Globalization;
using System.Text;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>
/// Fetches what comes into a mailbox's folder. Nothing is changed there. A mail is stored first and then counted as
/// taken, so should we stop in between, it is fetched once more and found to be here. One that can't be made into
/// anything is put aside to be looked at, and the others go on.
/// </summary>
public sealed class FetchMail(Changes changes, MailboxKeys keys, ReceiveMail receive, Settings settings, TimeProvider clock, ILogger<FetchMail> log)
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <summary>Bytes; those of honest programs have a tenth of it.</summary>
    private const long LongestHeader = 256 * 1024;

    /// <summary>The mailbox's own way of saying that all is well is written down at most so often.</summary>
    private static readonly TimeSpan SaidAtMost = TimeSpan.FromMinutes(5);

    /// <summary>Reads as long as the mailbox is ours to read; why not, when it can't.</summary>
    public async Task<Trouble?> From(MailboxId id, CancellationToken stop)
    {
        if (await Claim(id, stop) is not { } mailbox)
            return null;
        try
        {
            var why = await Read(mailbox, stop);
            if (why is not null && !stop.IsCancellationRequested)
                await Note(id, m => m.CouldNotBeRead(why.Key, clock.Now()), stop);
            return why;
        }
        finally
        {
            await Note(id, m => m.LetGo(settings.Node), CancellationToken.None);
        }
    }

    private async Task<Trouble?> Read(Mailbox mailbox, CancellationToken stop)
    {
        var login = await keys.LoginFor(mailbox, stop);
        if (!login.IsOk)
            return login.Why;
        var opened = await ImapConnection.Open(mailbox.Reading!.ToHost(), login.Value!, stop);
        if (!opened.IsOk)
            return opened.Why;
        await using var connection = opened.Value!;
        var folders = await connection.Folders(stop);
        if (!folders.IsOk)
            return folders.Why;
        if (folders.Value!.Find(mailbox.Folder) is not { } path)
            return new Trouble(TryMailbox.FolderMissing, mailbox.Folder);
        var folder = await connection.Open(path, stop, isReadOnly: true);
        if (!folder.IsOk)
            return folder.Why;
        while (await Claim(mailbox.Id, stop) is { } now && IsTheSame(now, mailbox))
        {
            if (await Once(now, connection, folder.Value!, stop) is { } why)
                return why;
            if (await connection.WaitForNews(Round, stop) is { IsOk: false } broken)
                return broken.Why;
        }
        return null;
    }

    private async Task<Trouble?> Once(Mailbox mailbox, ImapConnection connection, OpenFolder folder, CancellationToken stop)
    {
        var progress = mailbox.Progress is { } written && FolderProgress.Read(written) is { } before ? before.Reopened(folder)
            : mailbox.TakesWhatIsThere ? FolderProgress.FromTheBeginning(folder) : FolderProgress.FromNowOn(folder, clock.Now());
        var found = await connection.Search(progress.Query, stop);
        if (!found.IsOk)
            return found.Why;
        var summaries = await connection.Summaries(UidSet.Of(progress.ToTake(found.Value!)), stop);
        if (!summaries.IsOk)
            return summaries.Why;
        foreach (var message in summaries.Value!)
        {
            if (progress.Wants(message) && await Take(mailbox, connection, message, stop) is { } why)
                return why;
            progress = progress.Took(message.Uid);
            await Note(mailbox.Id, m => m.ReadTo(progress.Written), stop);
        }
        progress = progress.Finished(found.Value!);
        if (progress.Written != mailbox.Progress || mailbox.ReadingTrouble is not null || mailbox.LastReadAt is not { } last || clock.Now() - last > SaidAtMost)
            await Note(mailbox.Id, m =>
            {
                m.ReadTo(progress.Written);
                m.WasRead(clock.Now());
            }, stop);
        return null;
    }

    private async Task<Trouble?> Take(Mailbox mailbox, ImapConnection connection, MessageSummary message, CancellationToken stop)
    {
        using var raw = new MemoryStream();
        var fetched = await connection.Fetch(message, raw, MailDoor.MostBytes, stop);
        if (!fetched.IsOk)
            return fetched.Why;
        var door = mailbox.Door();
        switch (fetched.Value)
        {
            case Fetched.Whole:
                var whole = raw.GetBuffer().AsMemory(0, (int)raw.Length);
                await OrPutAside(() => receive.Take(whole, door, stop), whole, door, stop);
                break;
            case Fetched.TooBig:
                return await TakeHeader(mailbox, connection, message, stop);
        }
        return null;
    }

    /// <summary>It stays where it is, and its header tells whose it is. Where not even that is to be had, an admin sees that something is there.</summary>
    private async Task<Trouble?> TakeHeader(Mailbox mailbox, ImapConnection connection, MessageSummary message, CancellationToken stop)
    {
        using var header = new MemoryStream();
        var fetched = await connection.FetchHeader(message, header, LongestHeader, stop);
        // One that was told smaller than it is has cost us the connection already, and would again.
        if (!fetched.IsOk && fetched.How != HowItWent.Refused && message.Size > MailDoor.MostBytes)
            return fetched.Why;
        if (fetched is { IsOk: true, Value: Fetched.Gone })
            return null;
        var known = fetched is { IsOk: true, Value: Fetched.Whole } ? header.GetBuffer().AsMemory(0, (int)header.Length) : Unknown(mailbox, message);
        await OrPutAside(() => receive.TooBig(known, Math.Max(message.Size, MailDoor.MostBytes + 1), mailbox.Door(), stop), known, mailbox.Door(), stop);
        return null;
    }

    private async Task OrPutAside(Func<Task> take, ReadOnlyMemory<byte> raw, MailDoor door, CancellationToken stop)
    {
        try
        {
            await take();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Should it be the database that is in trouble, this fails too, and the mail stays where it is.
            log.LogError(e, "A mail could not be taken in; it is put aside.");
            await receive.PutAside(raw, door, "mail.failed", stop);
        }
    }

    /// <summary>What stands for a mail of which nothing could be fetched.</summary>
    private static ReadOnlyMemory<byte> Unknown(Mailbox mailbox, MessageSummary message) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Subject: {mailbox.Address.Value}, {mailbox.Folder}, {message.Uid} ({message.Arrived:u})\r\nMessage-ID: <{mailbox.Id.Value}.{message.Uid}@too-big.invalid>\r\n\r\n{message.Size} bytes\r\n"));

    private Task<Mailbox?> Claim(MailboxId id, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        if (await db.Mailboxes.FirstOrDefaultAsync(m => m.Id == id, stop) is not { } mailbox || !mailbox.MayBeReadBy(settings.Node, now))
            return null;
        mailbox.ClaimFor(settings.Node, now);
        return mailbox;
    }, stop);

    private Task Note(MailboxId id, Action<Mailbox> what, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Mailboxes.FirstOrDefaultAsync(m => m.Id == id, stop) is { } mailbox)
            what(mailbox);
    }, stop);

    private static bool IsTheSame(Mailbox now, Mailbox then) =>
        (now.Reading, now.UserName, now.Folder, now.Key, now.TakesWhatIsThere) == (then.Reading, then.UserName, then.Folder, then.Key, then.TakesWhatIsThere);
}
