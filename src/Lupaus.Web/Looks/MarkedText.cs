using System.Net;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lupaus.Web.Looks;

/// <summary>A place in a text where one of ours is called by name.</summary>
public readonly record struct CalledByName(int At, int Length, bool IsReader);

/// <summary>
/// What one of ours wrote, with its Markdown (CommonMark, and strikethrough) as HTML. A line break stays a line break.
/// HTML in it is text; links lead to the web, to mail or to a telephone; a picture is a file of the same message, by name.
/// Headings and indented code are left out: in a letter a hash or an indent is seldom meant so.
/// </summary>
internal static class MarkedText
{
    private static readonly MarkdownPipeline Pipeline = Built();

    /// <param name="picture">The address of the message's picture with that name; null when it has none.</param>
    /// <param name="called">Where a text calls one of ours by name.</param>
    /// <param name="looks">The style of an element, by its name, where no style sheet gives it one.</param>
    public static string ToHtml(string text, Func<string, string?> picture, Func<string, IEnumerable<CalledByName>>? called = null, IReadOnlyDictionary<string, string>? looks = null)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException) // nested deeper than anybody writes
        {
            return $"<p>{WebUtility.HtmlEncode(text)}</p>";
        }
        foreach (var part in looks is null ? [] : document.Descendants())
        {
            if (looks!.TryGetValue(Element(part), out var look))
                part.GetAttributes().AddProperty("style", look);
        }
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links(picture));
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AutoLinks());
        if (called is not null)
            renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new Names(called));
        renderer.Render(document);
        return html.ToString();
    }

    private static MarkdownPipeline Built()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 64 }
            .DisableHtml().UseAutoLinks().UseSoftlineBreakAsHardlineBreak()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new ParagraphBlockParser { ParseSetextHeadings = false });
        return builder.Build();
    }

    private static string Element(MarkdownObject part) => part switch
    {
        QuoteBlock => "blockquote",
        ListBlock => "list",
        CodeBlock => "pre",
        ThematicBreakBlock => "hr",
        LinkInline { IsImage: true } => "img",
        _ => "",
    };

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto" or "tel");

    private sealed class Links(Func<string, string?> picture) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link.IsImage)
                WritePicture(renderer, link);
            else if (IsAllowed(link.Url))
                WriteLink(renderer, link);
            else
                renderer.WriteChildren(link);
        }

        private static void WriteLink(HtmlRenderer renderer, LinkInline link)
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(link.Url).Write("\" rel=\"noopener nofollow ugc\">");
            renderer.WriteChildren(link);
            renderer.Write("</a>");
        }

        private void WritePicture(HtmlRenderer renderer, LinkInline link)
        {
            var words = Words(link);
            if (link.Url is { } name && picture(Uri.UnescapeDataString(name)) is { } address)
                renderer.Write("<img src=\"").WriteEscapeUrl(address).Write("\" alt=\"").WriteEscape(words).Write("\" loading=\"lazy\"").WriteAttributes(link).Write(">");
            else
                renderer.WriteEscape(words);
        }

        private static string Words(ContainerInline link) => string.Concat(link.FindDescendants<LiteralInline>().Select(l => l.Content.ToString()));
    }

    private sealed class Names(Func<string, IEnumerable<CalledByName>> called) : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline literal)
        {
            var (text, written) = (literal.Content.ToString(), 0);
            foreach (var name in renderer.EnableHtmlForInline ? called(text) : [])
            {
                renderer.WriteEscape(text, written, name.At - written);
                renderer.Write(name.IsReader ? "<b class=\"called me\">" : "<b class=\"called\">").WriteEscape(text, name.At, name.Length).Write("</b>");
                written = name.At + name.Length;
            }
            renderer.WriteEscape(text, written, text.Length - written);
        }
    }

    private sealed class AutoLinks : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            var url = link.IsEmail ? "mailto:" + link.Url : link.Url;
            if (IsAllowed(url))
                renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"noopener nofollow ugc\">").WriteEscape(link.Url).Write("</a>");
            else
                renderer.WriteEscape(link.Url);
        }
    }
}
