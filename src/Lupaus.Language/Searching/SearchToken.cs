using Lupaus.Language.Words;

namespace Lupaus.Language.Searching;

/// <summary>
/// A word of a text as an index keeps it, in lower case. <paramref name="Surface"/> is the word as it stands;
/// <paramref name="Lemma"/> its first dictionary form, or where none is known the surface again, so that lemmas side by side are a phrase.
/// </summary>
public sealed record SearchToken(TextSpan Span, string Surface, string Lemma)
{
    /// <summary>Further dictionary forms: of other readings, the verb a participle comes from, and what the word comes from in Swedish.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What a compound is made of, every contiguous span.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What is left when the endings are cut off, in Finnish where the dictionary doesn't know the word; each begins with "~", so that no word is taken for one.</summary>
    public IReadOnlyList<string> Stems { get; init; } = [];

    /// <summary>Whether one looking for that word finds this one.</summary>
    public bool Is(SearchTerm term) =>
        Surface == term.Surface || (term.IsPrefix && (Surface.StartsWith(term.Surface, StringComparison.Ordinal) || Lemma.StartsWith(term.Surface, StringComparison.Ordinal) || Starts(Others, term) || Starts(Parts, term))) ||
        term.Lemmas.Contains(Lemma) || Meet(Others, term.Lemmas) || Meet(Parts, term.Lemmas) || Meet(Stems, term.Stems);

    private static bool Starts(IReadOnlyList<string> words, SearchTerm term) => words.Any(w => w.StartsWith(term.Surface, StringComparison.Ordinal));

    private static bool Meet(IReadOnlyList<string> ours, IReadOnlyList<string> theirs)
    {
        foreach (var one in ours)
            if (theirs.Contains(one))
                return true;
        return false;
    }
}
