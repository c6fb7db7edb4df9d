using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Work.Search;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Search;

/// <summary>Whatever is said goes into the index in the same transaction, so that it is found at once; and so does a new subject.</summary>
public sealed class IndexWords(WordsForSearch words, SearchDialect dialect) : IWitness
{
    public async ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop)
    {
        foreach (var message in db.ChangeTracker.Entries<Message>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToArray())
            db.SearchEntries.Add(await Entry(message, db, stop));
        foreach (var ticket in db.ChangeTracker.Entries<Ticket>().ToArray())
        {
            if (ticket.State == EntityState.Added)
                db.SearchEntries.Add(SearchEntry.Of(ticket.Entity.Id, await Tokens(ticket.Entity, db, stop), words.MadeBy));
            else if (ticket.State == EntityState.Modified && (ticket.Property(t => t.Subject).IsModified || ticket.Property(t => t.CustomerId).IsModified) && await db.SearchEntries.FindAsync([ticket.Entity.Id.Value], stop) is { } entry)
                entry.Renew(await Tokens(ticket.Entity, db, stop), words.MadeBy);
        }
    }

    public async Task<SearchEntry> Entry(Message message, LupausDb db, CancellationToken stop) =>
        SearchEntry.Of(message, await Tokens(message, db, stop), words.MadeBy);

    /// <summary>Of what comes with everything that belongs to it, and is in no database yet.</summary>
    public IEnumerable<SearchEntry> Entries(Ticket ticket, string customer) =>
        ticket.Messages.Select(m => SearchEntry.Of(m, Tokens(m, ticket.Language), words.MadeBy)).Append(SearchEntry.Of(ticket.Id, Tokens(ticket, customer), words.MadeBy));

    public async Task<string> Tokens(Message message, LupausDb db, CancellationToken stop) =>
        Tokens(message, (await db.Tickets.FindAsync([message.TicketId], stop))?.Language ?? LanguageCode.Fi);

    public async Task<string> Tokens(Ticket ticket, LupausDb db, CancellationToken stop) =>
        Tokens(ticket, (await db.People.FindAsync([ticket.CustomerId], stop))?.Name);

    private string Tokens(Message message, LanguageCode language) => dialect.Tokens(words.Of(message, language));

    private string Tokens(Ticket ticket, string? customer) => dialect.Tokens(words.Of($"{ticket.Subject}\n{customer}", ticket.Language));
}
