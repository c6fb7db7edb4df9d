using System.Buffers.Binary;
using System.Text;

namespace Lupaus.Language.Morphology;

/// <summary>
/// A dictionary of word forms in Voikko's unweighted VFST format (libvoikko 4, dictionary format 5): a finite-state transducer that reads a word
/// and writes its analyses. Immutable, so that any number of threads may walk it; about 8 MB for Finnish.
/// </summary>
/// <remarks>
/// The file, little-endian: two magic words, a byte that says whether transitions have weights, padding to 16 bytes; a u16 count of symbols and
/// the symbols, each ended by a zero byte: the empty one, flag diacritics, characters, then tags in brackets; padding to 8; then cells.
/// The first state is the first cell. A state's transitions stand in the order of what they read.
/// </remarks>
internal sealed class Transducer
{
    private const uint FirstMagic = 0x00013A6E;
    private const uint SecondMagic = 0x000351FA;
    private const int HeaderSize = 16;

    private Transducer(string[] symbols, Cell[] cells)
    {
        Symbols = symbols;
        Cells = cells;
        Alphabet = new Alphabet(symbols);
        var flags = new Flags();
        Marks = [default, .. symbols[1..Alphabet.First].Select(flags.Read)];
        Features = flags.Features;
        Boundary = (ushort)Math.Max(0, Array.IndexOf(symbols, "[Bc]"));
        Ahead = Foresight.Of(cells, CellTable.StatesOf(cells, symbols.Length), Alphabet);
    }

    /// <summary>What cells read and write, by number.</summary>
    public string[] Symbols { get; }

    public Cell[] Cells { get; }

    /// <summary>The flags, by their symbols' numbers; at 0 nothing, since symbol 0 reads nothing.</summary>
    public Flag[] Marks { get; }

    /// <summary>How many features the flags speak of.</summary>
    public int Features { get; }

    public Alphabet Alphabet { get; }

    /// <summary>What is written between the parts of a compound.</summary>
    public ushort Boundary { get; }

    /// <summary>By a state's first cell: which characters may be read next from there, as <see cref="Foresight"/> has them.</summary>
    public ulong[] Ahead { get; }

    public bool IsFlag(ushort symbol) => symbol != 0 && symbol < Marks.Length;

    /// <summary>What leaves no trace when it is written.</summary>
    public bool IsSilent(ushort symbol) => symbol < Marks.Length;

    /// <exception cref="FormatException">The bytes are no unweighted VFST file.</exception>
    public static Transducer Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize + 2 || BinaryPrimitives.ReadUInt32LittleEndian(file) != FirstMagic || BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) != SecondMagic)
            throw new FormatException("This is no VFST dictionary.");
        if (file[8] != 0)
            throw new FormatException("A weighted VFST dictionary is not for morphology.");
        var symbols = new string[BinaryPrimitives.ReadUInt16LittleEndian(file[HeaderSize..])];
        var at = HeaderSize + 2;
        for (var i = 0; i < symbols.Length; i++)
            symbols[i] = ReadSymbol(file, ref at);
        at = (at + Cell.Size - 1) / Cell.Size * Cell.Size;
        return new Transducer(symbols, CellTable.Read(file[Math.Min(at, file.Length)..]));
    }

    /// <summary>The transitions of the state whose first cell this is.</summary>
    public ReadOnlySpan<Cell> State(int first) => State(Cells, first);

    internal static ReadOnlySpan<Cell> State(Cell[] cells, int first)
    {
        var head = cells[first];
        return head.HasMany ? cells.AsSpan(first + 1, head.Count) : cells.AsSpan(first, head.More + 1);
    }

    private static string ReadSymbol(ReadOnlySpan<byte> file, ref int at)
    {
        var length = file[at..].IndexOf((byte)0);
        if (length < 0)
            throw new FormatException("The dictionary ends amid its symbols.");
        var symbol = Encoding.UTF8.GetString(file.Slice(at, length));
        at += length + 1;
        return symbol;
    }
}
