using System.Collections.Frozen;

namespace Lupaus.Mail.Rendering;

/// <summary>An element that only looks like something.</summary>
internal sealed class SafeElement
{
    private const string Blocks = "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul";
    private const string Inline = "a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr";
    private const string Tables = "caption col colgroup tbody td tfoot th thead tr";

    private static readonly FrozenDictionary<string, SafeElement>.AlternateLookup<ReadOnlySpan<char>> All =
        Blocks.Split(' ').Select(name => new SafeElement(name, isBlock: true)).Concat($"{Inline} {Tables}".Split(' ').Select(name => new SafeElement(name, isBlock: false)))
            .ToFrozenDictionary(e => e.Name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Part _part;
    private readonly bool _isBlock;

    private SafeElement(string name, bool isBlock) => (Name, _isBlock, Written, IsEmpty, _part) = (
        name, isBlock, name is "body" or "fieldset" ? "div" : name, name is "br" or "hr" or "img" or "wbr" or "col", name switch
        {
            "a" => Part.Link,
            "p" => Part.Paragraph,
            "li" => Part.Item,
            "ul" or "ol" => Part.List,
            "dt" or "dd" => Part.Term,
            "dl" => Part.Terms,
            "td" or "th" or "caption" => Part.Cell,
            "tr" => Part.Row,
            "tbody" or "thead" or "tfoot" or "colgroup" or "col" => Part.Rows,
            "table" => Part.Table,
            "body" => Part.Body,
            _ => Part.None,
        });

    /// <summary>What it is to those around it.</summary>
    private enum Part { None, Link, Paragraph, Item, List, Term, Terms, Cell, Row, Rows, Table, Body }

    public string Name { get; }

    /// <summary>It has no content and no end tag.</summary>
    public bool IsEmpty { get; }

    /// <summary>The page it is shown in has a body of its own.</summary>
    public string Written { get; }

    private bool IsOfTable => _part is Part.Cell or Part.Row or Part.Rows;

    public static SafeElement? Named(ReadOnlySpan<char> name) => All.TryGetValue(name, out var element) ? element : null;

    /// <summary>Whether that one's end tag, standing within this, ends nothing outside.</summary>
    public bool Holds(SafeElement other) => other._part == Part.Body || (other._part != Part.Table && (_part == Part.Table || (_part == Part.Cell && !other.IsOfTable)));

    /// <summary>From where on the open elements end when this begins (HTML, 13.1.2.4); -1 when none does.</summary>
    public int Ends(List<SafeElement> open)
    {
        var ends = -1;
        if (!_isBlock && !IsOfTable && _part != Part.Link)
            return ends;
        for (var at = open.Count - 1; at >= 0 && !open[at].IsBeyond(this); at--)
        {
            if (EndsOne(open[at]._part))
                ends = at;
        }
        return ends;
    }

    private bool EndsOne(Part before) => _part switch
    {
        Part.Link => before == Part.Link,
        Part.Item or Part.Term => before == _part || before == Part.Paragraph,
        Part.Cell => before == Part.Cell,
        Part.Row => before is Part.Cell or Part.Row,
        Part.Rows => before is Part.Cell or Part.Row or Part.Rows,
        _ => before == Part.Paragraph,
    };

    private bool IsBeyond(SafeElement next) => _part switch
    {
        Part.Table => true,
        Part.Cell => !next.IsOfTable,
        Part.List => next._part == Part.Item,
        Part.Terms => next._part == Part.Term,
        _ => false,
    };
}
