using System.Buffers;

namespace Lupaus.Language.Stemming;

/// <summary>Snowball's Swedish.</summary>
internal sealed class SwedishStemmer : Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäåö");
    private static readonly SearchValues<char> BeforeS = SearchValues.Create("bcdfghjklmnoprtvy");

    private static readonly string[] Inflections = Letters.LongestFirst(
        "a", "arna", "erna", "heterna", "orna", "ad", "e", "ade", "ande", "arne", "are", "aste", "en", "anden", "aren", "heten", "ern",
        "ar", "er", "heter", "or", "as", "arnas", "ernas", "ornas", "es", "ades", "andes", "ens", "arens", "hetens", "erns", "at",
        "andet", "het", "ast", "s");

    private static readonly string[] Pairs = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
    private static readonly string[] Derivations = ["fullt", "löst", "lig", "els", "ig"];

    internal override void Shorten(ref Letters word)
    {
        if (word.Length < 3)
            return;
        var region = Math.Max(3, word.RegionAfter(0, Vowels));

        if (word.EndingOf(Inflections, region) is { } inflection && (inflection != "s" || word.Before("s") is [.., var last] && BeforeS.Contains(last)))
            word.Drop(inflection);
        if (word.EndingOf(Pairs, region) is not null)
            word.Drop(1);
        if (word.EndingOf(Derivations, region) is { } derivation)
            word.Drop(derivation is "fullt" or "löst" ? 1 : derivation.Length);
    }
}
