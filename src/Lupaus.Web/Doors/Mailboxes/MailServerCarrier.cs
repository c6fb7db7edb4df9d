using System.Collections.Concurrent;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Smtp;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Hands letters to the mail servers of our mailboxes: each to the one it comes from, the rest to the main one.</summary>
public sealed class MailServerCarrier(Changes changes, OurMailboxes ours, MailboxKeys keys, SentCopies copies, TimeProvider clock) : IMailServers
{
    /// <summary>Shorter than a letter is claimed for, so that two nodes never send it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>So long a mailbox that was in trouble isn't asked again: each letter would wait for the same silence.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<MailboxId, (string Trouble, long At)> resting = new();

    public async ValueTask<bool> Are(CancellationToken stop) => await ours.Main(stop) is not null;

    public async ValueTask<LettersFrom?> From(TicketId? ticket, LanguageCode language, LupausDb db, CancellationToken stop)
    {
        var sending = (await ours.Now(stop)).Where(m => m.MaySend).ToArray();
        return (sending.Length > 1 && ticket is { } id ? await NearestTo(id, sending, db, stop) : sending.FirstOrDefault()) is { } mailbox
            ? new LettersFrom(mailbox.Address, mailbox.SignatureIn(language)) : null;
    }

    public async Task<Carried?> Carry(ReadyLetter letter, CancellationToken stop)
    {
        var mailbox = (await ours.Now(stop)).FirstOrDefault(m => m.MaySend && m.Address.Value == letter.From) ?? await ours.Main(stop);
        if (mailbox is null)
            return null;
        var mail = LetterMail.Write(letter);
        var carried = await Carry(mail, letter.To, mailbox, stop);
        if (carried is Carried.Taken && mailbox.SentFolder is not null)
            copies.Put(mailbox.Id, mail);
        return carried;
    }

    private async Task<Carried> Carry(byte[] mail, string to, Mailbox mailbox, CancellationToken stop)
    {
        if (resting.TryGetValue(mailbox.Id, out var rests) && clock.GetElapsedTime(rests.At) < Rest)
            return new Carried.NotNow(rests.Trouble, IsOurs: true);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(Patience);
        var login = await keys.LoginFor(mailbox, soon.Token);
        if (!login.IsOk)
            return await Ours(mailbox, login.Why!.Key, stop);
        var sent = await new SmtpSender(mailbox.Sending!.ToHost(), login.Value).Send(new SmtpEnvelope(mailbox.Address.Value, [to]), mail, soon.Token);
        if (sent.How == HowItWasSent.Unknown)
            return new Carried.Unknown(sent.Why!.Key);
        if (sent.How != HowItWasSent.Answered)
            return await Ours(mailbox, sent.Why!.Key, stop);
        await Note(mailbox, null, stop);
        var answer = sent.Recipients[0];
        return answer.How switch
        {
            RecipientEnd.Accepted => new Carried.Taken(),
            RecipientEnd.Refused => new Carried.Refused(answer.Reply?.Status, answer.Reply?.Words ?? answer.Why?.Words),
            _ => new Carried.NotNow(answer.Reply?.ToString() ?? answer.Why?.Key ?? "", IsOurs: false, answer.Reply?.Status),
        };
    }

    private async Task<Carried> Ours(Mailbox mailbox, string why, CancellationToken stop)
    {
        resting[mailbox.Id] = (why, clock.GetTimestamp());
        await Note(mailbox, why, stop);
        return new Carried.NotNow(why, IsOurs: true);
    }

    /// <summary>Written down as it changes, so that its page tells.</summary>
    private async Task Note(Mailbox mailbox, string? trouble, CancellationToken stop)
    {
        var id = mailbox.Id;
        if (mailbox.SendingTrouble == trouble)
            return;
        await changes.Make(async db =>
        {
            var stored = await db.Mailboxes.FirstAsync(m => m.Id == id, stop);
            if (trouble is null)
                stored.Sends();
            else
                stored.CouldNotSend(trouble, clock.Now());
        }, stop);
    }

    /// <summary>The one the customer wrote to last; else the one for the ticket's topic; else the main one.</summary>
    private static async Task<Mailbox> NearestTo(TicketId ticket, Mailbox[] sending, LupausDb db, CancellationToken stop)
    {
        var came = await db.ReceivedMails.Where(m => m.TicketId == ticket && m.MailboxId != null && m.Fate != Fate.Waits).OrderByDescending(m => m.Id).Select(m => m.MailboxId).FirstOrDefaultAsync(stop);
        if (sending.FirstOrDefault(m => m.Id == came) is { } theirs)
            return theirs;
        var topic = await db.Tickets.Where(t => t.Id == ticket).Select(t => t.TopicId).FirstAsync(stop);
        return sending.FirstOrDefault(m => m.TopicId == topic) ?? sending[0];
    }
}
