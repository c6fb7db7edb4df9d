using System.Text;

namespace Lupaus.Mail.Imap;

/// <summary>
/// Makes values of a response's lines and literals. Any bytes will do: what isn't closed is closed at the end, what closes nothing is
/// passed over, and lists deeper than sensible are laid flat. Whether what was asked for is there is for the asker to see.
/// </summary>
internal sealed class ImapTokens
{
    private const int Deepest = 32;
    private readonly Stack<List<ImapValue>> _open = new([[]]);
    private readonly List<ImapValue> _all;
    private int _tooDeep;

    public ImapTokens() => _all = _open.Peek();

    /// <summary>All values so far.</summary>
    public List<ImapValue> Values => _all;

    public void Add(ImapValue value) => _open.Peek().Add(value);

    public void Add(ReadOnlySpan<byte> line)
    {
        while (!line.IsEmpty)
        {
            switch (line[0])
            {
                case (byte)' ':
                    line = line[1..];
                    break;
                case (byte)'(':
                    Open();
                    line = line[1..];
                    break;
                case (byte)')':
                    Close();
                    line = line[1..];
                    break;
                case (byte)'"':
                    line = line[Quoted(line)..];
                    break;
                default:
                    var length = WordLength(line);
                    Add(ImapValue.Word(Encoding.Latin1.GetString(line[..length])));
                    line = line[length..];
                    break;
            }
        }
    }

    private void Open()
    {
        if (_open.Count > Deepest)
        {
            _tooDeep++;
            return;
        }
        var items = new List<ImapValue>();
        Add(ImapValue.List(items));
        _open.Push(items);
    }

    private void Close()
    {
        if (_tooDeep > 0)
            _tooDeep--;
        else if (_open.Count > 1)
            _open.Pop();
    }

    private int Quoted(ReadOnlySpan<byte> line)
    {
        var text = new StringBuilder();
        var i = 1;
        for (; i < line.Length && line[i] != '"'; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
                i++;
            text.Append((char)line[i]);
        }
        Add(ImapValue.String(text.ToString()));
        return Math.Min(i + 1, line.Length);
    }

    // "BODY[HEADER.FIELDS (DATE FROM)]<0>" is one word.
    private static int WordLength(ReadOnlySpan<byte> line)
    {
        var length = line.IndexOfAny(" ()"u8);
        length = length < 0 ? line.Length : length;
        var bracket = line[..length].IndexOf((byte)'[');
        if (bracket < 0 || line[bracket..length].Contains((byte)']') || line[bracket..].IndexOf((byte)']') is not (> 0 and < 1000 and var close))
            return Math.Max(length, 1);
        var end = bracket + close + 1;
        var after = line[end..].IndexOfAny(" ()"u8);
        return after < 0 ? line.Length : end + after;
    }
}
