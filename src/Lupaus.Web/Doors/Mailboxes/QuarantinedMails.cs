using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Files;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>A mail that nobody could place, as its header tells of it.</summary>
/// <param name="Why">What stands in its way, as a refusal's key.</param>
/// <param name="HasWriter">There is somebody one could answer.</param>
/// <param name="Mailbox">Where it lies, of which only the header is here; else null, and it can be read again.</param>
public sealed record QuarantinedMail(ReceivedMailId Id, DateTimeOffset At, string? From, string? Name, string Subject, string Why, bool HasWriter, long Length, EmailAddress? Mailbox);

/// <param name="After">Where the list goes on; null at its end.</param>
public sealed record QuarantinedPart(IReadOnlyList<QuarantinedMail> Mails, long? After);

/// <summary>Mails that could not be made into anything, the newest first, and how many: remembered for a moment, since every page of an admin shows it.</summary>
public sealed class QuarantinedMails(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    public const int PartLength = 20;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private volatile Counted? counted;

    public async ValueTask<int> Count(CancellationToken stop)
    {
        if (counted is { } fresh && clock.GetElapsedTime(fresh.At) < Moment)
            return fresh.Mails;
        var at = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var mails = await db.ReceivedMails.CountAsync(m => m.Fate == Fate.Quarantined, stop);
        counted = new Counted(mails, at);
        return mails;
    }

    public void Changed() => counted = null;

    public async Task<QuarantinedPart> List(long? after, int limit, CancellationToken stop)
    {
        var before = new ReceivedMailId(after ?? long.MaxValue);
        await using var db = await databases.CreateDbContextAsync(stop);
        // The header stands in the first piece.
        var found = await db.ReceivedMails.AsNoTracking().Where(m => m.Fate == Fate.Quarantined && m.Id < before).OrderByDescending(m => m.Id).Take(limit + 1)
            .Select(m => new { Mail = m, Mailbox = db.Mailboxes.Where(b => b.Id == m.MailboxId).Select(b => (EmailAddress?)b.Address).FirstOrDefault(), Head = db.Set<FileChunk>().Where(c => c.Hash == m.RawHash && c.Number == 0).Select(c => c.Content).FirstOrDefault() }).ToListAsync(stop);
        var part = found.Take(limit).Select(f => Shown(f.Mail, f.Head ?? [], f.Mail.IsHeaderAlone ? f.Mailbox : null)).ToArray();
        return new QuarantinedPart(part, found.Count > part.Length ? part[^1].Id.Value : null);
    }

    private static QuarantinedMail Shown(ReceivedMail mail, byte[] head, EmailAddress? mailbox)
    {
        var read = IncomingMail.Read(head, new MailDoor(mail.Door));
        return new QuarantinedMail(mail.Id, mail.At, read.Writer?.Value ?? mail.From, read.Name, read.Message.Subject.OneLine().CutTo(Limits.Subject), mail.Trouble ?? "", read.Writer is not null && read.Bounce is null && mail.WhyNotRead() is null, mail.Length, mailbox);
    }

    private sealed record Counted(int Mails, long At);
}
