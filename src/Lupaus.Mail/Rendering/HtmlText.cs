using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Rendering;

/// <summary>
/// Reads HTML as a person would read it aloud: paragraphs, lists, links with where they lead, quotes with their marks. It forgives
/// everything, holds no tree, and looks at each character a fixed number of times.
/// </summary>
internal static class HtmlText
{
    private static readonly string[] Silent = ["style", "script", "title", "noscript", "template", "svg"];

    /// <summary>Appends the text, lines ended by \n, without one at the end.</summary>
    public static void Render(ReadOnlySpan<char> html, CharBuffer into)
    {
        var page = new HtmlPage(into, html.Length + 256);
        var lastClose = html.LastIndexOf('>');
        var scan = new TagScan(html);
        for (var at = 0; at < html.Length && !page.IsFull;)
        {
            var open = html[at..].IndexOf('<');
            if (open < 0 || at + open > lastClose)
            {
                page.Text(html[at..]);
                break;
            }
            page.Text(html.Slice(at, open));
            at += open;
            var length = scan.LengthAt(at);
            if (length == 0)
            {
                page.Text("<");
                at++;
                continue;
            }
            var tag = Read(html.Slice(at, length));
            at += length;
            if (!tag.IsEnd && SilentName(tag.Name) is { } silent)
                at = scan.After(silent, at);
            else if (!tag.Name.IsEmpty)
                page.Tag(tag);
        }
        page.End();
    }

    private static string? SilentName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > 8)
            return null;
        foreach (var silent in Silent)
        {
            if (name.Equals(silent, StringComparison.OrdinalIgnoreCase))
                return silent;
        }
        return null;
    }

    private static HtmlTag Read(ReadOnlySpan<char> tag)
    {
        var isEnd = tag.Length > 1 && tag[1] == '/';
        var inner = tag[(isEnd ? 2 : 1)..].TrimEnd('>');
        if (inner.StartsWith("!") || inner.StartsWith("?"))
            return default;
        var end = inner.IndexOfAny(" \t\n/");
        return new HtmlTag(end < 0 ? inner : inner[..end], isEnd, end < 0 ? [] : inner[end..]);
    }
}
