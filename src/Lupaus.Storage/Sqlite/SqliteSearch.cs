using System.Text.Encodings.Web;
using System.Text.Json;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Work.Search;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Storage.Sqlite;

/// <summary>
/// FTS5 without content: four columns, of words as they stand, of their first lemmas, of all else that they may be or are made of, and of
/// stems. The first two have a token for each word, so that words side by side are found as such.
/// </summary>
public sealed class SqliteSearch : SearchDialect
{
    /// <summary>Words come with their hyphens and apostrophes in them, and ä is not a: "sää" is not "saa".</summary>
    internal const string Table =
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS search_tokens USING fts5(surface, lemma, part, stem, content='', contentless_delete=1,
            tokenize="unicode61 remove_diacritics 0 tokenchars '-_~:'''");

        """;

    /// <summary>Entries whose tickets are looked up one by one; what stands in more of them is what many say.</summary>
    internal int Few { get; set; } = 4_000;

    private static readonly JsonSerializerOptions letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Tokens(IReadOnlyList<IndexedWord> words) => JsonSerializer.Serialize(Columns(words), letters);

    internal static string[] Columns(IReadOnlyList<IndexedWord> words) =>
    [
        string.Join(' ', words.Select(w => w.Surface)),
        string.Join(' ', words.Select(w => w.Lemma)),
        string.Join(' ', words.SelectMany(w => w.Others.Concat(w.Parts))),
        string.Join(' ', words.SelectMany(w => w.Stems)),
    ];

    protected override string And => " AND ";

    protected override string Or => " OR ";

    protected override IQueryable<SearchEntry> Matching(LupausDb db, string query) =>
        db.Set<SearchEntry>().FromSql($"SELECT e.* FROM search_tokens AS s CROSS JOIN search_entries AS e ON e.id = s.rowid WHERE s.search_tokens MATCH {query}");

    protected override IQueryable<SearchEntry> Newest(LupausDb db, string query, int most) =>
        db.Set<SearchEntry>().FromSql($"SELECT e.* FROM (SELECT rowid FROM search_tokens WHERE search_tokens MATCH {query} ORDER BY rowid DESC LIMIT {most}) AS s CROSS JOIN search_entries AS e ON e.id = s.rowid");

    /// <summary>
    /// What many say is asked of one ticket after another, in the order of the list, until the page is full: to look up the tickets of a hundred
    /// thousand entries takes a second, to note the entries' numbers takes a fiftieth of it.
    /// </summary>
    public override IQueryable<Ticket> Saying(IQueryable<Ticket> tickets, SoughtPhrase phrase, int? newest, IQueryable<PersonId> customers, LupausDb db)
    {
        var query = Match(phrase);
        if (!IsSaidByMany(query, db))
            return base.Saying(tickets, phrase, newest, customers, db);
        var numbers = newest is { } most
            ? db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM (SELECT rowid FROM search_tokens WHERE search_tokens MATCH {query} ORDER BY rowid DESC LIMIT {most})")
            : db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM search_tokens WHERE search_tokens MATCH {query}");
        return tickets.Where(t => db.SearchEntries.Any(e => e.TicketId == t.Id && numbers.Contains(e.Id + 0)) || customers.Contains(t.CustomerId));
    }

    // SQLite answers where it is asked, with or without waiting.
    private bool IsSaidByMany(string query, LupausDb db) =>
        db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM (SELECT rowid FROM search_tokens WHERE search_tokens MATCH {query} LIMIT {Few + 1})").Single() > Few;

    // "+ 0" keeps SQLite from beginning at the numbers: there are more of them than of the tickets' entries.
    protected override IQueryable<SearchEntry> Among(IReadOnlyList<TicketId> tickets, string query, LupausDb db)
    {
        var oldest = tickets.Min(t => t.Value);
        var numbers = db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM search_tokens WHERE search_tokens MATCH {query} AND rowid >= {oldest}");
        return db.SearchEntries.Where(e => tickets.Contains(e.TicketId) && numbers.Contains(e.Id + 0));
    }

    protected override string Match(SoughtPhrase phrase) => phrase.Words is [var word] ? Match(word) :
        $"(surface : {Quoted(phrase.Words.Select(w => w.Surface))} OR lemma : {Quoted(phrase.Words.Select(w => w.Lemmas[0]))})";

    private static string Match(SoughtWord word)
    {
        var ways = Distinct(word.Lemmas).Select(l => $"{{lemma part}} : {Quoted([l])}")
            .Append($"surface : {Quoted([word.Surface])}")
            .Concat(Distinct(word.Stems).Select(s => $"stem : {Quoted([s])}"));
        if (word.IsPrefix)
            ways = ways.Append($"{{surface lemma part}} : {Quoted([word.Surface])} *");
        return $"({string.Join(" OR ", ways)})";
    }

    private static string Quoted(IEnumerable<string> words) => $"\"{string.Join(' ', words).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
