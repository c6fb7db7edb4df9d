using System.Buffers;

namespace Lupaus.Language.Stemming;

/// <summary>A word that is being cut from its end, in the room it was copied to.</summary>
internal ref struct Letters(Span<char> room)
{
    private readonly Span<char> room = room;

    public int Length { get; private set; } = room.Length;

    public readonly ReadOnlySpan<char> Text => room[..Length];

    public readonly ref char this[int index] => ref room[..Length][index];

    /// <summary>What stands before an ending of so many letters.</summary>
    public readonly ReadOnlySpan<char> Before(int ending) => room[..(Length - ending)];

    public readonly ReadOnlySpan<char> Before(string ending) => Before(ending.Length);

    public readonly bool EndsWith(string ending) => Text.EndsWith(ending);

    /// <summary>The first of the endings that begins in the region, or null. Longest first, for the longest counts.</summary>
    public readonly string? EndingOf(string[] endings, int region = 0)
    {
        if (region > Length)
            return null;
        var tail = room[region..Length];
        foreach (var ending in endings)
            if (tail.EndsWith(ending))
                return ending;
        return null;
    }

    public void Drop(int count) => Length -= count;

    public void Drop(string ending) => Drop(ending.Length);

    /// <summary>Puts another ending, never a longer one, in the place of this.</summary>
    public void Replace(string ending, string with)
    {
        with.CopyTo(room[(Length - ending.Length)..]);
        Length += with.Length - ending.Length;
    }

    public void Append(char letter) => room[Length++] = letter;

    public void DropAt(int index)
    {
        room[(index + 1)..Length].CopyTo(room[index..]);
        Length--;
    }

    /// <summary>Where the region begins that Snowball calls R1 (and, asked again from there, R2): after the first consonant that follows a vowel.</summary>
    public readonly int RegionAfter(int start, SearchValues<char> vowels)
    {
        var vowel = room[start..Length].IndexOfAny(vowels);
        if (vowel < 0)
            return Length;
        var consonant = room[(start + vowel)..Length].IndexOfAnyExcept(vowels);
        return consonant < 0 ? Length : start + vowel + consonant + 1;
    }

    /// <summary>Endings in the order in which <see cref="EndingOf"/> wants them.</summary>
    public static string[] LongestFirst(params string[] endings) => [.. endings.OrderByDescending(ending => ending.Length)];
}
