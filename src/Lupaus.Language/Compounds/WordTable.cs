using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lupaus.Language.Compounds;

/// <summary>
/// Which words there are, and what is said of each, in some ten bytes an entry and none for letters: a word is known by 49 bits of its hash, so about one
/// string in a thousand million is taken for a word that it isn't. A word may have several entries. Never changes once it is filled.
/// </summary>
internal sealed class WordTable(int entries)
{
    private const ulong Odd = 0xD6E8FEB86659FD93;
    private const int MostKinds = 4096;

    private readonly uint[] tags = new uint[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries + entries / 2))];
    private readonly ushort[] kinds = new ushort[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries + entries / 2))];
    private readonly ushort[] numbers = new ushort[8192];
    private readonly ulong[] marks = new ulong[MostKinds];
    private ushort count;
    private ulong sum;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<char> word, ulong mark)
    {
        var (at, tag) = Place(word);
        sum = BitOperations.RotateLeft(sum, 5) ^ tag ^ mark;
        while (tags[at] != 0)
            at = Next(at);
        (tags[at], kinds[at]) = (tag, NumberOf(mark));
    }

    /// <summary>A number of all that was added, in its order.</summary>
    public string Version => ((uint)(sum ^ (sum >> 32))).ToString("x8", CultureInfo.InvariantCulture);

    public Marked Of(ReadOnlySpan<char> word) => new(this, Place(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ushort NumberOf(ulong mark)
    {
        var at = (int)((mark * Odd) >> 51);
        while (numbers[at] != 0 && marks[numbers[at] - 1] != mark)
            at = (at + 1) % numbers.Length;
        if (numbers[at] == 0)
        {
            if (count == MostKinds)
                throw new FormatException("No dictionary of Swedish says so many different things of its words.");
            marks[count] = mark;
            numbers[at] = ++count;
        }
        return (ushort)(numbers[at] - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int At, uint Tag) Place(ReadOnlySpan<char> word)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var letter in word)
            hash = BitOperations.RotateLeft((hash ^ letter) * Odd, 29);
        hash ^= hash >> 32;
        hash *= Odd;
        return ((int)(hash & (uint)(tags.Length - 1)), (uint)(hash >> 32) | 1);
    }

    private int Next(int at) => (at + 1) & (tags.Length - 1);

    /// <summary>What each of a word's entries says.</summary>
    public ref struct Marked(WordTable table, (int At, uint Tag) place)
    {
        private int next = place.At;

        public ulong Current { get; private set; }

        public readonly Marked GetEnumerator() => this;

        public bool MoveNext()
        {
            for (; table.tags[next] != 0; next = table.Next(next))
                if (table.tags[next] == place.Tag)
                {
                    Current = table.marks[table.kinds[next]];
                    next = table.Next(next);
                    return true;
                }
            return false;
        }
    }
}
