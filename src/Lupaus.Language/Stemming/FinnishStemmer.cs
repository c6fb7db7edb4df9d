using System.Buffers;

namespace Lupaus.Language.Stemming;

/// <summary>Snowball's Finnish: clitics, possessives, cases, comparison, plural, and then tidying what is left.</summary>
internal sealed class FinnishStemmer : Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäö");
    private static readonly SearchValues<char> VowelsButY = SearchValues.Create("aeiouäö");
    private static readonly SearchValues<char> Consonants = SearchValues.Create("bcdfghjklmnpqrstvwxz");

    private static readonly string[] Particles = Letters.LongestFirst("kin", "kaan", "kään", "ko", "kö", "han", "hän", "pa", "pä", "sti");
    private static readonly string[] Possessives = Letters.LongestFirst("si", "ni", "nsa", "nsä", "mme", "nne", "an", "än", "en");
    private static readonly string[] BeforeAn = ["ssa", "sta", "lla", "lta", "ta", "na"];
    private static readonly string[] BeforeÄn = ["ssä", "stä", "llä", "ltä", "tä", "nä"];
    private static readonly string[] BeforeEn = ["lle", "ine"];
    private static readonly string[] LongVowels = ["aa", "ee", "ii", "oo", "uu", "ää", "öö"];
    private static readonly string[] Comparisons = Letters.LongestFirst(
        "mpi", "mpa", "mpä", "mmi", "mma", "mmä", "impi", "impa", "impä", "immi", "imma", "immä", "eja", "ejä");

    private static readonly string[] ComparisonsBeforeT = ["imma", "mma"];

    private static readonly string[] Cases = Letters.LongestFirst(
        "han", "hen", "hin", "hon", "hän", "hön", "siin", "seen", "den", "tten", "n", "a", "ä", "tta", "ttä", "ta", "tä",
        "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "na", "nä", "ksi", "ine");

    internal override void Shorten(ref Letters word)
    {
        var first = word.RegionAfter(0, Vowels);
        var second = word.RegionAfter(first, Vowels);

        DropParticle(ref word, first, second);
        DropPossessive(ref word, first);
        var hadCase = DropCase(ref word, first);
        DropComparison(ref word, second, Comparisons);
        if (hadCase)
            DropPluralI(ref word, first);
        else
            DropPluralT(ref word, first, second);
        TidyVowels(ref word, first);
        UndoubleConsonant(ref word);
    }

    private static void DropParticle(ref Letters word, int first, int second)
    {
        if (word.EndingOf(Particles, first) is not { } ending)
            return;
        var before = word.Before(ending);
        var fits = ending == "sti"
            ? before.Length >= second
            : before is [.., var last] && (Vowels.Contains(last) || last is 'n' or 't');
        if (fits)
            word.Drop(ending);
    }

    private static void DropPossessive(ref Letters word, int first)
    {
        if (word.EndingOf(Possessives, first) is not { } ending)
            return;
        var before = word.Before(ending);
        var fits = ending switch
        {
            "si" => before is not [.., 'k'],
            "an" => EndsWithAny(before, BeforeAn),
            "än" => EndsWithAny(before, BeforeÄn),
            "en" => EndsWithAny(before, BeforeEn),
            _ => true,
        };
        if (!fits)
            return;
        word.Drop(ending);
        if (ending == "ni" && word.EndsWith("kse"))
            word.Replace("kse", "ksi");
    }

    private static bool DropCase(ref Letters word, int first)
    {
        if (word.EndingOf(Cases, first) is not { } ending)
            return false;
        // The algorithm asks these four as a part of finding the ending, so that the shorter "n" is found where they do not fit.
        if (ending is "siin" or "den" or "tten" && !EndsInVowelAndI(word.Before(ending)) || ending == "seen" && !EndsWithAny(word.Before(ending), LongVowels))
            ending = "n";
        var before = word.Before(ending);
        var fits = ending switch
        {
            "han" or "hen" or "hin" or "hon" or "hän" or "hön" => before is [.., var vowel] && vowel == ending[1],
            "a" or "ä" => before is [.., var consonant, var vowel] && Vowels.Contains(vowel) && Consonants.Contains(consonant),
            "tta" or "ttä" => before is [.., 'e'],
            _ => true,
        };
        if (!fits)
            return false;
        var vowelToo = ending == "n" && (EndsWithAny(before, LongVowels) || before is [.., 'i', 'e']);
        word.Drop(vowelToo ? 2 : ending.Length);
        return true;
    }

    private static bool EndsInVowelAndI(ReadOnlySpan<char> before) => before is [.., var vowel, 'i'] && VowelsButY.Contains(vowel);

    private static void DropComparison(ref Letters word, int second, string[] endings)
    {
        if (word.EndingOf(endings, second) is { } ending && !(ending is ['m', _, _] && word.Before(ending) is [.., 'p', 'o']))
            word.Drop(ending);
    }

    private static void DropPluralI(ref Letters word, int first)
    {
        if (word.Length > first && word.Text is [.., 'i' or 'j'])
            word.Drop(1);
    }

    private static void DropPluralT(ref Letters word, int first, int second)
    {
        if (word.Length < first + 2 || word.Text is not [.., var vowel, 't'] || !Vowels.Contains(vowel))
            return;
        word.Drop(1);
        DropComparison(ref word, second, ComparisonsBeforeT);
    }

    /// <summary>All that is looked at must lie in the first region.</summary>
    private static void TidyVowels(ref Letters word, int first)
    {
        if (word.EndingOf(LongVowels, first) is not null)
            word.Drop(1);
        if (Has(word, first) && word.Text is [.., var consonant, 'a' or 'ä' or 'e' or 'i'] && Consonants.Contains(consonant))
            word.Drop(1);
        if (Has(word, first) && word.Text is [.., 'o' or 'u', 'j'])
            word.Drop(1);
        if (Has(word, first) && word.Text is [.., 'j', 'o'])
            word.Drop(1);
    }

    private static bool Has(Letters word, int first) => word.Length >= first + 2;

    private static void UndoubleConsonant(ref Letters word)
    {
        var last = word.Text.LastIndexOfAnyExcept(Vowels);
        if (last < 1 || !Consonants.Contains(word[last]) || word[last - 1] != word[last])
            return;
        word.DropAt(last);
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
            if (text.EndsWith(ending))
                return true;
        return false;
    }
}
