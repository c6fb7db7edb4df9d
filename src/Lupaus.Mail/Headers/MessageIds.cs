using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Headers;

/// <summary>Reads message ids (RFC 5322, 3.6.4). The angle brackets are no part of an id.</summary>
internal static class MessageIds
{
    private const int Longest = 998;

    /// <summary>The first <paramref name="most"/> different ones at most; those in angle brackets, or words with an @ when there are none.</summary>
    public static IReadOnlyList<string> Read(string text, int most)
    {
        var found = new List<string>();
        HashSet<string>? seen = null;
        var at = 0;
        while (found.Count < most && text.IndexOf('<', at) is >= 0 and var open && text.IndexOf('>', open) is > 0 and var close)
        {
            // "<<id>": the last opening counts.
            open = text.LastIndexOf('<', close, close - open + 1);
            Add(text.AsSpan(open + 1, close - open - 1), found, ref seen);
            at = close + 1;
        }
        if (found.Count > 0)
            return found;
        foreach (var word in text.Split([' ', '\t', ',', ';'], most + 1, StringSplitOptions.RemoveEmptyEntries).Take(most))
        {
            if (word.IndexOf('@') > 0 && !word.Contains(' '))
                Add(word.AsSpan().Trim("<>\"'"), found, ref seen);
        }
        return found;
    }

    /// <summary>One id, however it is written; null when there is none.</summary>
    public static string? ReadOne(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Read(text, 1) is [var id, ..])
            return id;
        var bare = text.Trim(' ', '<', '>');
        return bare.Length is > 0 and <= Longest && !bare.Contains(' ') ? bare : null;
    }

    private static void Add(ReadOnlySpan<char> id, List<string> found, ref HashSet<string>? seen)
    {
        if (id.Length is 0 or > Longest)
            return;
        var text = id.IndexOfAny(' ', '\t') < 0 ? id.ToString() : string.Concat(id.ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0 && (found.Count == 0 || (seen ??= [.. found]).Add(text)))
            found.Add(text);
    }
}
