using System.Buffers;

namespace Lupaus.Language.Stemming;

/// <summary>
/// Snowball's English, known as Porter2. A "y" that sounds as a consonant is written "Y" while the work goes on, as in the paper.
/// </summary>
internal sealed class EnglishStemmer : Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private static readonly SearchValues<char> BeforeLi = SearchValues.Create("cdeghkmnrt");
    private static readonly string[] OddBeginnings = ["gener", "commun", "arsen"];
    private static readonly string[] Genitives = ["'s'", "'s", "'"];
    private static readonly string[] Plurals = ["sses", "ied", "ies", "us", "ss", "s"];
    private static readonly string[] Pasts = ["eedly", "ingly", "edly", "eed", "ing", "ed"];
    private static readonly string[] Doubles = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

    internal override void Shorten(ref Letters word)
    {
        if (EnglishExceptions.Whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Text, out var stem))
        {
            word.Drop(word.Length);
            foreach (var letter in stem)
                word.Append(letter);
        }
        else if (word.Length > 2)
            ShortenRegular(ref word);
    }

    private static void ShortenRegular(ref Letters word)
    {
        if (word[0] == '\'')
            word.DropAt(0);
        MarkConsonantYs(word);
        var first = FirstRegion(word);
        var second = word.RegionAfter(first, Vowels);

        DropPlural(ref word);
        if (!EnglishExceptions.AfterPlural.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Text))
        {
            DropPast(ref word, first);
            if (word.Text is [_, .., var last, 'y' or 'Y'] && word.Length > 2 && !Vowels.Contains(last))
                word[word.Length - 1] = 'i';
            EnglishDerivations.Shorten(ref word, first, second);
            DropLastLetter(ref word, first, second);
        }
        UnmarkYs(word);
    }

    private static void MarkConsonantYs(Letters word)
    {
        for (var i = 0; i < word.Length; i++)
            if (word[i] == 'y' && (i == 0 || Vowels.Contains(word[i - 1])))
                word[i] = 'Y';
    }

    private static void UnmarkYs(Letters word)
    {
        for (var i = 0; i < word.Length; i++)
            if (word[i] == 'Y')
                word[i] = 'y';
    }

    private static int FirstRegion(Letters word)
    {
        foreach (var beginning in OddBeginnings)
            if (word.Text.StartsWith(beginning))
                return beginning.Length;
        return word.RegionAfter(0, Vowels);
    }

    private static void DropPlural(ref Letters word)
    {
        if (word.EndingOf(Genitives) is { } genitive)
            word.Drop(genitive);

        var ending = word.EndingOf(Plurals);
        if (ending == "sses" || ending is "ied" or "ies" && word.Length > 4)
            word.Drop(2);
        else if (ending is "ied" or "ies" || ending == "s" && word.Length > 2 && word.Before(2).ContainsAny(Vowels))
            word.Drop(1);
    }

    private static void DropPast(ref Letters word, int first)
    {
        if (word.EndingOf(Pasts) is not { } ending)
            return;
        if (ending is "eed" or "eedly")
        {
            if (word.Length - ending.Length >= first)
                word.Replace(ending, "ee");
            return;
        }
        if (!word.Before(ending).ContainsAny(Vowels))
            return;
        word.Drop(ending);
        if (word.Text is [.., 'a', 't'] or [.., 'b', 'l'] or [.., 'i', 'z'])
            word.Append('e');
        else if (word.EndingOf(Doubles) is not null)
            word.Drop(1);
        else if (word.Length == first && EndsShort(word.Text))
            word.Append('e');
    }

    private static void DropLastLetter(ref Letters word, int first, int second)
    {
        var start = word.Length - 1;
        var drops = word.Text switch
        {
            [.., 'e'] => start >= second || start >= first && !EndsShort(word.Before(1)),
            [.., 'l', 'l'] => start >= second,
            _ => false,
        };
        if (drops)
            word.Drop(1);
    }

    /// <summary>Ends in a short syllable: "rap", "trap", "ow" at the beginning, but not "uproot", "bestow".</summary>
    private static bool EndsShort(ReadOnlySpan<char> text) => text switch
    {
        [var vowel, var after] => Vowels.Contains(vowel) && !Vowels.Contains(after),
        [.., var before, var vowel, var after] =>
            !Vowels.Contains(before) && Vowels.Contains(vowel) && !Vowels.Contains(after) && after is not ('w' or 'x' or 'Y'),
        _ => false,
    };

    internal static bool MayStandBeforeLi(char letter) => BeforeLi.Contains(letter);
}
