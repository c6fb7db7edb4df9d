namespace Lupaus.Mail.Headers;

/// <summary>Text that has to fit on one line.</summary>
internal static class LineText
{
    /// <summary>Line ends go, as folding is undone (RFC 5322, 2.2.3); NULs go; other control characters become spaces.</summary>
    public static string ReplaceControls(this string text)
    {
        if (!HasControls(text))
            return text;
        return string.Create(LengthWithout(text), text, static (into, from) =>
        {
            var written = 0;
            for (var i = 0; i < from.Length; i++)
            {
                if (!Goes(from, i))
                    into[written++] = IsControl(from[i]) ? ' ' : from[i];
            }
        });
    }

    private static bool HasControls(string text)
    {
        foreach (var c in text)
        {
            if (IsControl(c))
                return true;
        }
        return false;
    }

    private static int LengthWithout(string text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
            length += Goes(text, i) ? 0 : 1;
        return length;
    }

    // A line end before white space is folding; elsewhere it is dirt, and parts words.
    private static bool Goes(string text, int at) => text[at] switch
    {
        '\0' => true,
        '\r' => at + 1 < text.Length && text[at + 1] is '\n',
        '\n' => at + 1 < text.Length && text[at + 1] is ' ' or '\t',
        _ => false,
    };

    private static bool IsControl(char c) => c is < ' ' or (>= '\x7f' and <= '\x9f') or '\u2028' or '\u2029';
}
