namespace Lupaus.Language.Morphology;

/// <summary>The characters that the dictionary can read, and the symbols that stand for them.</summary>
internal sealed class Alphabet
{
    /// <summary>What no word of the dictionary has in it.</summary>
    public const ushort Unknown = 0xFFFE;

    private const int Known = 0x2200;
    private const int Bits = 63;

    private readonly ushort[] symbols = new ushort[Known];

    public Alphabet(string[] names)
    {
        First = 1 + names.Skip(1).TakeWhile(Flags.Is).Count();
        Array.Fill(symbols, Unknown);
        for (var i = First; i < names.Length; i++)
            if (names[i] is [< (char)Known and var character])
                symbols[character] = (ushort)i;
        for (var character = '\0'; character < Known; character++)
            symbols[character] = symbols[AsInDictionary(character)];
    }

    /// <summary>The number of the first symbol that is a character; before it are nothing and the flags.</summary>
    public int First { get; }

    public ushort Of(char character) => character < Known ? symbols[character] : Unknown;

    /// <summary>One of 63 bits for a character; characters share them, so a bit that is there says perhaps, one that isn't says no.</summary>
    public ulong Bit(int symbol) => 1ul << (symbol - First) % Bits;

    private static char AsInDictionary(char character) => character switch
    {
        '’' => '\'',
        '\u2010' or '\u2011' => '-',
        _ when char.ToLowerInvariant(character) is var lower and < (char)Known => lower,
        _ => character,
    };
}
