using Lupaus.Core.Links;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>Reads what a customer's own page shows: as few questions to the database however long the conversation.</summary>
public sealed class ShowCustomer(IDbContextFactory<LupausDb> databases)
{
    /// <summary>The newest so many are shown at once; the rest when asked for.</summary>
    public const int AtOnce = 100;

    public async Task<CustomerView> Of(CustomerLink link, string path, bool all, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await db.Tickets.AsNoTracking().Where(t => t.Id == link.TicketId)
            .Select(t => new
            {
                Ticket = t,
                Parts = db.Tickets.Where(p => p.MergedIntoId == t.Id).Select(p => new { p.Id, p.Subject }).ToList(),
            }).FirstAsync(stop);
        var (ticket, parts) = (found.Ticket, found.Parts.ToDictionary(p => p.Id, p => p.Subject));
        TicketId[] whole = [ticket.Id, .. parts.Keys];
        var messages = await Messages(db, whole, all, stop);
        var files = await Files(db, whole, stop);
        var people = await People(db, ticket, link, messages, stop);
        string? WriterOf(Message m) =>
            m.PersonId is not { } by || by == link.PersonId || !people.TryGetValue(by, out var writer) ? null :
            // Whoever was merged into the customer since is the customer.
            writer.Customer ? link.TakesPart ? people[ticket.CustomerId].Name : null :
            writer.Name;
        var ends = await db.PromiseEnds.AsNoTracking().Where(e => whole.Contains(e.TicketId)).OrderBy(e => e.TicketId).ThenBy(e => e.Number).ToListAsync(stop);
        var words = ticket.Promise is { Kind: not PromiseKind.CheckBack, WordsIn: { } number }
            ? await db.PromiseWords.AsNoTracking().Where(w => w.TicketId == ticket.Id && w.Number == number).Select(w => w.Text).FirstOrDefaultAsync(stop)
            : null;
        var named = await Named(db, ticket, messages, ends, stop);
        var understood = await Understood(db, ticket, messages, stop);
        var helpers = await Helpers(db, ticket, messages, ends, named, understood?.AgentId, stop);

        return new CustomerView(
            path, ticket.Id, ticket.Reference, ticket.Subject, ticket.Language,
            helpers[ticket.OwnerId], ticket.IsOpen && ticket.IntroducedId != ticket.OwnerId ? helpers[ticket.IntroducedId] : null, ticket.Promise is { } live ? helpers[live.Promiser] : null, ticket.Promise, words,
            ticket.LapsesSinceOurWord > 0 ? ends.FindLast(e => e.TicketId == ticket.Id && e.How == HowItEnded.Broken)?.At : null,
            ticket.Deadline, ticket.Closure, ticket.WhyNotReopen(now) is null, ticket.IsOpen && ticket.LooksIntoWhatCustomerTold,
            [.. messages.Take(all ? messages.Count : AtOnce).Reverse().Select(m => SaidIn(m, ticket, ends, files[m.Id], named, helpers) with { Merged = parts.GetValueOrDefault(m.TicketId), Writer = WriterOf(m) })],
            HasEarlier: !all && messages.Count > AtOnce)
        {
            Others = [.. ticket.Participants.Where(p => p.PersonId != link.PersonId).OrderBy(p => p.Since).Select(p => people.GetValueOrDefault(p.PersonId).Name).OfType<string>()],
            MaybeDeadline = ticket.DeadlineGuess,
            Understood = understood is { Understood: { } said, AgentId: { } writer } ? new UnderstoodView(ticket.Understanding!, said, helpers[writer]) : null,
            TakesPartWith = link.TakesPart ? people[ticket.CustomerId].Name : null,
        };
    }

    /// <summary>All who take part or have written here, and the customer; asked only where there is somebody beside the one who looks.</summary>
    private static async Task<Dictionary<PersonId, (string Name, bool Customer)>> People(LupausDb db, Ticket ticket, CustomerLink link, List<Message> messages, CancellationToken stop)
    {
        PersonId[] ids = [.. ticket.Participants.Select(p => p.PersonId).Concat(messages.Select(m => m.PersonId).OfType<PersonId>()).Append(ticket.CustomerId).Distinct()];
        if (ids.All(id => id == link.PersonId))
            return [];
        var customer = ticket.CustomerId;
        var found = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.MergedIntoId }).ToListAsync(stop);
        return found.ToDictionary(p => p.Id, p => (Known(p.Name), p.Id == customer || p.MergedIntoId == customer));
    }

    /// <summary>Names, and never addresses: where we know no name, what stands before the @.</summary>
    private static string Known(string name) => name.Contains('@') ? name.Split('@')[0] : name;

    /// <summary>Whether the page's address has gone to their e-mail too.</summary>
    public async Task<bool> HasMail(PersonId person, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Contacts.AnyAsync(c => c.PersonId == person && c.Kind == ContactKind.Email, stop);
    }

    public async Task<TopicId> TopicOf(CustomerLink link, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => t.Id == link.TicketId).Select(t => t.TopicId).FirstAsync(stop);
    }

    public async Task<LanguageCode> LanguageOf(CustomerLink link, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => t.Id == link.TicketId).Select(t => t.Language).FirstAsync(stop);
    }

    public async Task<bool> IsClosed(CustomerLink link, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.AnyAsync(t => t.Id == link.TicketId && t.Closure != null, stop);
    }

    /// <summary>A file that this customer may see; null when it is none of theirs.</summary>
    public async Task<Attachment?> File(CustomerLink link, AttachmentId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        TicketId[] whole = [link.TicketId, .. await db.Tickets.Where(t => t.MergedIntoId == link.TicketId).Select(t => t.Id).ToListAsync(stop)];
        return await Shown(db, whole).FirstOrDefaultAsync(a => a.Id == id, stop);
    }

    private static async Task<List<Message>> Messages(LupausDb db, TicketId[] whole, bool all, CancellationToken stop)
    {
        var newestFirst = db.Messages.AsNoTracking().Where(m => whole.Contains(m.TicketId) && m.Direction != Direction.Note && m.Nature != Nature.Machine).OrderByDescending(m => m.Id);
        return await (all ? newestFirst : newestFirst.Take(AtOnce + 1)).ToListAsync(stop);
    }

    private static async Task<ILookup<MessageId, Attachment>> Files(LupausDb db, TicketId[] whole, CancellationToken stop) =>
        (await Shown(db, whole).OrderBy(a => a.Id).ToListAsync(stop)).ToLookup(a => a.MessageId);

    private static IQueryable<Attachment> Shown(LupausDb db, TicketId[] whole) =>
        db.Attachments.AsNoTracking().Where(a => db.Messages.Any(m => m.Id == a.MessageId && whole.Contains(m.TicketId) && m.Direction != Direction.Note && m.Nature != Nature.Machine));

    /// <summary>The message that told what was understood last; asked for only where it isn't among those shown.</summary>
    private static async Task<Message?> Understood(LupausDb db, Ticket ticket, List<Message> messages, CancellationToken stop) => ticket.Understanding is not { ToldIn: var told } ? null :
        messages.Find(m => m.Id == told) ?? await db.Messages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == told, stop);

    /// <summary>Whom each message named as the promiser. Asked only where somebody may have gone on from another since.</summary>
    private static async Task<IReadOnlyDictionary<MessageId, AgentId>> Named(LupausDb db, Ticket ticket, List<Message> messages, List<PromiseEnd> ends, CancellationToken stop)
    {
        var promisers = ends.GroupBy(e => e.ToldIn).ToDictionary(e => e.Key, e => e.Last().Promiser);
        if (ticket.Promise is { } live)
            promisers[live.ToldIn] = live.Promiser;
        var isOneAllAlong = ticket.IntroducedId == ticket.OwnerId && !messages.Any(m => m.Introduces || m.Nature == Nature.NewOwner) &&
            messages.All(m => m.AgentId is not { } author || promisers.GetValueOrDefault(m.Id, author) == author);
        return isOneAllAlong ? promisers : await db.PromisersAsTold(ticket.Id, stop);
    }

    private static async Task<Dictionary<AgentId, Helper>> Helpers(LupausDb db, Ticket ticket, List<Message> messages, List<PromiseEnd> ends, IReadOnlyDictionary<MessageId, AgentId> named, AgentId? understood, CancellationToken stop)
    {
        AgentId[] ids = [.. messages.Select(m => m.AgentId).Append(ticket.Promise?.Promiser).Append(understood).OfType<AgentId>().Concat(ends.Select(e => e.Promiser)).Concat(named.Values).Append(ticket.OwnerId).Append(ticket.IntroducedId).Distinct()];
        return await db.Agents.AsNoTracking().IgnoreAutoIncludes().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Helper.Of, stop);
    }

    private static Said SaidIn(Message message, Ticket ticket, List<PromiseEnd> ends, IEnumerable<Attachment> files, IReadOnlyDictionary<MessageId, AgentId> named, Dictionary<AgentId, Helper> helpers)
    {
        var told =
            ticket.Promise is { } live && live.ToldIn == message.Id ? new Told(live.Kind, live.Due, By(live.Promiser), null) :
            ends.Find(e => e.ToldIn == message.Id) is { } end ? new Told(end.Kind, end.Due, By(end.Promiser), end.How) :
            null;
        Helper By(AgentId promiser) => helpers[named.GetValueOrDefault(message.Id, promiser)];
        var isCustomers = message.Direction == Direction.FromCustomer;
        // A reminder was written beforehand by the one who promised to ask again.
        var by = isCustomers ? null : message.AgentId is { } agent ? helpers[agent] : told?.Promiser;
        // What was written down of a call is ours, unless it was written for the customer too.
        var body = message.Call is { IsShared: false } ? "" : message.Body;
        return new Said(message.Id, message.Call?.StartedAt ?? message.At, isCustomers, message.Nature, by, body, message.Introduces, [.. files], told, Call: message.Call)
        {
            Understood = message.Understood,
            Answered = ticket.Understanding is { IsWaiting: false } answered && answered.ToldIn == message.Id ? answered : null,
        };
    }
}
