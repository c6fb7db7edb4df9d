using System.Buffers;
using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Rendering;

/// <summary>Lays the text of a page out in lines, tag by tag.</summary>
internal sealed class HtmlPage(CharBuffer into, int longest) : IHtmlReader
{
    private static readonly string[] Unread = ["style", "script", "title", "noscript", "template", "svg"];
    private const int DeepestQuote = 5, LongestLink = 300;
    private static readonly SearchValues<char> Specials = SearchValues.Create(" \n\t\r&\u00AD\u200B\uFEFF\u034F\u00A0");
    private readonly int _start = into.Length;
    private readonly List<int> _lists = [];
    private int _lineStart = into.Length;
    private int _contentStart = into.Length;
    private int _blankLines = 2;
    private int _quotes;
    private int _pre;
    private int _linkStart = -1;
    private string _link = "";
    private int _bulletEnd = -1;
    private bool _spacePending;
    private bool _tight;

    public bool IsFull => into.Length - _start > longest;

    public string? SilentName(ReadOnlySpan<char> name) => name.Length is < 3 or > 8 ? null : HtmlWalk.OneOf(Unread, name);

    public void Silent(string name, ReadOnlySpan<char> content)
    {
    }

    private bool HasLine => into.Length > _contentStart;

    public void Text(ReadOnlySpan<char> text)
    {
        if (_pre > 0)
        {
            PreText(text);
            return;
        }
        while (!text.IsEmpty)
        {
            var run = text.IndexOfAny(Specials);
            if (run != 0)
                Word(run < 0 ? text : text[..run]);
            if (run < 0)
                return;
            text = text[run..];
            text = text[Special(text)..];
        }
    }

    public void Tag(HtmlTag tag)
    {
        if (tag.Name.Length > 10)
            return;
        Span<char> lower = stackalloc char[10];
        var name = lower[..tag.Name.Length];
        for (var i = 0; i < name.Length; i++)
            name[i] = (char)(tag.Name[i] is >= 'A' and <= 'Z' ? tag.Name[i] | ' ' : tag.Name[i]);
        switch (name)
        {
            case "br":
                NewLine();
                break;
            case "p":
                Paragraph(tag.IsEnd, tag.Attribute("class").StartsWith("MsoNormal"));
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table":
                BlankLine();
                break;
            case "div" or "tr" or "section" or "article" or "header" or "footer" or "address" or "dt" or "dd" or "center" or "form" or "main" or "nav" or "figure" or "body" or "caption":
                EndLine();
                break;
            case "td" or "th":
                if (!tag.IsEnd && HasLine)
                    Word("  ");
                break;
            case "ul" or "ol":
                List(tag.IsEnd, name is "ol");
                break;
            case "li":
                Item(tag.IsEnd);
                break;
            case "hr":
                EndLine();
                Word("---");
                EndLine();
                break;
            case "blockquote":
                Quote(tag.IsEnd);
                break;
            case "pre":
                BlankLine();
                _pre = Math.Max(0, _pre + (tag.IsEnd ? -1 : 1));
                break;
            case "a":
                Link(tag);
                break;
            case "img":
                Picture(tag.Attribute("alt"));
                break;
        }
    }

    public void End()
    {
        var text = into.Written[_start..];
        into.CutTo(_start + text.TrimEnd(" \n>").Length);
    }

    private void PreText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var run = text.IndexOfAny('\n', '&');
            if (run != 0)
                Word(run < 0 ? text : text[..run]);
            if (run < 0)
                return;
            if (text[run] == '\n')
            {
                NewLine();
                text = text[(run + 1)..];
            }
            else
            {
                OpenLine();
                text = text[(run + Entities.Append(text[run..], into))..];
            }
        }
    }

    private int Special(ReadOnlySpan<char> text)
    {
        if (text[0] is ' ' or '\n' or '\t' or '\r')
        {
            _spacePending |= HasLine;
            var end = text.IndexOfAnyExcept(" \n\t\r");
            return end < 0 ? text.Length : end;
        }
        if (text[0] == '&')
            return Entity(text);
        if (text[0] == '\u00A0')
            Word(" ");
        return 1;
    }

    private int Entity(ReadOnlySpan<char> text)
    {
        OpenLine();
        var start = into.Length;
        var taken = Entities.Append(text, into);
        if (into.Length > start && into.Written[start] is '\u00AD' or '\u200B' or '\uFEFF' or '\u034F' or '\u200C')
            into.CutTo(start);
        else if (into.Length > start && into.Written[start] == '\u00A0')
            into.Written[start] = ' ';
        return taken;
    }

    private void Word(ReadOnlySpan<char> word)
    {
        OpenLine();
        into.Append(word);
    }

    private void OpenLine()
    {
        if (into.Length == _lineStart && _quotes > 0)
        {
            for (var i = 0; i < Math.Min(_quotes, DeepestQuote); i++)
                into.Append("> ");
            _contentStart = into.Length;
        }
        if (_spacePending && HasLine && into.Written[^1] != ' ')
            into.Append(' ');
        _spacePending = false;
    }

    private void EndLine()
    {
        if (HasLine && into.Length != _bulletEnd)
            NewLine();
    }

    private void NewLine()
    {
        _spacePending = false;
        var line = into.Written[_contentStart..].TrimEnd(' ');
        var isBlank = line.IsEmpty;
        into.CutTo(isBlank ? _lineStart : _contentStart + line.Length);
        if (isBlank && _blankLines >= 2)
        {
            _contentStart = into.Length;
            return;
        }
        if (isBlank && _quotes > 0)
            into.Append('>');
        _blankLines = isBlank ? _blankLines + 1 : 0;
        into.Append('\n');
        _lineStart = _contentStart = into.Length;
    }

    private void BlankLine()
    {
        EndLine();
        if (_blankLines == 0 && into.Length != _bulletEnd)
            NewLine();
    }

    // Outlook writes every line as a paragraph without space around it.
    private void Paragraph(bool isEnd, bool isOutlooks)
    {
        if (isOutlooks)
            _tight = true;
        if (_tight)
            EndLine();
        else
            BlankLine();
        if (isEnd)
            _tight = false;
    }

    private void List(bool isEnd, bool isNumbered)
    {
        if (_lists.Count == (isEnd ? 1 : 0))
            BlankLine();
        else
            EndLine();
        if (!isEnd && _lists.Count < 10)
            _lists.Add(isNumbered ? 1 : 0);
        else if (isEnd && _lists.Count > 0)
            _lists.RemoveAt(_lists.Count - 1);
    }

    private void Item(bool isEnd)
    {
        _bulletEnd = -1;
        EndLine();
        if (isEnd)
            return;
        for (var i = 1; i < _lists.Count; i++)
            Word("  ");
        if (_lists is [.., > 0])
            Word($"{_lists[^1]++}. ");
        else
            Word("- ");
        _bulletEnd = into.Length;
    }

    private void Quote(bool isEnd)
    {
        if (isEnd)
            EndLine();
        else
            BlankLine();
        _quotes = Math.Max(0, _quotes + (isEnd ? -1 : 1));
        BlankLine();
    }

    private void Link(HtmlTag tag)
    {
        if (_linkStart >= 0)
            CloseLink();
        if (tag.IsEnd)
            return;
        var href = tag.Attribute("href").Trim(" \n\t");
        if (href.Length is 0 or > LongestLink || !(href.StartsWith("http", StringComparison.OrdinalIgnoreCase) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)))
            return;
        _link = href.IndexOfAny(" \n\t") < 0 ? href.ToString().Replace("&amp;", "&", StringComparison.Ordinal) : "";
        _linkStart = into.Length;
    }

    // A link that says where it leads needs no address after it.
    private void CloseLink()
    {
        var start = Math.Min(_linkStart, into.Length);
        _linkStart = -1;
        var text = into.Written[start..].Trim();
        var place = _link.AsSpan();
        if (place.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            place = place[7..];
        var bare = place[(place.IndexOf("://") is >= 0 and var scheme ? scheme + 3 : 0)..].TrimEnd('/');
        if (text.IsEmpty || bare.IsEmpty || text.Length > 500 || text.Contains(bare, StringComparison.OrdinalIgnoreCase))
            return;
        _spacePending = false;
        into.Append(" <");
        into.Append(place);
        into.Append('>');
    }

    private void Picture(ReadOnlySpan<char> alt)
    {
        alt = alt.Trim();
        if (alt.Length is 0 or > 200)
            return;
        Word("[");
        Text(alt);
        Word("]");
    }
}
