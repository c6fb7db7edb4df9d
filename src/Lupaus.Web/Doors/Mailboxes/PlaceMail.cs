using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>
/// An admin deals with a mail that nobody could place: it is read again with the eyes of today, becomes a matter of its
/// writer's all the same, or asks nothing of us. Each is on record before it is done, and each ends what it began.
/// </summary>
public sealed class PlaceMail(IDbContextFactory<LupausDb> databases, Changes changes, ReceiveMail receive, QuarantinedMails quarantined, TimeProvider clock)
{
    public async Task<Received> ReadAgain(ReceivedMailId id, Actor by, Source? source, CancellationToken stop) =>
        await Begin(id, source, m => m.ReadAgain(by, clock.Now()), stop)
            ? await Tell(id, async received => await receive.Take(await Raw(received, stop), new MailDoor(received.Door), stop), stop)
            : await Known(id, stop);

    /// <summary>Where one of ours forwards it, it is the matter of whoever wrote what is forwarded.</summary>
    public async Task<Received> OpenAnyway(ReceivedMailId id, AgentId by, Source? source, CancellationToken stop)
    {
        var (received, mail) = await Read(id, stop);
        if (received.Fate == Fate.Quarantined && mail.Writer is null)
            throw new RuleBroken(Refusal.Because("mail.nobody"));
        return await Begin(id, source, m => m.OpenAnyway(by, clock.Now()), stop)
            ? await Tell(id, async _ => await Open(mail, by, stop), stop)
            : await Known(id, stop);
    }

    public async Task<Received> Dismiss(ReceivedMailId id, Actor by, Source? source, CancellationToken stop)
    {
        await Begin(id, source, m => m.Dismiss(by, clock.Now()), stop);
        quarantined.Changed();
        return await Known(id, stop);
    }

    private async Task<Received> Open(IncomingMail mail, AgentId by, CancellationToken stop) =>
        await receive.OneOfOurs(mail.Writer!.Value, stop) is not null && await receive.Forwarded(mail, stop) is { } forwarded
            ? await receive.OpenForwarded(mail, forwarded, null, by, stop)
            : await receive.Open(mail, mail.Writer.Value, stop);

    /// <summary>False where this very press was heard before, and has been done.</summary>
    private Task<bool> Begin(ReceivedMailId id, Source? source, Action<ReceivedMail> what, CancellationToken stop) => changes.Make(async db =>
    {
        var received = await db.ReceivedMails.FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("mail.unknown"));
        if (await db.Done(source, stop) is not null)
            return received.Fate == Fate.Quarantined; // stopped in between: it is finished now
        what(received);
        db.Remember(source, null, clock.Now());
        return true;
    }, stop);

    private async Task<Received> Tell(ReceivedMailId id, Func<ReceivedMail, Task<Received>> place, CancellationToken stop)
    {
        await place((await Read(id, stop)).Received);
        quarantined.Changed();
        return await Known(id, stop);
    }

    private async Task<Received> Known(ReceivedMailId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.ReceivedMails.Where(m => m.Id == id).Select(m => new Received(m.Id, m.Fate, m.Because, m.TicketId, false)).FirstAsync(stop);
    }

    private async Task<(ReceivedMail Received, IncomingMail Mail)> Read(ReceivedMailId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var received = await db.ReceivedMails.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("mail.unknown"));
        return (received, IncomingMail.Read(await db.RawOf(received, stop), new MailDoor(received.Door)));
    }

    private async Task<byte[]> Raw(ReceivedMail received, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.RawOf(received, stop);
    }
}
