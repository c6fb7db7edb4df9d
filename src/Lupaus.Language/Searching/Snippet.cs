using Lupaus.Language.Words;

namespace Lupaus.Language.Searching;

/// <summary>A stretch of a text around what was sought, in pieces: the words that were found are marked, in whatever form they stand there.</summary>
public static class Snippet
{
    /// <summary>UTF-16 code units, more or less: words are kept whole.</summary>
    public const int Length = 180;

    private const int Before = 50;

    /// <summary>Where most of the sought words stand together; empty when none does.</summary>
    public static IReadOnlyList<SnippetPiece> Of(string text, IReadOnlyList<SearchToken> tokens, IReadOnlyList<SearchTerm> terms)
    {
        var hits = tokens.Select(token => (token.Span, Term: TermOf(token, terms))).Where(hit => hit.Term >= 0).ToList();
        if (hits.Count == 0)
            return [];
        var best = Enumerable.Range(0, hits.Count).MaxBy(i => hits.Skip(i).TakeWhile(h => h.Span.End <= hits[i].Span.Start + Length - Before).Select(h => h.Term).Distinct().Count());
        var start = Math.Min(StartBefore(tokens, hits[best].Span.Start), hits[best].Span.Start);
        var end = EndAfter(tokens, text, start + Length, hits[best].Span.End);
        return Pieces(text, TextSpan.Between(start, end), [.. hits.Select(h => h.Span).Where(s => s.Start >= start && s.End <= end)]);
    }

    private static int TermOf(SearchToken token, IReadOnlyList<SearchTerm> terms)
    {
        for (var i = 0; i < terms.Count; i++)
            if (token.Is(terms[i]))
                return i;
        return -1;
    }

    private static int StartBefore(IReadOnlyList<SearchToken> tokens, int at) =>
        at <= Before ? 0 : tokens.Select(t => t.Span.Start).FirstOrDefault(start => start >= at - Before, at);

    private static int EndAfter(IReadOnlyList<SearchToken> tokens, string text, int at, int least) =>
        at >= text.Length ? text.Length : Math.Max(least, tokens.Select(t => t.Span.End).LastOrDefault(end => end <= at, least));

    private static List<SnippetPiece> Pieces(string text, TextSpan shown, List<TextSpan> marked)
    {
        var pieces = new List<SnippetPiece>();
        if (shown.Start > 0)
            pieces.Add(new SnippetPiece("… ", false));
        var at = shown.Start;
        foreach (var span in marked)
        {
            Add(pieces, text[at..span.Start], false);
            Add(pieces, span.Of(text), true);
            at = span.End;
        }
        Add(pieces, text[at..shown.End], false);
        if (shown.End < text.Length)
            pieces.Add(new SnippetPiece(" …", false));
        return pieces;
    }

    private static void Add(List<SnippetPiece> pieces, string text, bool isMarked)
    {
        if (text.Length > 0)
            pieces.Add(new SnippetPiece(text.ReplaceLineEndings(" "), isMarked));
    }
}

/// <param name="IsMarked">It is one of the words that were sought.</param>
public sealed record SnippetPiece(string Text, bool IsMarked);
