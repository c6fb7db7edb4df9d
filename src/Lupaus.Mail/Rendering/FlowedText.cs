using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Rendering;

/// <summary>Joins the lines of format=flowed into the paragraphs they were (RFC 3676), in place: the text only gets shorter.</summary>
internal static class FlowedText
{
    public static void Unflow(CharBuffer buffer, int start, bool deletesSpace)
    {
        var text = buffer.Written[start..];
        int at = 0, written = 0, depth = -1;
        while (at < text.Length)
        {
            var end = text[at..].IndexOf('\n');
            var isLast = end < 0;
            var line = text.Slice(at, isLast ? text.Length - at : end);
            var next = at + line.Length + (isLast ? 0 : 1);
            var quotes = line.IndexOfAnyExcept('>');
            quotes = quotes < 0 ? line.Length : quotes;
            var content = line[quotes..];
            var stuffed = content.StartsWith(" ") ? content[1..] : content;
            var isSignature = stuffed.SequenceEqual("-- ");
            if (depth >= 0 && (depth != quotes || isSignature))
            {
                text[written++] = '\n';
                depth = -1;
            }
            // The first line of a paragraph keeps its marks and, after them, its space.
            var kept = depth >= 0 ? stuffed : quotes > 0 ? line : stuffed;
            var flows = !isSignature && stuffed.EndsWith(" ") && !isLast;
            if (flows && deletesSpace)
                kept = kept[..^1];
            kept.CopyTo(text[written..]);
            written += kept.Length;
            depth = flows ? quotes : -1;
            if (!flows && !isLast)
                text[written++] = '\n';
            at = next;
        }
        buffer.CutTo(start + written);
    }
}
