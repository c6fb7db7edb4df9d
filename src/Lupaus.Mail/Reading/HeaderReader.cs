using System.Text;

namespace Lupaus.Mail.Reading;

/// <summary>Reads one header, field by field, and finds where it ends (RFC 5322, 2.2; RFC 2045, section 3).</summary>
internal sealed class HeaderReader(ReadOnlyMemory<byte> message, byte newline, ReadingLimits limits, RepairLog log)
{
    private const int LongestName = 100, LinesAhead = 5;
    private int _left = limits.HeaderFields;

    /// <summary>Reads from <paramref name="at"/>, and leaves it where the body begins.</summary>
    public HeaderFields Read(ref int at, Func<int, bool> isBoundary)
    {
        List<HeaderField>? fields = null;
        var bytes = message.Span;
        while (at < bytes.Length)
        {
            var end = LineEnd(at, out var next);
            if (IsBlank(at, end, next))
            {
                at = next;
                break;
            }
            if (bytes[at] == '-' && isBoundary(at))
            {
                log.Add(Repair.BlankLineMissing);
                break;
            }
            var colon = NameEnd(bytes[at..end]);
            if (colon < 0 && !SkipsBroken(at, next, fields is null))
                break;
            var start = at;
            at = AfterContinuations(next);
            if (colon >= 0)
                Add(ref fields, start, colon, at);
        }
        return fields is null ? HeaderFields.None : new HeaderFields(fields);
    }

    public int LineEnd(int at, out int next)
    {
        var length = message.Span[at..].IndexOf(newline);
        next = length < 0 ? message.Length : at + length + 1;
        var end = length < 0 ? message.Length : at + length;
        while (end > at && message.Span[end - 1] is (byte)'\r' or (byte)'\n')
            end--;
        return end;
    }

    private void Add(ref List<HeaderField>? fields, int start, int colon, int end)
    {
        if (_left-- <= 0)
        {
            log.Add(Repair.HeadersTooMany);
            return;
        }
        var name = Encoding.ASCII.GetString(message.Span.Slice(start, colon).TrimEnd(" \t"u8));
        var value = message[(start + colon + 1)..end];
        if (value.Length > limits.HeaderLength)
        {
            log.Add(Repair.HeaderTooLong);
            value = value[..limits.HeaderLength];
        }
        (fields ??= []).Add(new HeaderField(name, value));
    }

    // A line of white space ends the header too, unless more of the header follows.
    private bool IsBlank(int at, int end, int next)
    {
        if (end == at)
            return true;
        var bytes = message.Span;
        return bytes[at] is (byte)' ' or (byte)'\t' && bytes[at..end].Trim(" \t"u8).IsEmpty && !IsHeaderLine(next);
    }

    private int AfterContinuations(int at)
    {
        var bytes = message.Span;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
        {
            var end = LineEnd(at, out var next);
            if (bytes[at..end].Trim(" \t"u8).IsEmpty && !IsHeaderLine(next) && !IsContinuation(next))
                break;
            at = next;
        }
        return at;
    }

    private bool IsContinuation(int at) => at < message.Length && message.Span[at] is (byte)' ' or (byte)'\t' && LineEnd(at, out _) is var end && !message.Span[at..end].Trim(" \t"u8).IsEmpty;

    // A line without a name: an mbox's first, or dirt amid the header when a well-known field follows, or else the body.
    private bool SkipsBroken(int at, int next, bool isFirst)
    {
        var line = message.Span[at..];
        if (isFirst && (line.StartsWith("From "u8) || line.StartsWith(">From "u8)))
        {
            log.Add(Repair.MboxFrom);
            return true;
        }
        if (KnownFieldFollows(next))
        {
            log.Add(Repair.HeaderBroken);
            return true;
        }
        log.Add(Repair.BlankLineMissing);
        return false;
    }

    private bool IsHeaderLine(int at) => at < message.Length && LineEnd(at, out _) is var end && NameEnd(message.Span[at..end]) > 0;

    // A few lines ahead at most: then it is the body after all.
    private bool KnownFieldFollows(int at)
    {
        for (var lines = 0; lines < LinesAhead && at < message.Length; lines++)
        {
            if (IsKnownField(at))
                return true;
            if (!IsHeaderLine(at) && !IsContinuation(at))
                return false;
            LineEnd(at, out at);
        }
        return false;
    }

    private bool IsKnownField(int at)
    {
        var line = message.Span[at..LineEnd(at, out _)];
        var colon = NameEnd(line);
        if (colon <= 0)
            return false;
        var name = line[..colon].TrimEnd(" \t"u8);
        foreach (var known in KnownNames)
        {
            if (Ascii.EqualsIgnoreCase(name, known))
                return true;
        }
        return name.Length > 2 && (Ascii.EqualsIgnoreCase(name[..2], "x-"u8) || (name.Length > 8 && Ascii.EqualsIgnoreCase(name[..8], "content-"u8)));
    }

    private static readonly string[] KnownNames =
    [
        "from", "to", "cc", "bcc", "subject", "date", "message-id", "reply-to", "sender", "received", "return-path", "mime-version", "in-reply-to", "references",
        "user-agent", "list-id", "list-unsubscribe", "dkim-signature", "authentication-results", "delivered-to", "importance", "thread-index", "thread-topic", "accept-language", "auto-submitted", "precedence",
    ];

    /// <summary>Where the colon stands after a name of printable ASCII; spaces may stand before it (RFC 5322, 4.5.8). Negative when there is none.</summary>
    private static int NameEnd(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        if (colon <= 0)
            return -1;
        var name = line[..colon].TrimEnd(" \t"u8);
        return name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? -1 : colon;
    }
}
