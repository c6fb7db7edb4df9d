namespace Lupaus.Mail.Reading;

/// <summary>Finds which attachments the HTML shows: src="cid:…" and its relatives (RFC 2392).</summary>
internal static class CidReferences
{
    private const int Most = 2000;

    public static void Mark(List<Attachment> attachments, string? html)
    {
        if (html is null || !attachments.Exists(a => a.ContentId is not null))
            return;
        var named = Named(html);
        foreach (var attachment in attachments)
            attachment.IsReferenced = attachment.ContentId is { } id && (named.Contains(id) || named.Contains(Uri.UnescapeDataString(id)));
    }

    private static HashSet<string> Named(string html)
    {
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (named.Count < Most && html.IndexOf("cid:", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found)
        {
            at = found + 4;
            var rest = html.AsSpan(at, Math.Min(300, html.Length - at));
            var end = rest.IndexOfAny(" \"'<>)\t\n");
            if (end > 0)
                named.Add(Uri.UnescapeDataString(rest[..end].ToString()));
        }
        return named;
    }
}
