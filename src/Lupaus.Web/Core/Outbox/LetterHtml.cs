using System.Text;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// A letter's parts as a page that mail programs show: as a person's letter looks, in the reader's own colours, with
/// nothing that has to be fetched. What a customer wrote stands in it as text, and only as that.
/// </summary>
internal static class LetterHtml
{
    /// <summary>Characters. What would be longer goes as text alone, which says it too.</summary>
    public const int Longest = 500_000;

    private const string Page = "max-width:40em;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:break-word;word-break:break-word";
    private const string Small = "font-size:14px";
    private const string SetOff = "margin:1em 0;padding:0 0 0 12px;border-left:3px solid #2f7d5b";
    private const string Quote = "margin:1em 0;padding:0 0 0 12px;border-left:2px solid #999";

    private static readonly Dictionary<string, string> Styles = new()
    {
        ["blockquote"] = Quote,
        ["list"] = "margin:1em 0;padding-left:24px",
        ["pre"] = "white-space:pre-wrap",
        ["hr"] = "border:0;border-top:1px solid #999",
        ["img"] = "max-width:100%;height:auto",
    };

    /// <summary>Null where it would be too long.</summary>
    /// <param name="picture">The address of the letter's picture with that name; null when it has none.</param>
    public static string? Of(IEnumerable<LetterPart> parts, LanguageCode language, Func<string, string?> picture)
    {
        var lang = language.ToString().ToLowerInvariant();
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{lang}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"></head>\n<body>\n<div lang=\"{lang}\" style=\"{Page}\">\n");
        foreach (var part in parts)
            page.Append(Of(part, picture));
        page.Append("</div>\n</body>\n</html>\n");
        return page.Length > Longest ? null : page.ToString();
    }

    private static string Of(LetterPart part, Func<string, string?> picture) => part switch
    {
        LetterPart.Written written => MarkedText.ToHtml(written.Words, picture, looks: Styles),
        LetterPart.Said said => said.Link is { } link ? Plain(said).Replace(Escaped(link), Link(link, link), StringComparison.Ordinal) : Plain(said),
        LetterPart.Understood understood => $"<div style=\"{SetOff}\">\n{Paragraphs(understood.Title, style: "font-weight:600")}{Paragraphs(understood.Words)}</div>\n",
        LetterPart.Signed signed => Paragraphs(signed.Words, p => p.Link is { } link ? Link(link, p.Text) : Escaped(p.Text)),
        LetterPart.Quoted { Quotation: var quoted } => $"{Paragraphs(quoted.Introduction, style: Small)}<blockquote type=\"cite\" style=\"{Quote};{Small}\">\n{Paragraphs(string.Join('\n', quoted.Lines))}</blockquote>\n",
        _ => Paragraphs(part.Text),
    };

    private static string Plain(LetterPart.Said said) => Paragraphs(said.Words, style: said.IsBeneath ? Small : "");

    private static string Paragraphs(string words, Func<Piece, string>? show = null, string style = "") =>
        string.Concat(PlainText.Paragraphs(words).Select(p => $"<p{(style.Length > 0 ? $" style=\"{style}\"" : "")}>{string.Concat(p.Select(piece => piece.IsBreak ? "<br>\n" : show?.Invoke(piece) ?? Escaped(piece.Text)))}</p>\n"));

    private static string Link(string to, string shown) => $"<a href=\"{Escaped(to)}\">{Escaped(shown)}</a>";

    // Letters beyond ASCII stay as they are, as the mail says that it is UTF-8.
    private static string Escaped(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
