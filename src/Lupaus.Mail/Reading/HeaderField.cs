using System.Text;
using System.Text.Unicode;
using Lupaus.Mail.Coding;
using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Reading;

/// <summary>One header field as it came (RFC 5322, 2.2).</summary>
public sealed class HeaderField
{
    private string? _text;
    private string? _decoded;

    internal HeaderField(string name, ReadOnlyMemory<byte> raw)
    {
        Name = name;
        Raw = raw;
    }

    /// <summary>The name as it was written, without the colon. Names are compared without regard to case.</summary>
    public string Name { get; }

    /// <summary>The bytes after the colon, folded as they came.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Unfolded, without control characters; encoded words stand as they came.</summary>
    public string Text => _text ??= Unfolded(Raw.Span, null);

    /// <summary>As <see cref="Text"/>, with encoded words decoded (RFC 2047): what a person should see of a Subject.</summary>
    public string Decoded => _decoded ??= EncodedWords.Decode(Text, new RepairLog());

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Text}";

    internal bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    internal string TextWith(RepairLog log) => _text ??= Unfolded(Raw.Span, log);

    internal string DecodedWith(RepairLog log) => _decoded ??= EncodedWords.Decode(TextWith(log), log);

    private static string Unfolded(ReadOnlySpan<byte> raw, RepairLog? log)
    {
        raw = raw.Trim(" \t\r\n"u8);
        if (!raw.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return Encoding.ASCII.GetString(raw);
        return Read(raw, log).ReplaceControls();
    }

    private static string Read(ReadOnlySpan<byte> raw, RepairLog? log)
    {
        if (Utf8.IsValid(raw))
            return Charsets.Utf8.GetString(raw);
        log?.Add(Repair.Header8Bit);
        return Charsets.Western.GetString(raw);
    }
}
