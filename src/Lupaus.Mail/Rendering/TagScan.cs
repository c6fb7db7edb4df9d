namespace Lupaus.Mail.Rendering;

/// <summary>Finds where tags end. What is known not to come any more is never looked for twice, so that no page takes long.</summary>
internal ref struct TagScan(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;
    private readonly int _lastDouble = html.LastIndexOf('"');
    private readonly int _lastSingle = html.LastIndexOf('\'');
    private readonly int _lastComment = html.LastIndexOf("-->");
    private readonly HashSet<string> _gone = [];
    private bool _quotesMislead;

    /// <summary>How long the tag or comment is that begins there; 0 when it is only a "less than".</summary>
    public int LengthAt(int at)
    {
        if (at + 1 >= _html.Length)
            return 0;
        var next = _html[at + 1];
        if (next == '!' && _html[at..].StartsWith("<!--") && at + 2 <= _lastComment)
            return _html[(at + 2)..].IndexOf("-->") + 5;
        if (next is '!' or '?')
            return PlainEnd(at);
        var letter = next == '/' && at + 2 < _html.Length ? _html[at + 2] : next;
        return char.IsAsciiLetter(letter) ? TagEnd(at) : 0;
    }

    /// <summary>Where the reader goes on after an element that isn't to be read; where it is when the element doesn't end.</summary>
    public readonly int After(string name, int at)
    {
        if (_gone.Contains(name))
            return at;
        var close = _html[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        if (close >= 0)
            return at + close;
        _gone.Add(name);
        return at;
    }

    private readonly int PlainEnd(int at)
    {
        var end = _html[at..].IndexOf('>');
        return end < 0 ? 0 : end + 1;
    }

    // A ">" within a quoted attribute doesn't end the tag.
    private int TagEnd(int start)
    {
        if (_quotesMislead)
            return PlainEnd(start);
        for (var at = start; at < _html.Length;)
        {
            var hit = _html[at..].IndexOfAny('>', '"', '\'');
            if (hit < 0)
                break;
            at += hit;
            var c = _html[at];
            if (c == '>')
                return at + 1 - start;
            at++;
            if (at < (c == '"' ? _lastDouble : _lastSingle) + 1 && FollowsEquals(at - 1))
                at += _html[at..].IndexOf(c) + 1;
        }
        // Every ">" to come lies within quotes, so one of those was never closed: they are not heeded any more.
        _quotesMislead = true;
        return PlainEnd(start);
    }

    private readonly bool FollowsEquals(int at)
    {
        while (at > 0 && _html[at - 1] is ' ' or '\n')
        {
            if (_html[--at] == '\n')
                break;
        }
        return at > 0 && _html[at - 1] == '=';
    }
}
