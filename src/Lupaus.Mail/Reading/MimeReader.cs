using System.Buffers;
using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Reading;

/// <summary>
/// Takes a message apart in one walk from its first byte to its last (RFC 2046, 5.1). All open boundaries are watched at once, so a
/// multipart that isn't closed ends where an outer one goes on. Nothing is copied: parts are slices of the message.
/// </summary>
internal sealed class MimeReader
{
    private const int LongestBoundary = 250;
    private readonly ReadOnlyMemory<byte> _message;
    private readonly ReadingLimits _limits;
    private readonly RepairLog _log;
    private readonly HeaderReader _headers;
    private readonly Func<int, bool> _isBoundary;
    private readonly List<byte[]> _open = [];
    private readonly byte _newline;
    private readonly bool[] _first = new bool[256];
    private int _partsLeft;
    private int _at;
    private BoundaryLine _found;

    private MimeReader(ReadOnlyMemory<byte> message, ReadingLimits limits, RepairLog log)
    {
        (_message, _limits, _log) = (message, limits, log);
        _newline = NewlineOf(message.Span);
        if (_newline == '\r')
            log.Add(Repair.BareCr);
        else if (message.Span.Count("\r\n"u8) is > 0 and var both && both < message.Span.Count((byte)'\n'))
            log.Add(Repair.MixedLineEnds);
        _headers = new HeaderReader(message, _newline, limits, log);
        _isBoundary = at => BoundaryAt(at).Level >= 0;
        _partsLeft = limits.Parts;
    }

    /// <summary>Where a boundary line was found: of which open multipart, counted from the outermost; -1 is the end of the message.</summary>
    private readonly record struct BoundaryLine(int Level, bool Closes, int Start, int Next);

    private ReadOnlySpan<byte> Bytes => _message.Span;

    /// <param name="depth">How deep the message itself lies in others.</param>
    public static MimePart Read(ReadOnlyMemory<byte> message, ReadingLimits limits, RepairLog log, int depth = 0) =>
        new MimeReader(message, limits, log).ReadPart(depth, false);

    /// <summary>Only the header of a message.</summary>
    public static HeaderFields ReadHeader(ReadOnlyMemory<byte> message, ReadingLimits limits, RepairLog log)
    {
        var reader = new MimeReader(message, limits, log);
        return reader._headers.Read(ref reader._at, reader._isBoundary);
    }

    private MimePart ReadPart(int depth, bool inDigest)
    {
        _partsLeft--;
        var part = new MimePart(_headers.Read(ref _at, _isBoundary), inDigest, _log);
        if (part.IsMultipart)
            ReadMultipart(part, depth);
        else
            ReadLeaf(part);
        return part;
    }

    private void ReadLeaf(MimePart part)
    {
        var start = _at;
        _found = NextBoundary(start);
        part.Body = _message[start..BodyEnd(start, _found.Start)];
    }

    private void ReadMultipart(MimePart part, int depth)
    {
        if (depth >= _limits.Depth)
        {
            _log.Add(Repair.TooDeep);
            ReadLeaf(part);
            return;
        }
        if (part.Encoding is TransferEncoding.Base64 or TransferEncoding.QuotedPrintable)
            _log.Add(Repair.EncodingOnMultipart);
        var start = _at;
        var level = _open.Count;
        if (!Opens(part, level))
        {
            (_at, _found) = (start, default);
            ReadAsLeaf(part, depth);
            return;
        }
        ReadChildren(part, level, depth);
        _open.RemoveAt(level);
        if (_found.Level == level)
            _found = NextBoundary(_found.Next);
        else
            _log.Add(Repair.MultipartUnclosed);
        part.Body = _message[start..BodyEnd(start, _found.Start)];
    }

    private void ReadChildren(MimePart part, int level, int depth)
    {
        part.Children = [];
        var inDigest = part.Type.Value == "multipart/digest";
        while (_found.Level == level && !_found.Closes)
        {
            if (_partsLeft <= 0)
            {
                _log.Add(Repair.PartsTooMany);
                _found = End;
                return;
            }
            _at = _found.Next;
            part.Children.Add(ReadPart(depth + 1, inDigest));
        }
    }

    // Finds the first boundary: the one that is named, or the first line that looks like one when that never comes.
    private bool Opens(MimePart part, int level)
    {
        if (part.Type["boundary"] is { Length: > 0 and <= LongestBoundary } named && named.TrimEnd().Length > 0)
        {
            Open(Charsets.Utf8.GetBytes(named.TrimEnd()));
            _found = NextBoundary(_at);
            if (_found.Level == level && !_found.Closes)
                return true;
            _open.RemoveAt(level);
        }
        _log.Add(Repair.BoundaryMissing);
        if (GuessedBoundary() is not { } guessed)
            return false;
        Open(guessed);
        _found = NextBoundary(_at);
        if (_found.Level == level && !_found.Closes)
            return true;
        _open.RemoveAt(level);
        return false;
    }

    // A glance at its first letter tells most lines from a boundary. Those of boundaries that are closed do no harm.
    private void Open(byte[] boundary)
    {
        _open.Add(boundary);
        _first[boundary[0]] = true;
    }

    // Only a line at the very top of the body is trusted: elsewhere "--" begins signatures and tables.
    private byte[]? GuessedBoundary()
    {
        var at = _at;
        for (var lines = 0; lines < 20 && at < Bytes.Length; lines++)
        {
            var end = _headers.LineEnd(at, out var next);
            var line = Bytes[at..end].TrimEnd(" \t"u8);
            if (line.Length is > 4 and < LongestBoundary && line.StartsWith("--"u8) && !line.Contains((byte)' ') && IsFollowedByHeader(next))
                return line[2..].ToArray();
            at = next;
        }
        return null;
    }

    private bool IsFollowedByHeader(int at)
    {
        if (at >= Bytes.Length)
            return false;
        var line = Bytes[at.._headers.LineEnd(at, out _)];
        return line.IsEmpty || line.StartsWith("Content-"u8) || line.StartsWith("content-"u8);
    }

    // No boundary at all: the body may still be encoded as a whole, which some do; otherwise it is shown as the text it is.
    private void ReadAsLeaf(MimePart part, int depth)
    {
        ReadLeaf(part);
        if (part.Encoding is TransferEncoding.Base64 or TransferEncoding.QuotedPrintable && part.Type["boundary"] is { Length: > 0 } boundary)
        {
            var decoded = TransferCoding.Decode(part.Encoding, part.Body);
            var reader = new MimeReader(decoded, _limits, _log) { _partsLeft = _partsLeft };
            reader.Open(Charsets.Utf8.GetBytes(boundary));
            reader._found = reader.NextBoundary(0);
            if (reader._found.Level == 0)
            {
                reader.ReadChildren(part, 0, depth);
                _partsLeft = reader._partsLeft;
                return;
            }
        }
        part.BecomeText();
    }

    private BoundaryLine End => new(-1, true, Bytes.Length, Bytes.Length);

    private BoundaryLine NextBoundary(int from)
    {
        if (_open.Count == 0)
            return End;
        if (BoundaryAt(from) is { Level: >= 0 } here)
            return here;
        ReadOnlySpan<byte> dashes = [_newline, (byte)'-', (byte)'-'];
        for (var at = from; at < Bytes.Length;)
        {
            var hit = Bytes[at..].IndexOf(dashes);
            if (hit < 0)
                break;
            at += hit + 1;
            if (BoundaryAt(at) is { Level: >= 0 } found)
                return found;
        }
        return End;
    }

    private BoundaryLine BoundaryAt(int at)
    {
        var rest = Bytes[Math.Min(at, Bytes.Length)..];
        if (rest.Length < 3 || !rest.StartsWith("--"u8) || !_first[rest[2]])
            return new(-1, false, at, at);
        var window = rest[..Math.Min(rest.Length, LongestBoundary + 100)];
        var length = window.IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0 && window.Length < rest.Length)
            return new(-1, false, at, at);
        var line = (length < 0 ? window : window[..length]).TrimEnd(" \t"u8)[2..];
        for (var level = _open.Count - 1; level >= 0; level--)
        {
            var boundary = _open[level];
            var isOpen = line.Length == boundary.Length;
            if (!isOpen && !(line.Length == boundary.Length + 2 && line.EndsWith("--"u8)))
                continue;
            if (!line.StartsWith(boundary))
                continue;
            _headers.LineEnd(at, out var next);
            return new(level, !isOpen, at, next);
        }
        return new(-1, false, at, at);
    }

    // The line end before a boundary belongs to the boundary.
    private int BodyEnd(int start, int end)
    {
        if (end >= Bytes.Length && _found.Level < 0)
            return Math.Max(start, end);
        if (end > start && Bytes[end - 1] == _newline)
            end--;
        if (end > start && _newline == '\n' && Bytes[end - 1] == '\r')
            end--;
        return Math.Max(start, end);
    }

    private static byte NewlineOf(ReadOnlySpan<byte> bytes)
    {
        var beginning = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        return beginning.Contains((byte)'\n') || !beginning.Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
    }
}
