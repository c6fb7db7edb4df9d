using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>One response of a server (RFC 3501, 7): a status, data, or a call to go on.</summary>
internal sealed class ImapResponse
{
    private readonly byte[] _line;
    private readonly ImapTokens? _tokens;
    private readonly int _before = 2;

    /// <param name="line">Its first line.</param>
    /// <param name="tokens">All of it as values; null for a status, a search or a call to go on, which are read as they are.</param>
    public ImapResponse(byte[] line, ImapTokens? tokens)
    {
        (_line, _tokens) = (line, tokens);
        ReadOnlySpan<byte> rest = line;
        Tag = ImapLine.First(ref rest);
        Name = ImapLine.First(ref rest).ToUpperInvariant();
        if (ImapLine.IsNumber(Name))
        {
            Number = uint.TryParse(Name, out var number) ? number : null;
            (_before, Name) = (3, ImapLine.First(ref rest).ToUpperInvariant());
        }
        if (IsStatus)
            (Code, Text) = ImapLine.CodeAndText(rest);
        if (Name == "CAPABILITY")
            Text = Encoding.ASCII.GetString(rest[..Math.Min(rest.Length, 8192)]);
    }

    /// <summary>"*", "+" or the command's own.</summary>
    public string Tag { get; }

    /// <summary>"OK", "EXISTS", "FETCH" and so on, in capitals.</summary>
    public string Name { get; }

    /// <summary>What stands before the name, such as a count or a message's place.</summary>
    public uint? Number { get; }

    /// <summary>What stands in brackets in a status, brackets left out; empty for nothing.</summary>
    public string Code { get; } = "";

    /// <summary>What a status says to a person, or the server's abilities.</summary>
    public string Text { get; } = "";

    public bool IsStatus => Name is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    public bool IsUntagged => Tag == "*";

    public bool IsGoOn => Tag == "+";

    public bool IsOk => Name == "OK";

    /// <summary>The values behind the name.</summary>
    public IReadOnlyList<ImapValue> Values => _tokens is null ? [] : _tokens.Values[Math.Min(_tokens.Values.Count, _before)..];

    /// <summary>The numbers of a search.</summary>
    public IEnumerable<uint> Numbers => ImapLine.Numbers(_line);

    /// <summary>The number in a code such as "UIDNEXT 17"; null when it is another code.</summary>
    public uint? NumberOf(string code) =>
        Code.Split(' ') is [var name, var number, ..] && name.Equals(code, StringComparison.OrdinalIgnoreCase) && uint.TryParse(number, out var value) ? value : null;

    public override string ToString() => Said.Clean(Encoding.UTF8.GetString(_line.AsSpan(0, Math.Min(_line.Length, 500))));
}
