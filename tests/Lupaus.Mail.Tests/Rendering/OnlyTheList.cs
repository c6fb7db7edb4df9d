using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lupaus.Mail.Rendering;

namespace Lupaus.Mail.Tests.Rendering;

/// <summary>Reads what came out as a browser reads it, and says what stands there that isn't on this list: one of its own, and not the cleaner's.</summary>
internal static class OnlyTheList
{
    private static readonly HashSet<string> Elements = [.. (
        "html head style body a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer " +
        "h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr").Split(' ')];

    private static readonly HashSet<string> Attributes = [.. (
        "align alt bgcolor border bordercolor cellpadding cellspacing class clear color colspan dir face height href hspace id lang noshade nowrap rel reversed role rowspan size span src start style target title type valign value vspace width").Split(' ')];

    private static readonly string[] NeverInStyles = ["url", "\\", "@import", "@font-face", "expression", "position", "z-index", "behavior", "binding", "content:", "cursor", "image", "attr(", "var(", "<", "javascript", "http"];

    public static IEnumerable<string> WhatIsWrongIn(SafeHtml safe) => WhatIsWrongIn(safe.Body, safe.Styles);

    public static IEnumerable<string> WhatIsWrongIn(string body, string styles)
    {
        foreach (var never in NeverInStyles.Where(n => styles.Contains(n, StringComparison.OrdinalIgnoreCase)))
            yield return $"{never} in the sheet";
        var page = new HtmlParser().ParseDocument($"<!doctype html><html><head><style>{styles}</style></head><body>{body}</body></html>");
        foreach (var element in page.All)
        {
            if (!Elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
                yield return $"<{element.LocalName}>";
            foreach (var attribute in element.Attributes.Where(a => IsWrong(element, a)))
                yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
        }
        if (page.All.Length > 0 && page.Head!.Children.Length != 1)
            yield return "the head";
        if (page.Descendants().Any(n => n.NodeType == NodeType.Comment))
            yield return "a comment";
    }

    private static bool IsWrong(IElement element, IAttr attribute) => !Attributes.Contains(attribute.Name) || attribute.Name switch
    {
        "href" => element.LocalName != "a" || !(Starts(attribute, "http://") || Starts(attribute, "https://") || Starts(attribute, "mailto:") || Starts(attribute, "tel:")) || element.GetAttribute("rel") != "noopener noreferrer" || element.GetAttribute("target") != "_blank",
        "src" => element.LocalName != "img" || !Starts(attribute, "/pictures/"),
        "target" or "rel" => element.LocalName != "a",
        "style" => NeverInStyles.Any(n => attribute.Value.Contains(n, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool Starts(IAttr attribute, string with) => attribute.Value.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
