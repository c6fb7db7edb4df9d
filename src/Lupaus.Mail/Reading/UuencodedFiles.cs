using System.Buffers;
using System.Text;
using Lupaus.Mail.Coding;
using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Reading;

/// <summary>Takes uuencoded files out of a text: "begin 644 name", lines, "end". What only looks like one stays in the text.</summary>
internal static class UuencodedFiles
{
    public static void Take(CharBuffer buffer, int start, List<Attachment> into, ReadingLimits limits, RepairLog log)
    {
        var text = buffer.Written[start..];
        if (!text.Contains("begin ", StringComparison.Ordinal))
            return;
        int at = 0, written = 0;
        while (into.Count < limits.UuencodedFiles && NextFile(text, at) is { } file)
        {
            text[at..file.Begin].CopyTo(text[written..]);
            written += file.Begin - at;
            into.Add(Decoded(text[file.Lines..file.End], file.Name, limits, log));
            at = file.Next;
        }
        if (at == 0)
            return;
        text[at..].CopyTo(text[written..]);
        buffer.CutTo(start + written + text.Length - at);
    }

    private readonly record struct FileText(string Name, int Begin, int Lines, int End, int Next);

    private static FileText? NextFile(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length;)
        {
            var hit = text[at..].IndexOf("begin ");
            if (hit < 0)
                return null;
            var begin = at + hit;
            at = begin + 6;
            if ((begin == 0 || text[begin - 1] == '\n') && FileAt(text, begin) is { } file)
                return file;
        }
        return null;
    }

    private static FileText? FileAt(ReadOnlySpan<char> text, int begin)
    {
        var lines = After(text, begin);
        var name = NameIn(text[(begin + 6)..lines].TrimEnd('\n'));
        if (name is null || !Uuencode.IsLine(LineAt(text, lines)))
            return null;
        var end = lines;
        while (end < text.Length && LineAt(text, end) is var line && !line.SequenceEqual("end") && Uuencode.IsLine(line.IsEmpty ? " " : line))
            end = After(text, end);
        var next = LineAt(text, end).SequenceEqual("end") ? After(text, end) : end;
        return new FileText(name, begin, lines, end, next);
    }

    // Three or four octal digits and a name.
    private static string? NameIn(ReadOnlySpan<char> line)
    {
        var space = line.IndexOf(' ');
        if (space is not (3 or 4) || line[..space].ContainsAnyExceptInRange('0', '7') || line.Length > 300)
            return null;
        var name = line[(space + 1)..].Trim();
        return name.IsEmpty ? null : name.ToString().ReplaceControls();
    }

    private static Attachment Decoded(ReadOnlySpan<char> lines, string name, ReadingLimits limits, RepairLog log)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(lines.Length);
        var content = ArrayPool<byte>.Shared.Rent(lines.Length + 8);
        Ascii.FromUtf16(lines, bytes, out var length);
        var size = Uuencode.Decode(bytes.AsSpan(0, length), content, out var broken);
        if (broken)
            log.Add(Repair.UuencodeBroken);
        var attachment = new Attachment(name, content[..size], limits);
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<byte>.Shared.Return(content);
        return attachment;
    }

    private static ReadOnlySpan<char> LineAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[Math.Min(at, text.Length)..];
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int After(ReadOnlySpan<char> text, int at)
    {
        var end = text[at..].IndexOf('\n');
        return end < 0 ? text.Length : at + end + 1;
    }
}
