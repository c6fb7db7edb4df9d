namespace Lupaus.Language.Morphology;

/// <summary>
/// What can be read next from each state, past all that reads nothing: a walk that sees that the next letter won't come turns back at once
/// instead of following chains of outputs to their ends.
/// </summary>
internal static class Foresight
{
    /// <summary>The bit that says that the word may end here.</summary>
    public const ulong AtEnd = 1ul << 63;

    /// <summary>By a state's first cell; grows until nothing changes, from the back, since most states lead forward.</summary>
    public static ulong[] Of(Cell[] cells, IReadOnlyList<int> states, Alphabet alphabet)
    {
        var ahead = new ulong[cells.Length];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = states.Count - 1; i >= 0; i--)
            {
                var seen = 0ul;
                foreach (var cell in Transducer.State(cells, states[i]))
                    seen |= cell.In == Cell.Final ? AtEnd : cell.In < alphabet.First ? ahead[cell.Target] : alphabet.Bit(cell.In);
                changed |= seen != ahead[states[i]];
                ahead[states[i]] = seen;
            }
        }
        return ahead;
    }
}
