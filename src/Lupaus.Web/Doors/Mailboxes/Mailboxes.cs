using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

public static class Mailboxes
{
    public static IServiceCollection AddMailboxes(this IServiceCollection services) =>
        services.AddSingleton<OurAddresses>().AddSingleton<ReadPointers>().AddSingleton<ReceiveMail>().AddSingleton<DecideMail>().AddSingleton<PlaceMail>().AddSingleton<QuarantinedMails>()
            .AddSingleton(new RoomsThread(Before));

    private static async Task<IReadOnlyList<Threaded>> Before(TicketId ticket, DateTimeOffset then, LupausDb db, CancellationToken stop) =>
        await db.ReceivedMails.AsNoTracking().Where(m => m.TicketId == ticket && m.MessageId != null && m.InternetMessageId != null && m.At <= then
                && db.Messages.Any(x => x.Id == m.MessageId && x.Direction == Direction.FromCustomer))
            .OrderByDescending(m => m.Id).Take(LetterWriter.MostThreaded).Select(m => new Threaded(m.InternetMessageId!, m.At, true)).ToListAsync(stop);
}
