using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lupaus.Web.Doors.Mailboxes;

public static class Mailboxes
{
    public static IServiceCollection AddMailboxes(this IServiceCollection services)
    {
        services.TryAddSingleton<TokenHouses>(); // tests bring one of their own
        return services.AddSingleton<OurMailboxes>().AddSingleton<OurAddresses>().AddSingleton<ReadPointers>().AddSingleton<ReceiveMail>().AddSingleton<DecideMail>().AddSingleton<PlaceMail>().AddSingleton<QuarantinedMails>()
            .AddSingleton<MailboxKeys>().AddSingleton<KeepMailboxes>().AddSingleton<ConnectAccount>().AddSingleton<TryMailbox>().AddSingleton<CheckDomain>().AddSingleton<FetchMail>()
            .AddSingleton<SentCopies>().AddSingleton<MailServerCarrier>().AddSingleton<IMailServers>(s => s.GetRequiredService<MailServerCarrier>())
            .AddSingleton<TooBigLetter>().AddSingleton(s => new RoomsLetter(Letter.TooBig, s.GetRequiredService<TooBigLetter>().Write))
            .AddSingleton(new RoomsThread(Before));
    }

    private static async Task<IReadOnlyList<Threaded>> Before(TicketId ticket, DateTimeOffset then, LupausDb db, CancellationToken stop) =>
        await db.ReceivedMails.AsNoTracking().Where(m => m.TicketId == ticket && m.MessageId != null && m.InternetMessageId != null && m.At <= then
                && db.Messages.Any(x => x.Id == m.MessageId && x.Direction == Direction.FromCustomer))
            .OrderByDescending(m => m.Id).Take(LetterWriter.MostThreaded).Select(m => new Threaded(m.InternetMessageId!, m.At, true, m.RawHash)).ToListAsync(stop);
}
