using System.Collections.Frozen;

namespace Lupaus.Language.Names;

/// <summary>What people put after a name, folded: the Finnish cases and clitics, the Swedish genitive and the English one.</summary>
internal static class NameEndings
{
    private static readonly string[] Cases =
    [
        "n", "a", "ta", "tta", "ssa", "sta", "lla", "lta", "lle", "na", "ksi", "an", "en", "in", "on", "un", "yn", "han", "hen", "hin", "hon", "hun", "hyn",
        "seen", "t", "ten", "ien", "jen", "ia", "ja", "ille", "illa", "ilta", "issa", "ista", "ni", "s", "si", "nsa",
    ];

    private static readonly string[] Clitics = ["", "kin", "kaan", "ko", "han", "pa"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All =
        Cases.Append("").SelectMany(_ => Clitics, (ending, clitic) => ending + clitic).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Nothing is an ending too.</summary>
    public static bool Contain(ReadOnlySpan<char> tail) => All.Contains(tail);
}
