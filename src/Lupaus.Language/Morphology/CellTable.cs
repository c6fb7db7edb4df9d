namespace Lupaus.Language.Morphology;

/// <summary>Reads the cells of a dictionary file, and refuses any that lead or point out of it.</summary>
internal static class CellTable
{
    public static Cell[] Read(ReadOnlySpan<byte> bytes)
    {
        var cells = new Cell[bytes.Length / Cell.Size];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new Cell(bytes[(i * Cell.Size)..]);
        return cells;
    }

    /// <summary>The first cells of all states, in order; makes the transitions of those with many stand side by side.</summary>
    public static IReadOnlyList<int> StatesOf(Cell[] cells, int symbols)
    {
        var states = new List<int>();
        for (var first = 0; first < cells.Length;)
        {
            if (cells[first].HasMany && first + 1 < cells.Length)
                (cells[first], cells[first + 1]) = Cell.CountFirst(cells[first], cells[first + 1]);
            var end = first + (cells[first].HasMany ? 1 + (long)cells[first].Count : 1 + cells[first].More);
            if (end > cells.Length)
                throw new FormatException("The dictionary ends amid a state.");
            states.Add(first);
            first = (int)end;
        }
        RefuseLoose(cells, states, symbols);
        return states;
    }

    private static void RefuseLoose(Cell[] cells, List<int> states, int symbols)
    {
        if (states.Count == 0)
            throw new FormatException("The dictionary has no words.");
        var isFirst = new bool[cells.Length];
        foreach (var state in states)
            isFirst[state] = true;
        foreach (var state in states)
            foreach (var cell in Transducer.State(cells, state))
                if (cell.In != Cell.Final && (cell.In >= symbols || cell.Out >= symbols || cell.Target >= cells.Length || !isFirst[cell.Target]))
                    throw new FormatException("The dictionary has a transition that leads nowhere.");
    }
}
