namespace Lupaus.Language.Names;

/// <summary>One word of a name.</summary>
internal sealed record NameWord(string Written, string Folded, string[] Spellings, string[] Stems)
{
    /// <summary>Longer words are no names, and comparing them would take long.</summary>
    public const int Longest = 40;

    private const int LongestName = 500;

    public static IEnumerable<NameWord> AllOf(string name) =>
        NameFolding.Words(name.Length > LongestName ? name[..LongestName] : name).Select(word => Of(word.Length > Longest ? word[..Longest] : word));

    private static NameWord Of(string written)
    {
        var (folded, ringless) = (NameFolding.Fold(written), NameFolding.FoldWithoutRings(written));
        string[] spellings = folded == ringless ? [folded] : [folded, ringless];
        return new NameWord(written, folded, spellings, [.. spellings.SelectMany(NameStems.Of).Distinct()]);
    }
}
