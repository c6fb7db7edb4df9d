using System.Text.RegularExpressions;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lupaus.Storage.Ground.Audit;

/// <summary>
/// Looks through the whole database for what must never be. Each rule is one query over all tickets, so it sees one
/// moment even while others write, and takes seconds where there are a hundred thousand.
/// </summary>
public sealed partial class InvariantCheck(IDbContextFactory<LupausDb> databases, Dialect dialect)
{
    public async Task<IReadOnlyList<Violation>> Look(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Look(db, stop);
    }

    /// <summary>With what this context's transaction has written and not committed yet.</summary>
    public async Task<IReadOnlyList<Violation>> Look(LupausDb db, CancellationToken stop)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var found = new List<Violation>(await TriggersMissing(db, stop));
        foreach (var (rule, sql) in Invariants.In(dialect).Concat(References(db.Model)))
        {
            foreach (var what in await db.Database.SqlQueryRaw<string>(sql).ToListAsync(stop))
                found.Add(new Violation(rule, what));
        }
        return found;
    }

    private async Task<IEnumerable<Violation>> TriggersMissing(LupausDb db, CancellationToken stop)
    {
        var there = await dialect.TriggersIn(db, stop);
        return TriggerName().Matches(dialect.TriggerScript).Select(match => match.Groups[1].Value).Distinct().Except(there)
            .Select(name => new Violation("Every trigger is in its place.", $"{name} is missing."));
    }

    // Asked of the model, so that tables of tomorrow are looked through too.
    private static IEnumerable<(string Rule, string Sql)> References(IModel model) =>
        from key in model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => !k.IsOwnership)
        let columns = key.Properties.Zip(key.PrincipalKey.Properties, (mine, theirs) => (Mine: mine.GetColumnName(), Theirs: theirs.GetColumnName())).ToArray()
        let table = key.DeclaringEntityType.GetTableName()
        let other = key.PrincipalEntityType.GetTableName()
        let isSet = string.Join(" AND ", columns.Select(c => $"d.{c.Mine} IS NOT NULL"))
        let fits = string.Join(" AND ", columns.Select(c => $"p.{c.Theirs} = d.{c.Mine}"))
        select ("Everything that is referred to exists.",
            $"""
            SELECT 'A row of {table} refers by {columns[0].Mine} to ' || CAST(d.{columns[0].Mine} AS TEXT) || ', which is not in {other}.' AS "Value"
            FROM {table} d WHERE {isSet} AND NOT EXISTS (SELECT 1 FROM {other} p WHERE {fits})
            """);

    [GeneratedRegex(@"^CREATE (?:OR REPLACE |CONSTRAINT )?TRIGGER (\w+)", RegexOptions.Multiline)]
    private static partial Regex TriggerName();
}
