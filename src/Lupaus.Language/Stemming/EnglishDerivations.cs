namespace Lupaus.Language.Stemming;

/// <summary>Steps 2, 3 and 4 of Porter2: what one word makes of another, as "-ization" and "-fulness".</summary>
internal static class EnglishDerivations
{
    private static readonly Dictionary<string, string> Second = new()
    {
        ["tional"] = "tion",
        ["enci"] = "ence",
        ["anci"] = "ance",
        ["abli"] = "able",
        ["entli"] = "ent",
        ["izer"] = "ize",
        ["ization"] = "ize",
        ["ational"] = "ate",
        ["ation"] = "ate",
        ["ator"] = "ate",
        ["alism"] = "al",
        ["aliti"] = "al",
        ["alli"] = "al",
        ["fulness"] = "ful",
        ["ousli"] = "ous",
        ["ousness"] = "ous",
        ["iveness"] = "ive",
        ["iviti"] = "ive",
        ["biliti"] = "ble",
        ["bli"] = "ble",
        ["ogi"] = "og",
        ["fulli"] = "ful",
        ["lessli"] = "less",
        ["li"] = "",
    };

    private static readonly Dictionary<string, string> Third = new()
    {
        ["tional"] = "tion",
        ["ational"] = "ate",
        ["alize"] = "al",
        ["icate"] = "ic",
        ["iciti"] = "ic",
        ["ical"] = "ic",
        ["ful"] = "",
        ["ness"] = "",
        ["ative"] = "",
    };

    private static readonly string[] SecondEndings = Letters.LongestFirst([.. Second.Keys]);
    private static readonly string[] ThirdEndings = Letters.LongestFirst([.. Third.Keys]);
    private static readonly string[] FourthEndings = Letters.LongestFirst(
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion");

    public static void Shorten(ref Letters word, int first, int second)
    {
        if (word.EndingOf(SecondEndings) is { } ending && word.Before(ending) is var before && before.Length >= first && Fits(ending, before))
            word.Replace(ending, Second[ending]);
        if (word.EndingOf(ThirdEndings) is { } third && word.Before(third).Length >= (third == "ative" ? second : first))
            word.Replace(third, Third[third]);
        if (word.EndingOf(FourthEndings) is { } fourth && word.Before(fourth) is var stem && stem.Length >= second && Fits(fourth, stem))
            word.Drop(fourth);
    }

    private static bool Fits(string ending, ReadOnlySpan<char> before) => ending switch
    {
        "ogi" => before is [.., 'l'],
        "li" => before is [.., var last] && EnglishStemmer.MayStandBeforeLi(last),
        "ion" => before is [.., 's' or 't'],
        _ => true,
    };
}
