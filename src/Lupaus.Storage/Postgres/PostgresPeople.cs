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
        db.People.FromSql($"SELECT * FROM people WHERE array_to_tsvector(string_to_array(found_by, ' ')) @@ CAST({query} AS tsquery)");

    protected override IQueryable<Person> Nearest(LupausDb db, string query, int most) =>
        db.People.FromSql($"SELECT * FROM people WHERE array_to_tsvector(string_to_array(found_by, ' ')) @@ CAST({query} AS tsquery) ORDER BY ts_rank(array_to_tsvector(string_to_array(found_by, ' ')), CAST({query} AS tsquery)) DESC LIMIT {most}");
}
