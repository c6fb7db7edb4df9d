using System.Collections.Frozen;

namespace Lupaus.Language.Compounds;

/// <summary>Endings by what they put at a word's end.</summary>
internal sealed class EndingTable
{
    private readonly FrozenDictionary<string, Ending[]>.AlternateLookup<ReadOnlySpan<char>> byPut;

    public EndingTable(IEnumerable<Ending> endings)
    {
        var groups = endings.GroupBy(e => e.Put).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        (byPut, Longest) = (groups.GetAlternateLookup<ReadOnlySpan<char>>(), groups.Keys.Append("").Max(put => put.Length));
    }

    public int Longest { get; }

    public Ending[]? Of(ReadOnlySpan<char> put) => byPut.TryGetValue(put, out var endings) ? endings : null;
}
