using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Work.Search;

namespace Lupaus.Storage.Work.Search;

/// <summary>How each database keeps an index and asks it. All the reading of words is done before; both find the same.</summary>
public abstract class SearchDialect
{
    /// <summary>Words in order, as the database's trigger takes them from a <see cref="SearchEntry"/>.</summary>
    public abstract string Tokens(IReadOnlyList<IndexedWord> words);

    /// <summary>Those of the tickets in which the phrase stands somewhere, and all that these customers have.</summary>
    /// <param name="newest">So many entries are enough, where it stands in more.</param>
    public virtual IQueryable<Ticket> Saying(IQueryable<Ticket> tickets, SoughtPhrase phrase, int? newest, IQueryable<PersonId> customers, LupausDb db)
    {
        // Both in one list: "either or" would walk through all tickets there are.
        var said = newest is { } most ? Newest(db, Match(phrase), most) : Matching(db, Match(phrase));
        var found = said.Select(e => e.TicketId).Concat(db.Tickets.Where(t => customers.Contains(t.CustomerId)).Select(t => t.Id));
        return tickets.Where(t => found.Contains(t.Id));
    }

    /// <summary>Entries of the tickets in which each of the phrases stands.</summary>
    public IQueryable<SearchEntry> All(IReadOnlyList<SoughtPhrase> phrases, IReadOnlyList<TicketId> tickets, LupausDb db) => Among(tickets, Query(phrases), db);

    /// <summary>Entries of the tickets in which at least one of them stands.</summary>
    public IQueryable<SearchEntry> Any(IReadOnlyList<SoughtPhrase> phrases, IReadOnlyList<TicketId> tickets, LupausDb db) => Among(tickets, string.Join(Or, phrases.Select(Match)), db);

    /// <summary>The newest entries in which all the phrases of one of the ways stand.</summary>
    public IQueryable<SearchEntry> Newest(IReadOnlyList<IReadOnlyList<SoughtPhrase>> ways, int most, LupausDb db) =>
        Newest(db, string.Join(Or, ways.Select(way => $"({Query(way)})")), most);

    internal string Query(IReadOnlyList<SoughtPhrase> phrases) => string.Join(And, phrases.Select(Match));

    protected abstract string And { get; }

    protected abstract string Or { get; }

    protected abstract string Match(SoughtPhrase phrase);

    protected abstract IQueryable<SearchEntry> Matching(LupausDb db, string query);

    protected abstract IQueryable<SearchEntry> Newest(LupausDb db, string query, int most);

    protected abstract IQueryable<SearchEntry> Among(IReadOnlyList<TicketId> tickets, string query, LupausDb db);

    protected static IEnumerable<string> Distinct(IEnumerable<string> words) => words.Where(w => w.Length > 0).Distinct();
}
