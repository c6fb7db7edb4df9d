namespace Lupaus.Mail.Rendering;

/// <summary>
/// A mail's HTML with nothing left in it but what only looks like something: elements, attributes and styles of a short list,
/// links to the web, to mail and to telephones, and pictures. What isn't on the list is gone, its text is kept. It is written
/// anew from what was understood, so what a browser would understand otherwise never gets through.
/// </summary>
public sealed class SafeHtml
{
    private SafeHtml(string body, string styles, int remotePictures) => (Body, Styles, RemotePictures) = (body, styles, remotePictures);

    /// <summary>What belongs between the tags of a body; each element is closed, and none lies within more than 400 others.</summary>
    public string Body { get; }

    /// <summary>What belongs between the tags of a style element; empty when there is none.</summary>
    public string Styles { get; }

    /// <summary>How many pictures lie on somebody else's machine: to fetch them tells the sender that the mail is being read.</summary>
    public int RemotePictures { get; }

    /// <summary>Makes HTML safe to show. It never throws, and takes time and memory in proportion to the HTML.</summary>
    /// <param name="html">As it was sent.</param>
    /// <param name="picture">The address of the picture that came with the mail under that Content-ID; null when there is none.</param>
    /// <param name="fetches">Whether the addresses of pictures elsewhere are kept.</param>
    public static SafeHtml Of(string html, Func<string, string?> picture, bool fetches)
    {
        var page = new SafePage(html.Length, new SafeAttributes(picture, fetches));
        HtmlWalk.Through(html, page);
        return new SafeHtml(page.End(), page.Styles, page.RemotePictures);
    }

    /// <summary>Whether pictures on somebody else's machine belong to it, without making anything of it.</summary>
    public static bool Fetches(string html)
    {
        var scan = new TagScan(html);
        for (var at = 0; (at = html.IndexOf("<img", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 4)
        {
            var length = scan.LengthAt(at);
            if (length > 4 && SafeAttributes.IsRemote(new HtmlTag("img", false, html.AsSpan(at + 4, length - 5)).Attribute("src").Trim()))
                return true;
        }
        return false;
    }
}
