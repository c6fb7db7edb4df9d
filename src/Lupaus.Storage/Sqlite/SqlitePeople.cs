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
        db.People.FromSql($"SELECT p.* FROM search_people AS k JOIN people AS p ON p.id = k.rowid WHERE k.search_people MATCH {query}");

    protected override IQueryable<Person> Nearest(LupausDb db, string query, int most) =>
        db.People.FromSql($"SELECT p.* FROM (SELECT rowid FROM search_people WHERE search_people MATCH {query} ORDER BY rank LIMIT {most}) AS k JOIN people AS p ON p.id = k.rowid");
}
