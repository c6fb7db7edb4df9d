using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>One of ours decides about a mail that waits on a ticket: its writer is let in, it is a matter of its own, or it asks nothing of us.</summary>
public sealed class DecideMail(IDbContextFactory<LupausDb> databases, Changes changes, ReceiveMail receive, TimeProvider clock)
{
    public async Task LetIn(TicketId ticket, ReceivedMailId id, AgentId by, CancellationToken stop)
    {
        var (received, mail) = await Waiting(ticket, id, stop);
        if (await receive.OneOfOurs(mail.Writer!.Value, stop) is { } colleague)
            await receive.Note(mail, by, ticket, received.Because!.Value, stop, isTheirs: colleague == by);
        else
            await receive.Join(mail, mail.Writer.Value, ticket, received.Because!.Value, stop);
        await Decided(ticket, id, by, stop);
    }

    public async Task OpenApart(TicketId ticket, ReceivedMailId id, AgentId by, CancellationToken stop)
    {
        var (_, mail) = await Waiting(ticket, id, stop);
        await receive.Open(mail, mail.Writer!.Value, stop);
        await Decided(ticket, id, by, stop);
    }

    public Task SetAside(TicketId ticket, ReceivedMailId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var received = await db.ReceivedMails.FirstOrDefaultAsync(m => m.Id == id && m.TicketId == ticket, stop) ?? throw new RuleBroken(Refusal.Because("mail.decided"));
        received.SetAside();
        (await db.Tickets.One(ticket, stop)).MailDecided(id, by, clock.Now());
    }, stop);

    private Task Decided(TicketId ticket, ReceivedMailId id, AgentId by, CancellationToken stop) =>
        changes.Make(async db => (await db.Tickets.One(ticket, stop)).MailDecided(id, by, clock.Now()), stop);

    private async Task<(ReceivedMail Received, IncomingMail Mail)> Waiting(TicketId ticket, ReceivedMailId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var received = await db.ReceivedMails.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.TicketId == ticket, stop) ?? throw new RuleBroken(Refusal.Because("mail.decided"));
        received.WhyNotDecide().StopIfAny();
        return (received, IncomingMail.Read(await db.RawOf(received, stop), new MailDoor(received.Door)));
    }
}

internal static class RawMails
{
    public static async Task<byte[]> RawOf(this LupausDb db, ReceivedMail mail, CancellationToken stop)
    {
        var hash = mail.RawHash;
        var chunks = await db.Set<Lupaus.Ground.Files.FileChunk>().AsNoTracking().Where(c => c.Hash == hash).OrderBy(c => c.Number).Select(c => c.Content).ToListAsync(stop);
        return [.. chunks.SelectMany(c => c)];
    }
}
