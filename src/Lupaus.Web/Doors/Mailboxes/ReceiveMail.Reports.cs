using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Machines;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

// A mail server tells what became of a letter of ours.
public sealed partial class ReceiveMail
{
    /// <summary>Null where it is about no letter that we sent, or not to that address: anybody can write such a report.</summary>
    private async Task<Received?> HearOf(IncomingMail mail, Bounce bounce, CancellationToken stop)
    {
        var why = new Returned(bounce.Recipient, bounce.Status, bounce.Said, bounce.GaveUp);
        if (bounce.OriginalMessageId is not { } id || !await IsOurs(id, why, stop))
            return null;
        var company = await ourCompany.Now(stop);
        return await Keep(mail, async (received, db) =>
        {
            var entry = await db.Outbox.FirstAsync(o => o.InternetMessageId == id, stop);
            if (await letters.NotReached(entry, why, company, db, stop) is { } ticket)
                await WriteDown(mail, received, ticket, Clue.InReplyTo, db, stop);
            else
                received.Quarantine("mail.returned"); // a letter of no ticket: an admin sees that it didn't arrive
        }, stop);
    }

    private async Task<bool> IsOurs(string id, Returned why, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Outbox.AsNoTracking().FirstOrDefaultAsync(o => o.InternetMessageId == id, stop) is { } entry && entry.WhyNotComeBack(why) is null;
    }
}
