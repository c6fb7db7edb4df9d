namespace Lupaus.Mail.Rendering;

/// <summary>Who hears what stands in a page.</summary>
internal interface IHtmlReader
{
    /// <summary>It has no room for more.</summary>
    bool IsFull { get; }

    /// <summary>The name, in lower case, where the element's content is neither text nor further elements to it; else null.</summary>
    string? SilentName(ReadOnlySpan<char> name);

    void Text(ReadOnlySpan<char> text);

    void Tag(HtmlTag tag);

    /// <summary>What stands in a silent element.</summary>
    void Silent(string name, ReadOnlySpan<char> content);
}

/// <summary>Goes through a page from tag to tag. It forgives everything, holds no tree, and looks at each character a fixed number of times.</summary>
internal static class HtmlWalk
{
    public static void Through(ReadOnlySpan<char> html, IHtmlReader reader)
    {
        var lastClose = html.LastIndexOf('>');
        var scan = new TagScan(html);
        for (var at = 0; at < html.Length && !reader.IsFull;)
        {
            var open = html[at..].IndexOf('<');
            if (open < 0 || at + open > lastClose)
            {
                reader.Text(html[at..]);
                return;
            }
            reader.Text(html.Slice(at, open));
            at += open;
            var length = scan.LengthAt(at);
            if (length == 0)
            {
                reader.Text("<");
                at++;
                continue;
            }
            var tag = Read(html.Slice(at, length));
            at += length;
            if (!tag.IsEnd && reader.SilentName(tag.Name) is { } silent)
            {
                var after = scan.After(silent, at);
                reader.Silent(silent, html[at..after]);
                at = after;
            }
            else if (!tag.Name.IsEmpty)
                reader.Tag(tag);
        }
    }

    /// <summary>The name in the list that this is, however it is written.</summary>
    public static string? OneOf(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return known;
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
