using Lupaus.Ground.People;
using Lupaus.Storage.Ground.People;

namespace Lupaus.Storage.Postgres;

/// <summary>An index over the keys as a tsvector that is never stored beside them.</summary>
public sealed class PostgresPeople : PeopleDialect
{
    protected override string And => " & ";

    protected override string Or => " | ";

    protected override string Match(SoughtKey key) => $"'{key.Text}'{(key.IsBeginning ? ":*" : "")}";

    protected override IQueryable<Person> Matching(LupausDb db, string query) =>
        db.People.FromSql($"SELECT * FROM people WHERE array_to_tsvector(string_to_array(found_by, ' ')) @@ CAST({query} AS tsquery) OFFSET 0"); // a fence: see PostgresSearch

    public override IQueryable<Person> Nearest(LupausDb db, IReadOnlyList<string> keys, int most)
    {
        var each = string.Join(" UNION ALL ", keys.Select((_, i) => $"SELECT id FROM people WHERE array_to_tsvector(string_to_array(found_by, ' ')) @@ CAST({{{i}}} AS tsquery)"));
        var sql = $"SELECT p.* FROM (SELECT id FROM ({each}) AS shared GROUP BY id HAVING count(*) >= {{{keys.Count + 1}}} ORDER BY count(*) DESC, id DESC LIMIT {{{keys.Count}}}) AS k JOIN people AS p ON p.id = k.id";
        return db.People.FromSqlRaw(sql, [.. keys.Select(key => (object)Match(new SoughtKey(key))), most, LeastShared(keys)]);
    }
}
