namespace Lupaus.Language.Names;

/// <summary>What stands before the Finnish case endings of a folded name: "korhose" and "korhos" of "korhonen", "lahde" of "lahti", "rintee" of "rinne".</summary>
internal static class NameStems
{
    private const string Vowels = "aeiouy";

    /// <summary>The name itself first. Some are wrong ("lahdi" too): asking for them finds nothing that is not there.</summary>
    public static string[] Of(string word) => [.. All(word).Where(stem => stem.Length > 1).Distinct()];

    private static IEnumerable<string> All(string word)
    {
        yield return word;
        if (word.Length < 3)
            yield break;
        var stems =
            word.EndsWith("nen", StringComparison.Ordinal) ? [word[..^3] + "se", word[..^3] + "s"] :
            word[^1] == 'i' ? OfI(word) :
            word[^1] == 'e' ? [.. Gradation.Weaken(word), word + "e", .. Gradation.Strengthen(word).Select(strong => strong + "e")] :
            Vowels.Contains(word[^1]) ? Gradation.Weaken(word) :
            word[^1] == 's' ? OfS(word) :
            [word + "i"];
        foreach (var stem in stems)
            yield return stem;
    }

    /// <summary>Old names have e before an ending ("Lahti", "Mäki", "Susi"), others keep i ("Matti").</summary>
    private static IEnumerable<string> OfI(string word)
    {
        var withE = word[..^1] + "e";
        string[] ofSi = word.EndsWith("si", StringComparison.Ordinal) ? [word[..^2] + "de", word[..^2] + "te"] : [];
        return [.. Gradation.Weaken(word), withE, .. Gradation.Weaken(withE), .. ofSi];
    }

    /// <summary>"Hannes" → "Hanneksen", "Tuomas" → "Tuomaan", "Kangas" → "Kankaan", "Lars" → "Larsin".</summary>
    private static IEnumerable<string> OfS(string word)
    {
        var stem = word[..^1];
        yield return word + "i";
        yield return stem + "kse";
        if (!Vowels.Contains(stem[^1]))
            yield break;
        yield return stem + stem[^1];
        foreach (var strong in Gradation.Strengthen(stem))
            yield return strong + strong[^1];
    }
}
