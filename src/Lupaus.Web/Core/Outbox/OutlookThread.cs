using System.Security.Cryptography;
using System.Text;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Core.Outbox;

/// <summary>What Outlook puts a conversation together by, which doesn't look at what a mail answers (MS-OXOMSG, 2.2.1.2 and 2.2.1.3).</summary>
public sealed record OutlookThread(ThreadIndex Index, string Topic)
{
    /// <summary>Goes on with the conversation of the mail that is answered; where that has none, with the ticket's own, which all its letters have.</summary>
    internal static async Task<OutlookThread> Of(Ticket ticket, Threaded? answered, OutboxEntry letter, LupausDb db, CancellationToken stop)
    {
        if (answered?.RawHash is { } raw && await db.BeginningOf(raw, stop) is { } bytes)
        {
            var header = MailReader.Read(bytes).Headers;
            if (ThreadIndex.Read(header["Thread-Index"])?.Answered(letter.MadeAt, Hash(letter.InternetMessageId)[0]) is { } theirs)
                return new OutlookThread(theirs, header["Thread-Topic"].OneLine().CutTo(Limits.Subject) is { Length: > 0 } topic ? topic : ticket.Subject);
        }
        return new OutlookThread(ThreadIndex.Begun(ticket.ArrivedAt, Hash($"{ticket.Id.Value} {ticket.Reference}")), ticket.Subject);
    }

    private static byte[] Hash(string of) => SHA256.HashData(Encoding.UTF8.GetBytes(of));
}
