using System.Globalization;
using System.Text;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Work.Search;
using Lupaus.Work.Search;

namespace Lupaus.Storage.Postgres;

/// <summary>
/// A tsvector that we write ourselves: at a word's place stand the word with "=" before it (weight D), its first lemma (A), other lemmas and
/// stems (B) and what it is made of (C). The "=" keeps a word apart from a lemma that is written alike, as SQLite's columns do.
/// </summary>
public sealed class PostgresSearch : SearchDialect
{
    /// <summary>Further places are all the same to PostgreSQL.</summary>
    private const int LastPlace = 16383;

    public override string Tokens(IReadOnlyList<IndexedWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var place = Math.Min(i + 1, LastPlace);
            Add(text, "=" + words[i].Surface, place, "");
            Add(text, words[i].Lemma, place, "A");
            foreach (var other in words[i].Others.Concat(words[i].Stems))
                Add(text, other, place, "B");
            foreach (var part in words[i].Parts)
                Add(text, part, place, "C");
        }
        return text.ToString();
    }

    protected override string And => " & ";

    protected override string Or => " | ";

    // "OFFSET 0" is a fence: PostgreSQL takes a rare word for one that a fiftieth of all have, and would rather go through everything in the
    // order asked for than look it up.
    protected override IQueryable<SearchEntry> Matching(LupausDb db, string query) =>
        db.Set<SearchEntry>().FromSql($"SELECT * FROM search_entries WHERE index @@ CAST({query} AS tsquery) OFFSET 0");

    protected override IQueryable<SearchEntry> Newest(LupausDb db, string query, int most) =>
        db.Set<SearchEntry>().FromSql($"SELECT * FROM (SELECT * FROM search_entries WHERE index @@ CAST({query} AS tsquery) OFFSET 0) AS f ORDER BY id DESC LIMIT {most}");

    protected override IQueryable<SearchEntry> Among(IReadOnlyList<TicketId> tickets, string query, LupausDb db)
    {
        long[] ids = [.. tickets.Select(t => t.Value)];
        return db.Set<SearchEntry>().FromSql($"SELECT * FROM (SELECT * FROM search_entries WHERE ticket_id = ANY({ids}) OFFSET 0) AS f WHERE index @@ CAST({query} AS tsquery)");
    }

    private static void Add(StringBuilder text, string word, int place, string weight) =>
        text.Append(Quoted(word)).Append(':').Append(CultureInfo.InvariantCulture, $"{place}{weight} ");

    protected override string Match(SoughtPhrase phrase) => phrase.Words is [var word] ? Match(word) :
        $"(({string.Join(" <-> ", phrase.Words.Select(w => Quoted("=" + w.Surface)))}) | ({string.Join(" <-> ", phrase.Words.Select(w => Quoted(w.Lemmas[0]) + ":A"))}))";

    private static string Match(SoughtWord word)
    {
        var ways = Distinct(word.Lemmas).Concat(Distinct(word.Stems)).Select(Quoted).Append(Quoted("=" + word.Surface));
        if (word.IsPrefix)
            ways = ways.Append($"{Quoted("=" + word.Surface)}:*").Append($"{Quoted(word.Surface)}:*");
        return $"({string.Join(" | ", ways)})";
    }

    private static string Quoted(string word) =>
        $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
