using System.Text;

namespace Lupaus.Mail.Rendering;

/// <summary>Writes the safe elements of a page, closing each where a browser would.</summary>
internal sealed class SafePage(int length, SafeAttributes attributes) : IHtmlReader
{
    /// <summary>Browsers go no deeper than 512; what lies deeper here stands beside its neighbours.</summary>
    private const int Deepest = 400;

    private static readonly string[] Unread =
        ["style", "script", "title", "noscript", "template", "svg", "math", "iframe", "frameset", "object", "applet", "noembed", "noframes", "textarea", "select", "xmp", "audio", "video", "canvas", "datalist"];

    private readonly StringBuilder _written = new(length + 1024);
    private readonly StringBuilder _styles = new();
    private readonly List<SafeElement> _open = [];

    public bool IsFull => false;

    public string Styles => _styles.ToString();

    public int RemotePictures => attributes.RemotePictures;

    public string? SilentName(ReadOnlySpan<char> name) => name.Length is < 3 or > 8 ? null : HtmlWalk.OneOf(Unread, name);

    public void Silent(string name, ReadOnlySpan<char> content)
    {
        if (name == "style" && _styles.Length + content.Length <= SafeSheet.Longest)
            SafeSheet.Append(content, _styles);
    }

    // A reference to a character stays one, and is never more than text.
    public void Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("<>\0") is >= 0 and var at)
        {
            _written.Append(text[..at]).Append(text[at] switch { '<' => "&lt;", '>' => "&gt;", _ => "" });
            text = text[(at + 1)..];
        }
        _written.Append(text);
    }

    public void Tag(HtmlTag tag)
    {
        if (SafeElement.Named(tag.Name) is not { } element)
            return;
        if (tag.IsEnd)
            Close(element);
        else if (element.IsEmpty)
            Write(element, tag);
        else
            Open(element, tag);
    }

    public string End()
    {
        CloseTo(0);
        return _written.ToString();
    }

    private void Open(SafeElement element, HtmlTag tag)
    {
        if (element.Ends(_open) is >= 0 and var implied)
            CloseTo(implied);
        if (_open.Count == Deepest)
            return;
        _open.Add(element);
        Write(element, tag);
    }

    private void Write(SafeElement element, HtmlTag tag)
    {
        _written.Append('<').Append(element.Written);
        attributes.Append(element, tag.Attributes, _written);
        _written.Append('>');
    }

    // An end tag that belongs to nothing within reach is forgotten: one astray in a cell doesn't end the table.
    private void Close(SafeElement element)
    {
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            if (_open[at] == element)
            {
                CloseTo(at);
                return;
            }
            if (_open[at].Holds(element))
                return;
        }
    }

    private void CloseTo(int depth)
    {
        for (; _open.Count > depth; _open.RemoveAt(_open.Count - 1))
            _written.Append("</").Append(_open[^1].Written).Append('>');
    }
}
