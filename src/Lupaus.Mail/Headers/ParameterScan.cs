using System.Text;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Headers;

/// <summary>Walks through "value; name=text; name="text"", forgiving what programs forget.</summary>
internal sealed class ParameterScan(string text)
{
    private int _at;

    public string Value()
    {
        var end = text.AsSpan().IndexOfAny(';', '(');
        var value = text.AsSpan(0, end < 0 ? text.Length : end).Trim(" \t\"'");
        _at = end < 0 ? text.Length : end;
        // "text/plain charset=utf-8", the semicolon forgotten.
        var space = value.IndexOf(' ');
        if (space > 0 && value[space..].Contains('='))
        {
            _at = text.IndexOf(' ');
            value = value[..space];
        }
        return value.ToString();
    }

    /// <summary>Null at the end.</summary>
    public ParameterPiece? Next(RepairLog log)
    {
        while (_at < text.Length)
        {
            SkipBetween();
            var start = _at;
            while (_at < text.Length && text[_at] is not ('=' or ';' or '"'))
                _at++;
            var name = text.AsSpan(start, _at - start).Trim();
            if (_at < text.Length && text[_at] == '=')
            {
                _at++;
                return ParameterPiece.Of(name.ToString(), TakeText());
            }
            if (_at < text.Length && text[_at] == '"')
                TakeQuoted();
            if (!name.IsEmpty)
                log.Add(Repair.ParameterBroken);
        }
        return null;
    }

    private void SkipBetween()
    {
        while (_at < text.Length)
        {
            if (text[_at] == '(')
                SkipComment();
            else if (text[_at] is ';' or ' ' or '\t' or ',')
                _at++;
            else
                return;
        }
    }

    private void SkipComment()
    {
        for (var depth = 0; _at < text.Length; _at++)
        {
            if (text[_at] == '\\')
                _at++;
            else if (text[_at] == '(')
                depth++;
            else if (text[_at] == ')' && --depth == 0)
            {
                _at++;
                return;
            }
        }
        _at = Math.Min(_at, text.Length);
    }

    private string TakeText()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
            _at++;
        if (_at < text.Length && text[_at] == '"')
            return TakeQuoted();
        var end = text.IndexOf(';', _at);
        var value = text.AsSpan(_at, (end < 0 ? text.Length : end) - _at);
        _at += value.Length;
        return WithoutComment(value.Trim()).ToString();
    }

    // "charset=utf-8 (Plain text)" has a comment; "filename=Report (1).pdf" has a name that should have been quoted.
    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> value)
    {
        var comment = value.IndexOf(" (");
        return comment > 0 && value[^1] == ')' && value.LastIndexOf('(') == comment + 1 ? value[..comment].TrimEnd() : value;
    }

    // Outlook and others write C:\folder\file within quotes: a backslash escapes only what needs it.
    private string TakeQuoted()
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\')
                _at++;
            value.Append(text[_at]);
        }
        _at = Math.Min(_at + 1, text.Length);
        return value.ToString();
    }
}
