using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Rendering;

/// <summary>Reads HTML as a person would read it aloud: paragraphs, lists, links with where they lead, quotes with their marks.</summary>
internal static class HtmlText
{
    /// <summary>Appends the text, lines ended by \n, without one at the end.</summary>
    public static void Render(ReadOnlySpan<char> html, CharBuffer into)
    {
        var page = new HtmlPage(into, html.Length + 256);
        HtmlWalk.Through(html, page);
        page.End();
    }
}
