using Lupaus.Work.Search;

namespace Lupaus.Storage.Work.Search;

/// <summary>How each database keeps an index and asks it. All the reading of words is done before; both find the same.</summary>
public abstract class SearchDialect
{
    /// <summary>Words in order, as the database's trigger takes them from a <see cref="SearchEntry"/>.</summary>
    public abstract string Tokens(IReadOnlyList<IndexedWord> words);

    /// <summary>Entries in which each of the phrases stands.</summary>
    public IQueryable<SearchEntry> Found(LupausDb db, IReadOnlyList<SoughtPhrase> phrases) => Matching(db, Query(phrases));

    /// <summary>The newest entries in which it stands: what most messages say is not all gone through.</summary>
    public IQueryable<SearchEntry> Newest(LupausDb db, SoughtPhrase phrase, int most) => Newest(db, Match(phrase), most);

    internal string Query(IReadOnlyList<SoughtPhrase> phrases) => string.Join(And, phrases.Select(Match));

    /// <summary>Entries in which at least one of them stands.</summary>
    public IQueryable<SearchEntry> FoundAny(LupausDb db, IReadOnlyList<SoughtPhrase> phrases) => Matching(db, string.Join(Or, phrases.Select(Match)));

    protected abstract string And { get; }

    protected abstract string Or { get; }

    protected abstract string Match(SoughtPhrase phrase);

    protected abstract IQueryable<SearchEntry> Matching(LupausDb db, string query);

    protected abstract IQueryable<SearchEntry> Newest(LupausDb db, string query, int most);

    protected static IEnumerable<string> Distinct(IEnumerable<string> words) => words.Where(w => w.Length > 0).Distinct();
}
