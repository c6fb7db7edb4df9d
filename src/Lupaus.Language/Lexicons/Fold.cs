namespace Lupaus.Language.Lexicons;

/// <summary>Letters as those write them who have no ä and ö at hand.</summary>
internal static class Fold
{
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = word[i] switch { 'ä' or 'å' => 'a', 'ö' => 'o', 'é' => 'e', '’' => '\'', var other => other };
        return folded.ToString();
    }
}
