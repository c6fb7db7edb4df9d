using Lupaus.Core.Links;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Outbox;

/// <summary>
/// A word to the customer is in the outbox in the same transaction that decided it, with the customer's own link.
/// A person's word makes receipts that are still held back needless.
/// </summary>
public sealed class WhenMessageSent : IListener<MessageSent>
{
    public async Task Hear(MessageSent fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var message = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message);
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == message.Entity.TicketId).Entity;
        var customer = await db.People.Include(p => p.Contacts).Customer(db, ticket.CustomerId, stop);
        var company = await db.Companies.Local.FirstOrDefaultOr(() => db.Companies.SingleAsync(stop));

        var call = message.Entity.Call;
        var way = fact.OnPageOnly ? Way.Page : call is { IsShared: false } ? Way.Call : customer.Email is not null ? Way.Mail : customer.Phone is not null ? Way.Call : Way.Page;
        CustomerLink? link = null;
        if (way == Way.Mail)
            db.CustomerLinks.Add(link = new CustomerLink(ticket.Id, customer.Id, happening.At));
        var isReceipt = fact.Nature is Nature.Receipt or Nature.Late || (fact.Nature == Nature.Acknowledgement && fact.NotBefore > happening.At);
        var entry = OutboxEntry.OfMessage(
            fact.Message, ticket.Id, isReceipt, way, way == Way.Call ? customer.Phone : AddressOf(message.Entity, customer), link?.Id,
            company.Email.Value.Split('@')[1], fact.NotBefore, happening.At);
        db.Outbox.Add(entry);
        message.Property(MessageMap.SentAs).CurrentValue = fact.Message;

        if (fact.Nature == Nature.Human)
            await SupersedeReceipts(ticket, db, happening.At, stop);
        if (fact.Nature == Nature.Human && way == Way.Mail && await GoesElsewhere(entry, ticket, db, stop))
            ticket.Reached(happening.By, happening.At);
        if (call is { IsReached: true })
            await ToldInTheCall(entry, db, happening.At, stop);
    }

    /// <summary>What was said on the telephone has been told, and so has all that waited to be told by ringing.</summary>
    private static async Task ToldInTheCall(OutboxEntry call, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (call.Way == Way.Call)
            call.Sent(now);
        foreach (var told in await db.Outbox.Where(o => o.TicketId == call.TicketId && o.Way == Way.Call && o.State == Dispatch.Waiting).ToListAsync(stop))
        {
            if (told.State == Dispatch.Waiting) // not what has just become needless
                told.Sent(now);
        }
    }

    /// <summary>Not to where a letter of ours didn't arrive.</summary>
    private static async Task<bool> GoesElsewhere(OutboxEntry entry, Ticket ticket, LupausDb db, CancellationToken stop) =>
        ticket.Duties.FirstOrDefault(d => d.IsToReach) is { Unreached: { } letter }
        && await db.Outbox.Where(o => o.Id == letter).Select(o => o.Address).FirstOrDefaultAsync(stop) != entry.Address;

    /// <summary>The one that was chosen, as long as it is theirs.</summary>
    private static string? AddressOf(Message message, Person customer) =>
        message.SendTo is { } chosen && customer.Contacts.Any(c => c.Kind == ContactKind.Email && c.Value == chosen) ? chosen : customer.Email;

    /// <summary>But for one that tells the promise which the person's word lets stand.</summary>
    private static async Task SupersedeReceipts(Ticket ticket, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (id, toldIn) = (ticket.Id, ticket.Promise?.ToldIn);
        var held = await db.Outbox.Where(o => o.TicketId == id && o.Id != toldIn && o.IsReceipt && o.State == Dispatch.Waiting).ToListAsync(stop);
        foreach (var receipt in held)
            receipt.Supersede(now);
    }
}

internal static class Tracked
{
    public static async Task<Person> Customer(this IQueryable<Person> people, LupausDb db, PersonId id, CancellationToken stop) =>
        db.People.Local.FirstOrDefault(p => p.Id == id && p.Contacts.Count > 0) ?? await people.FirstAsync(p => p.Id == id, stop);

    public static async Task<T> FirstOrDefaultOr<T>(this IEnumerable<T> local, Func<Task<T>> query) where T : class =>
        local.FirstOrDefault() ?? await query();
}
