using System.Text;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Headers;

/// <summary>
/// Reads address lists: mailboxes and groups with comments, quotes, routes and encoded words (RFC 5322, 3.4 and 4.4), and what
/// people's programs make of them. One walk from left to right; the structure is read before any encoded word is decoded.
/// </summary>
internal sealed class AddressReader
{
    private readonly string _text;
    private readonly int _most;
    private readonly RepairLog _log;
    private readonly int _lastEnd;
    private readonly List<NamedAddress> _found = [];
    private readonly StringBuilder _words = new();
    private readonly StringBuilder _comment = new();
    private string? _angle;
    private bool _hasQuotes;
    private bool _hasAt;
    private string _held = "";
    private int _at;

    private AddressReader(string text, int most, RepairLog log)
    {
        (_text, _most, _log) = (text, most, log);
        _lastEnd = text.LastIndexOf("?=", StringComparison.Ordinal);
    }

    public static IReadOnlyList<NamedAddress> Read(string text, int most, RepairLog log)
    {
        var reader = new AddressReader(text, most, log);
        reader.ReadAll();
        return reader._found;
    }

    private void ReadAll()
    {
        while (_at < _text.Length && _found.Count < _most)
            ReadOne(_text[_at]);
        if (_at < _text.Length)
            _log.Add(Repair.AddressesTooMany);
        else
            End(true);
    }

    private void ReadOne(char c)
    {
        switch (c)
        {
            case '"':
                ReadQuoted();
                break;
            case '(':
                ReadComment();
                break;
            case '<':
                ReadAngle();
                break;
            case ',':
                End(false);
                _at++;
                break;
            case ';':
                End(true);
                _at++;
                break;
            case ':' when _angle is null && !_hasAt && !IsMailto():
                StartGroup();
                break;
            case '=' when EncodedWord.TryRead(_text, _at, _lastEnd, out var word):
                _words.Append(_text, _at, word.End - _at);
                _at = word.End;
                break;
            case '>':
                _log.Add(Repair.AddressBroken);
                _words.Append(' ');
                _at++;
                break;
            default:
                _hasAt |= c == '@';
                _words.Append(c);
                _at++;
                break;
        }
    }

    // "Group name: a@x, b@x;" — the members count, the name doesn't. "mailto:a@x" is no group.
    private void StartGroup()
    {
        _words.Clear();
        _held = "";
        _at++;
    }

    private void ReadQuoted()
    {
        var start = _words.Length;
        var close = false;
        for (_at++; _at < _text.Length && !close; _at++)
        {
            var c = _text[_at];
            if (c == '\\' && _at + 1 < _text.Length)
                _words.Append(_text[++_at]);
            else if (c == '"')
                close = true;
            else
                _words.Append(c);
        }
        if (!close)
            Reopen(start);
        else if (_at < _text.Length && _text[_at] == '@')
            Requote(start);
        _hasQuotes = true;
    }

    // A quote that never ends: what follows it is read as if it weren't there, but only once.
    private void Reopen(int start)
    {
        _log.Add(Repair.AddressBroken);
        var rest = _words.ToString(start, _words.Length - start);
        _words.Length = start;
        var angle = rest.LastIndexOf('<');
        _words.Append(angle < 0 ? rest : rest[..angle]);
        if (angle >= 0)
            _angle ??= rest[(angle + 1)..].TrimEnd(' ', '>');
    }

    // "john doe"@example.org: the quotes belong to the address.
    private void Requote(int start)
    {
        _words.Insert(start, '"');
        _words.Append('"');
    }

    private void ReadComment()
    {
        var depth = 0;
        if (_comment.Length > 0)
            _comment.Append(' ');
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == '\\' && _at + 1 < _text.Length)
                _comment.Append(_text[++_at]);
            else if (c == ')' && --depth == 0)
                break;
            else if (c != '(' || depth++ > 0)
                _comment.Append(c);
        }
        _at++;
        _words.Append(' ');
    }

    private void ReadAngle()
    {
        var end = _text.AsSpan(_at + 1).IndexOfAny('>', '<');
        if (end >= 0 && _text[_at + 1 + end] == '<')
        {
            // "<<a@x>>": the inner one counts.
            _log.Add(Repair.AddressBroken);
            _at++;
            return;
        }
        if (end < 0)
        {
            _log.Add(Repair.AddressBroken);
            end = _text.AsSpan(_at + 1).IndexOfAny(',', ';');
            end = end < 0 ? _text.Length - _at - 1 : end;
            _angle ??= _text.Substring(_at + 1, end);
            _at += end + 1;
            return;
        }
        if (_angle is not null)
            End(false);
        _angle = _text.Substring(_at + 1, end);
        _at += end + 2;
    }

    private void End(bool closesGroup)
    {
        var written = _words.ToString();
        var words = EncodedWords.Decode(written, _log).AsSpan().Trim(" \t").ToString();
        if (_angle is { } angle)
            Add(WithHeld(Tidy(words)), Addresses.Tidied(angle));
        else if (words.Length > 0 || _comment.Length > 0)
            AddWords(words, Looks(written) && Looks(words));
        if (closesGroup)
            FlushHeld();
        (_angle, _hasQuotes, _hasAt) = (null, false, false);
        _words.Clear();
        _comment.Clear();
    }

    // An address never stands in an encoded word (RFC 2047, section 5): what looks like one there is only a name.
    private void AddWords(string words, bool isAddress)
    {
        if (isAddress)
        {
            FlushHeld();
            var (name, address) = Addresses.Split(words);
            Add(Tidy(name), address);
        }
        else if (words.Length > 0 && _held.Length < 200)
        {
            // "Virtanen, Maija <m@x>" without the quotes: the first word waits for its address.
            _held = _held.Length == 0 ? words : $"{_held}, {words}";
        }
    }

    private string WithHeld(string name)
    {
        if (_held.Length == 0)
            return name;
        _log.Add(Repair.AddressBroken);
        var whole = name.Length == 0 ? _held : $"{_held}, {name}";
        _held = "";
        return whole;
    }

    private void FlushHeld()
    {
        if (_held.Length == 0)
            return;
        _log.Add(Repair.AddressBroken);
        if (_held.AsSpan().IndexOfAny(' ', '@') < 0 && _found.Count == 0)
            Add("", _held);
        else
            Add(_held, "");
        _held = "";
    }

    private void Add(string name, string address)
    {
        if (name.Length == 0 && _comment.Length > 0)
            name = EncodedWords.Decode(_comment.ToString(), _log).Trim();
        if (address.Length == 0 && name.Length == 0)
            return;
        if (address.Length == 0)
            _log.Add(Repair.AddressBroken);
        _found.Add(new NamedAddress(name, address));
    }

    private string Tidy(string name)
    {
        var tidy = Addresses.OneSpaced(name);
        return !_hasQuotes && tidy is ['\'', _, .., '\''] ? tidy[1..^1] : tidy is ['\'', .., '\''] && tidy.Contains('@') ? tidy[1..^1] : tidy;
    }

    private static bool Looks(string words) => words.Contains('@');

    private bool IsMailto() => _words.Length == 6 && _words.ToString().Equals("mailto", StringComparison.OrdinalIgnoreCase);
}
