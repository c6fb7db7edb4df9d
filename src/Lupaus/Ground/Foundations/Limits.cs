using System.Text;

namespace Lupaus.Ground.Foundations;

/// <summary>Every input has a limit (in characters, UTF-16), and text is cleaned of what no database or page can hold.</summary>
public static class Limits
{
    public const int Name = 100;
    public const int Subject = 200;
    public const int Body = 100_000;
    public const int Reason = 500;
    public const int Goal = 200;

    /// <summary>
    /// Trims, makes line ends one kind, drops NUL and other control characters, and mends halves of surrogate pairs.
    /// </summary>
    public static string Cleaned(this string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var clean = new StringBuilder(text.Length);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var c = lines[i];
            if (char.IsHighSurrogate(c) && i + 1 < lines.Length && char.IsLowSurrogate(lines[i + 1]))
                clean.Append(c).Append(lines[++i]);
            else if (char.IsSurrogate(c))
                clean.Append('\uFFFD');
            else if (c is '\n' or '\t' || !char.IsControl(c))
                clean.Append(c);
        }
        return clean.ToString().Trim();
    }

    /// <summary>As <see cref="Cleaned"/>, on one line.</summary>
    public static string OneLine(this string? text) =>
        string.Join(' ', text.Cleaned().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The beginning, at most so long; never half of a surrogate pair, which no database takes.</summary>
    public static string CutTo(this string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
