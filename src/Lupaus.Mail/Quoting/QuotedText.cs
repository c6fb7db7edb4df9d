namespace Lupaus.Mail.Quoting;

/// <summary>
/// Tells a writer's own words from what their program quoted beneath or between them: lines with ">", and whole messages beneath an
/// introduction of Outlook, Gmail, Apple Mail or Thunderbird in Finnish, Swedish or English. When in doubt a line is the writer's own:
/// showing too much does no harm, hiding an answer does. Each line belongs to exactly one piece.
/// </summary>
public sealed class QuotedText
{
    private readonly string[] _lines;

    private QuotedText(string[] lines, IReadOnlyList<TextPiece> pieces) => (_lines, Pieces) = (lines, pieces);

    /// <summary>The whole text in order.</summary>
    public IReadOnlyList<TextPiece> Pieces { get; }

    /// <summary>The writer's own words alone, without empty lines at the ends; empty when there are none.</summary>
    public string Own => string.Join('\n', Pieces.Where(p => p.Kind == PieceKind.Own).Select(TextOf)).Trim('\n', ' ');

    /// <summary>Whether anything can be folded away.</summary>
    public bool HasQuotes => Pieces.Any(p => p.Kind == PieceKind.Quote);

    /// <summary>Reads a plain text whose lines end in \n.</summary>
    public static QuotedText Read(string text)
    {
        var lines = text.Split('\n');
        var kinds = new LineKinds(lines).Read();
        return new QuotedText(lines, Joined(kinds));
    }

    /// <summary>The lines of a piece.</summary>
    public string TextOf(TextPiece piece) => string.Join('\n', _lines, piece.FirstLine, piece.Lines);

    private static List<TextPiece> Joined(PieceKind[] kinds)
    {
        var pieces = new List<TextPiece>();
        for (var start = 0; start < kinds.Length;)
        {
            var end = start + 1;
            while (end < kinds.Length && kinds[end] == kinds[start])
                end++;
            pieces.Add(new TextPiece(kinds[start], start, end - start));
            start = end;
        }
        return pieces;
    }
}
