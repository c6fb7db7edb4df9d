using System.Text;

namespace Lupaus.Work.Search;

/// <summary>
/// What somebody types in the search field: words, "words side by side", and filters such as <c>owner:me</c>. Each filter has its name in
/// three languages, since one types one's own.
/// </summary>
public sealed record SearchText(IReadOnlyList<SearchPiece> Words, IReadOnlyList<SearchFilter> Filters)
{
    public const int MostLetters = 200;
    public const int MostPieces = 12;

    public static SearchText Read(string text)
    {
        var (words, filters) = (new List<SearchPiece>(), new List<SearchFilter>());
        foreach (var (piece, isQuoted, endsText) in Pieces(text.CutTo(MostLetters)).Take(MostPieces))
        {
            if (SearchFilter.Read(piece) is { } filter)
                filters.Add(filter);
            else
                words.Add(new SearchPiece(piece.Trim('"'), isQuoted, endsText && !isQuoted));
        }
        return new SearchText(words, filters);
    }

    /// <summary>The words alone, as one would write them.</summary>
    public string Plain => string.Join(' ', Words.Select(w => w.Text));

    private static IEnumerable<(string Piece, bool IsQuoted, bool EndsText)> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var piece = Next(text, ref at);
            if (piece.Trim('"', ' ').Length > 0)
                yield return (piece, piece[0] == '"', at >= text.Length && !char.IsWhiteSpace(text[^1]));
        }
    }

    /// <summary>Up to the next space that is not between quotation marks.</summary>
    private static string Next(string text, ref int at)
    {
        var piece = new StringBuilder();
        for (var isQuoted = false; at < text.Length && (isQuoted || !char.IsWhiteSpace(text[at])); at++)
        {
            var letter = text[at] is '“' or '”' or '„' or '»' or '«' ? '"' : text[at];
            isQuoted ^= letter == '"';
            piece.Append(letter);
        }
        at++;
        return piece.ToString();
    }
}

/// <param name="IsPhrase">Its words stand side by side.</param>
/// <param name="IsUnfinished">The text ends with it, so it may still be being typed.</param>
public sealed record SearchPiece(string Text, bool IsPhrase, bool IsUnfinished);
