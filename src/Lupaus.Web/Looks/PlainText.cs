using System.Text.RegularExpressions;

namespace Lupaus.Web.Looks;

/// <summary>A run of text, a link, or a line break.</summary>
internal readonly record struct Piece(string Text, string? Link = null, bool IsBreak = false);

/// <summary>Reads plain text into paragraphs of pieces. Only http, https and mailto ever become links.</summary>
internal static partial class PlainText
{
    public static IEnumerable<IReadOnlyList<Piece>> Paragraphs(string text) =>
        BlankLines().Split(text.ReplaceLineEndings("\n").Trim('\n', ' ')).Where(p => p.Length > 0).Select(Pieces);

    private static IReadOnlyList<Piece> Pieces(string paragraph)
    {
        var pieces = new List<Piece>();
        foreach (var line in paragraph.Split('\n'))
        {
            if (pieces.Count > 0)
                pieces.Add(new Piece("", IsBreak: true));
            pieces.AddRange(Linked(line.TrimEnd()));
        }
        return pieces;
    }

    private static IEnumerable<Piece> Linked(string line)
    {
        var told = 0;
        foreach (Match found in Address().Matches(line))
        {
            var shown = WithoutClosing(found.Value);
            if (LinkTo(shown) is not { } link)
                continue;
            if (found.Index > told)
                yield return new Piece(line[told..found.Index]);
            yield return new Piece(shown, link);
            told = found.Index + shown.Length;
        }
        if (told < line.Length)
            yield return new Piece(line[told..]);
    }

    /// <summary>The full stop of a sentence and the bracket it stands in are not of the address.</summary>
    private static string WithoutClosing(string address)
    {
        while (address[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '”' or '’' or '»' or '…' or '*' or '_'
               || address[^1] is ')' && address.Count(c => c == ')') > address.Count(c => c == '('))
            address = address[..^1];
        return address;
    }

    private static string? LinkTo(string address) =>
        !address.Contains("://", StringComparison.Ordinal) ? $"mailto:{address}"
        : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri.AbsoluteUri
        : null;

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+")]
    private static partial Regex BlankLines();

    // Bounded everywhere, so that no text can make it slow.
    [GeneratedRegex(@"\bhttps?://[^\s<>\[\]{}|\\^`]{1,2000}|\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
