using System.Text;
using System.Text.Unicode;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Coding;

/// <summary>
/// Turns bytes into text. The declared charset wins unless the bytes can't be in it; then UTF-8 if they are valid UTF-8,
/// else windows-1252, which is what such mail nearly always is.
/// </summary>
internal static class TextDecoder
{
    public static void Decode(ReadOnlySpan<byte> bytes, string? declared, CharBuffer into, RepairLog log)
    {
        var start = into.Length;
        DecodeAs(bytes, declared?.Trim() ?? "", into, log);
        Clean(into, start, log);
    }

    private static void DecodeAs(ReadOnlySpan<byte> bytes, string declared, CharBuffer into, RepairLog log)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
            declared = "utf-8";
        }
        if (IsUtf7(declared))
        {
            into.Advance(Utf7.Decode(bytes, into.Room(bytes.Length)));
            return;
        }
        if (Ascii.IsValid(bytes) && !MayHideInAscii(declared))
        {
            if (declared.Length > 0 && !IsAscii(declared) && Charsets.Find(declared) is null)
                log.Add(Repair.CharsetUnknown);
            Ascii.ToUtf16(bytes, into.Room(bytes.Length), out var count);
            into.Advance(count);
            return;
        }
        Append(bytes, Pick(bytes, declared, log), into, declared, log);
    }

    private static Encoding Pick(ReadOnlySpan<byte> bytes, string declared, RepairLog log)
    {
        if (declared.Length == 0)
            return Guess(bytes, Repair.CharsetMissing, log);
        if (IsAscii(declared))
            return Guess(bytes, Repair.CharsetWrong, log);
        if (Charsets.Find(declared) is not { } encoding)
            return Guess(bytes, Repair.CharsetUnknown, log);
        if (encoding == Charsets.Utf8 && !Utf8.IsValid(bytes))
            return MostlyUtf8(bytes) ? Said(encoding, Repair.CharsetDamaged, log) : Said(Charsets.Western, Repair.CharsetWrong, log);
        if (encoding is UnicodeEncoding && ByteOrder(bytes) is { } order)
            return order;
        // Nobody writes the C1 control characters of ISO 8859: there windows-1252 was meant, or UTF-8.
        if (IsWestern(encoding) && HasControls(bytes))
            return Guess(bytes, Repair.CharsetWrong, log);
        if (encoding == Charsets.Western && bytes.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0 && Utf8.IsValid(bytes))
            return Said(Charsets.Utf8, Repair.CharsetWrong, log);
        return encoding;
    }

    private static void Append(ReadOnlySpan<byte> bytes, Encoding encoding, CharBuffer into, string declared, RepairLog log)
    {
        var start = into.Length;
        bytes = WithoutMark(bytes, encoding);
        var count = encoding.GetCharCount(bytes);
        into.Advance(encoding.GetChars(bytes, into.Room(count)));
        if (encoding is UTF8Encoding || into.Written[start..].IndexOf('\uFFFD') < 0)
            return;
        if (encoding is UnicodeEncoding or UTF32Encoding || !Utf8.IsValid(bytes) || Ascii.IsValid(bytes))
        {
            log.Add(Repair.CharsetDamaged);
            return;
        }
        log.Add(Repair.CharsetWrong);
        into.CutTo(start);
        into.Advance(Charsets.Utf8.GetChars(bytes, into.Room(bytes.Length)));
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes, string repair, RepairLog log) =>
        Said(Utf8.IsValid(bytes) ? Charsets.Utf8 : Charsets.Western, repair, log);

    private static Encoding Said(Encoding encoding, string repair, RepairLog log)
    {
        log.Add(repair);
        return encoding;
    }

    private static Encoding? ByteOrder(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        // Said to be UTF-16 without a mark: the zeroes of plain letters tell which end comes first.
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        _ => null,
    };

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        encoding is UnicodeEncoding or UTF32Encoding && bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes;

    // A text cut in the middle of a letter, or with one stray byte, is still UTF-8.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0)
                break;
            bytes = bytes[plain..];
            var fine = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            _ = fine ? whole++ : broken++;
            bytes = bytes[length..];
        }
        return whole >= broken && whole > 0;
    }

    // Line ends become \n and NULs go, in place: neither databases nor pages can bear them.
    private static void Clean(CharBuffer into, int start, RepairLog log)
    {
        var text = into.Written[start..];
        var at = text.IndexOfAny('\r', '\0');
        if (at < 0)
            return;
        int written = at;
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == '\0')
            {
                log.Add(Repair.Nul);
                continue;
            }
            if (c == '\r')
            {
                c = '\n';
                at += at < text.Length && text[at] == '\n' ? 1 : 0;
            }
            text[written++] = c;
            var run = text[at..].IndexOfAny('\r', '\0');
            run = run < 0 ? text.Length - at : run;
            text.Slice(at, run).CopyTo(text[written..]);
            (at, written) = (at + run, written + run);
        }
        into.CutTo(start + written);
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0;

    private static bool IsWestern(Encoding encoding) => encoding == Encoding.Latin1 || encoding.CodePage is 28605 or 28599;

    private static bool IsAscii(string name) =>
        name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("ascii", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ansi_x3", StringComparison.OrdinalIgnoreCase) || name.Equals("iso646-us", StringComparison.OrdinalIgnoreCase) || name.Equals("us", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf7(string name) =>
        name.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || name.Equals("utf7", StringComparison.OrdinalIgnoreCase)
        || name.Equals("unicode-1-1-utf-7", StringComparison.OrdinalIgnoreCase);

    private static bool MayHideInAscii(string name) =>
        name.Contains("2022", StringComparison.Ordinal) || name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf16", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase) || name.StartsWith("hz", StringComparison.OrdinalIgnoreCase) || name.Contains("ucs-2", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ibm", StringComparison.OrdinalIgnoreCase) || name.StartsWith("cp", StringComparison.OrdinalIgnoreCase) || name.StartsWith("csiso2022", StringComparison.OrdinalIgnoreCase);
}
