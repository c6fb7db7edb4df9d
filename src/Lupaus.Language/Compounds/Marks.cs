using System.Runtime.CompilerServices;

namespace Lupaus.Language.Compounds;

/// <summary>
/// What a Hunspell dictionary says of an entry, a bit for each of its flags (hunspell(5): SFX, COMPOUNDBEGIN and so on). The letters are those of
/// Den stora svenska ordlistan, which are said in its .aff file.
/// </summary>
internal static class Marks
{
    /// <summary>May begin a compound as it stands.</summary>
    public static readonly ulong Begins = Of('X');

    /// <summary>May end a compound, begin one, or is joined to others by a hyphen.</summary>
    public static readonly ulong Joins = Of("XYb");

    /// <summary>Stands in compounds alone: "arbets".</summary>
    public static readonly ulong OnlyWithin = Of('Z');

    public static readonly ulong Wrong = Of("¤%");

    /// <summary>No word by itself.</summary>
    public static readonly ulong NoWord = Wrong | OnlyWithin;

    /// <summary>Our own: written with a capital.</summary>
    public static readonly ulong Name = 1UL << 63;

    public static readonly ulong Genitive = Of('A');

    /// <summary>A noun with -et or -t.</summary>
    public static readonly ulong Neuter = Of("BC");

    public static readonly ulong Adjective = Of("Ok");

    public static readonly ulong Verb = Of("NmM");

    private static readonly ulong NounEndings = Of("ABCDE");

    private static readonly ulong NounPlural = Of("GHI");

    public static readonly ulong Plural = Of("GHIJ");

    public static bool IsNoun(ulong mark) => (mark & NounEndings) != 0 && ((mark & Verb) == 0 || (mark & NounPlural) != 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<char> flags)
    {
        var marks = 0UL;
        foreach (var flag in flags)
            marks |= Of(flag);
        return marks;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(char flag) => flag switch
    {
        >= 'a' and <= 'z' => 1UL << (flag - 'a'),
        >= 'A' and <= 'Z' => 1UL << (flag - 'A' + 26),
        '¤' => 1UL << 52,
        '%' => 1UL << 53,
        _ => 0,
    };
}
