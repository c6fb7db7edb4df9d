using System.Text;
using Lupaus.Mail.Coding;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Headers;

/// <summary>A value and its parameters: "text/plain; charset=utf-8" (RFC 2045, 5.1), with long and foreign ones put together (RFC 2231).</summary>
internal sealed class Parameters
{
    private const int Most = 100;
    private readonly List<(string Name, string Text)> _found = [];

    private Parameters(string value) => Value = value;

    /// <summary>What stands before the first semicolon, in lower case.</summary>
    public string Value { get; }

    public string? this[string name]
    {
        get
        {
            foreach (var (found, text) in _found)
            {
                if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return text;
            }
            return null;
        }
    }

    public static Parameters Read(string text, RepairLog log)
    {
        var scan = new ParameterScan(text);
        var parameters = new Parameters(scan.Value().ToLowerInvariant());
        List<ParameterPiece>? pieces = null;
        for (var count = 0; count < Most && scan.Next(log) is { } piece; count++)
        {
            if (piece.IsPlain)
                parameters._found.Add((piece.Name, EncodedWords.Decode(piece.Text, log)));
            else
                (pieces ??= []).Add(piece);
        }
        if (pieces is not null)
            parameters.Join(pieces, log);
        return parameters;
    }

    // What was written the modern way stands before what was written the old way: it is listed first.
    private void Join(List<ParameterPiece> pieces, RepairLog log)
    {
        foreach (var group in pieces.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase))
            _found.Insert(0, (group.Key, Joined([.. group.OrderBy(p => p.Index)], log).ReplaceControls()));
    }

    private static string Joined(ParameterPiece[] pieces, RepairLog log)
    {
        using var into = new CharBuffer(pieces.Sum(p => p.Text.Length) + 16);
        var bytes = new List<byte>();
        string? charset = null;
        for (var i = 0; i < pieces.Length; i++)
        {
            var text = pieces[i].Text;
            if (pieces[i].Index != (pieces.Length == 1 ? pieces[i].Index : i))
                log.Add(Repair.ParameterBroken);
            if (!pieces[i].IsEncoded)
            {
                Flush(bytes, charset, into, log);
                into.Append(EncodedWords.Decode(text, log));
                continue;
            }
            if (charset is null)
                (charset, text) = TakeCharset(text, log);
            Unescape(text, bytes);
        }
        Flush(bytes, charset, into, log);
        return into.ToString();
    }

    // charset'language'text; without the quotes it is broken, and UTF-8 is the best guess.
    private static (string Charset, string Text) TakeCharset(string text, RepairLog log)
    {
        var first = text.IndexOf('\'');
        var second = first < 0 ? -1 : text.IndexOf('\'', first + 1);
        if (second >= 0)
            return (text[..first], text[(second + 1)..]);
        log.Add(Repair.ParameterBroken);
        return ("", text);
    }

    private static void Unescape(string text, List<byte> bytes)
    {
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && QuotedPrintable.Hex(text[i + 1]) is >= 0 and var high && QuotedPrintable.Hex(text[i + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)(high << 4 | low));
                i += 2;
            }
            else if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var taken) == System.Buffers.OperationStatus.Done)
            {
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
                i += taken - 1;
            }
        }
    }

    private static void Flush(List<byte> bytes, string? charset, CharBuffer into, RepairLog log)
    {
        if (bytes.Count > 0)
            TextDecoder.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), charset is null or "" ? "utf-8" : charset, into, log);
        bytes.Clear();
    }
}
