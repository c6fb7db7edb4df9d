using System.Buffers.Binary;

namespace Lupaus.Language.Morphology;

/// <summary>One transition: what it reads, what it writes and where it leads; on a state's first, how many more the state has.</summary>
internal readonly record struct Cell
{
    public const int Size = 8;

    /// <summary>What stands for an input where a word may end.</summary>
    public const ushort Final = 0xFFFF;

    private const uint IsMany = 255;

    private readonly uint rest;

    public Cell(ReadOnlySpan<byte> bytes)
    {
        In = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        Out = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        rest = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
    }

    private Cell(int count) => (In, Out, rest) = ((ushort)count, (ushort)(count >> 16), IsMany << 24);

    public ushort In { get; }

    public ushort Out { get; }

    public int Target => (int)(rest & 0xFFFFFF);

    /// <summary>Of a state's first cell: how many more there are.</summary>
    public int More => (int)(rest >> 24);

    /// <summary>A state with 255 more or above: its number of transitions stands in a cell of its own.</summary>
    public bool HasMany => rest >> 24 == IsMany;

    /// <summary>Of the cell that holds a number only.</summary>
    public int Count => In | Out << 16;

    /// <summary>In the file the number follows the first transition. In memory it goes before, so that transitions stand side by side.</summary>
    public static (Cell, Cell) CountFirst(Cell transition, Cell count) => (new Cell(count.Count + 1), transition);
}
