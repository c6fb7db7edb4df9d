using Lupaus.Ground.People;
using Lupaus.Storage.Ground.People;

namespace Lupaus.Storage.Sqlite;

/// <summary>FTS5 beside the people's own table, which keeps the keys.</summary>
public sealed class SqlitePeople : PeopleDialect
{
    internal const string Table =
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS search_people USING fts5(found_by, content='people', content_rowid='id', detail=none,
            tokenize="unicode61 remove_diacritics 0 tokenchars '_'");

        """;

    internal const string Anew = "INSERT INTO search_people (search_people) VALUES ('rebuild')";

    protected override string And => " AND ";

    protected override string Or => " OR ";

    protected override string Match(SoughtKey key) => $"\"{key.Text}\"{(key.IsBeginning ? " *" : "")}";

    protected override IQueryable<Person> Matching(LupausDb db, string query) =>
        db.People.FromSql($"SELECT p.* FROM search_people AS k CROSS JOIN people AS p ON p.id = k.rowid WHERE k.search_people MATCH {query}");

    // A cross join is one whose order stands: begun at the people's end it would ask for each of a hundred thousand.
    // FTS5's own rank would read every row that has a key again, since no places are kept.
    public override IQueryable<Person> Nearest(LupausDb db, IReadOnlyList<string> keys, int most)
    {
        var each = string.Join(" UNION ALL ", keys.Select((_, i) => $"SELECT rowid FROM search_people WHERE search_people MATCH {{{i}}}"));
        var sql = $"SELECT p.* FROM (SELECT rowid FROM ({each}) GROUP BY rowid HAVING count(*) >= {{{keys.Count + 1}}} ORDER BY count(*) DESC, rowid DESC LIMIT {{{keys.Count}}}) AS k CROSS JOIN people AS p ON p.id = k.rowid";
        return db.People.FromSqlRaw(sql, [.. keys.Select(key => (object)Match(new SoughtKey(key))), most, LeastShared(keys)]);
    }
}
