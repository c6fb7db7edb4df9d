using System.Text;

namespace Lupaus.Mail.Imap;

/// <summary>A command being put together: words as they are, strings quoted or as literals (RFC 3501, 4.3).</summary>
internal sealed class ImapCommand
{
    // LITERAL- lets that much go without being asked for (RFC 7888, 5).
    private const int ShortLiteral = 4096;
    private readonly List<(string Text, ReadOnlyMemory<byte> Literal)> _parts = [];
    private string _text;

    public ImapCommand(string words) => _text = words;

    /// <summary>Each text ends in its literal's announcement, where the count still lacks its brackets; the last has none.</summary>
    public IEnumerable<(string Text, ReadOnlyMemory<byte> Literal)> Parts => _parts;

    /// <summary>What stands after the last literal.</summary>
    public string Rest => _text;

    /// <summary>Whether a literal may be sent without waiting to be asked for.</summary>
    public static bool GoesAtOnce(int count, IReadOnlySet<string> capabilities) =>
        capabilities.Contains("LITERAL+") || (capabilities.Contains("LITERAL-") && count <= ShortLiteral);

    public ImapCommand Word(string word)
    {
        _text += " " + word;
        return this;
    }

    public ImapCommand String(string text)
    {
        var isPlain = text.Length < 1000 && text.All(c => c is >= ' ' and <= '~');
        return isPlain
            ? Word($"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")
            : Literal(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A folder's path, whose characters are the bytes that the server gave.</summary>
    public ImapCommand Path(string path) =>
        path.All(char.IsAscii) ? String(path) : Literal(Encoding.Latin1.GetBytes(path));

    public ImapCommand Literal(ReadOnlyMemory<byte> bytes)
    {
        _parts.Add((_text + " ", bytes));
        _text = "";
        return this;
    }
}
