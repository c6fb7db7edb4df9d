using Lupaus.Ground.People;

namespace Lupaus.Storage.Ground.People;

/// <summary>What a person may be found by: one word of many that mean the same, or its beginning.</summary>
public sealed record SoughtKey(string Text, bool IsBeginning = false);

/// <summary>How each database looks for people by the keys in <see cref="Person.FoundBy"/>. Keys are folded letters, digits and "_" alone.</summary>
public abstract class PeopleDialect
{
    /// <summary>Those who have one key of each group.</summary>
    public IQueryable<Person> Found(LupausDb db, IEnumerable<IEnumerable<SoughtKey>> groups) => Matching(db, string.Join(And, groups.Select(keys => $"({string.Join(Or, keys.Select(Match))})")));

    /// <summary>So many of those who share the most of these keys, and a third of them at least; of as near ones the newest.</summary>
    public abstract IQueryable<Person> Nearest(LupausDb db, IReadOnlyList<string> keys, int most);

    protected static int LeastShared(IReadOnlyList<string> keys) => Math.Max(2, (keys.Count + 2) / 3);

    protected abstract string And { get; }

    protected abstract string Or { get; }

    protected abstract string Match(SoughtKey key);

    protected abstract IQueryable<Person> Matching(LupausDb db, string query);
}
