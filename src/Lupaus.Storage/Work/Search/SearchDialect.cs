using Lupaus.Work.Search;

namespace Lupaus.Storage.Work.Search;

/// <summary>How each database keeps an index and asks it. All the reading of words is done before; both find the same.</summary>
public abstract class SearchDialect
{
    /// <summary>Words in order, as the database's trigger takes them from a <see cref="SearchEntry"/>.</summary>
    public abstract string Tokens(IReadOnlyList<IndexedWord> words);

    /// <summary>Entries in which each of the phrases stands.</summary>
    public abstract IQueryable<SearchEntry> Found(LupausDb db, IReadOnlyList<SoughtPhrase> phrases);

    protected static IEnumerable<string> Distinct(IEnumerable<string> words) => words.Where(w => w.Length > 0).Distinct();
}
