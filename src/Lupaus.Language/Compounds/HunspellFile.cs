using System.Runtime.CompilerServices;

namespace Lupaus.Language.Compounds;

/// <summary>Reads a dictionary for Hunspell (hunspell(5)): entries in the .dic file, endings in the .aff file beside it.</summary>
internal static class HunspellFile
{
    private const int LongestWord = 60;

    /// <exception cref="FormatException">It is no such dictionary.</exception>
    // Compiled at once: it runs but once, and that is at the start.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WordTable Words(string dic)
    {
        ReadOnlySpan<char> rest = dic;
        if (rest.IsEmpty || !char.IsAsciiDigit(rest[0]))
            throw new FormatException("A dictionary for Hunspell begins with the number of its words.");
        var words = new WordTable(rest.Count('\n') + Exceptions.Words.Length);
        Span<char> room = stackalloc char[LongestWord];
        while (rest.IndexOf('\n') is var end and >= 0)
        {
            rest = rest[(end + 1)..];
            var line = rest.IndexOfAny('\r', '\n') is var next and >= 0 ? rest[..next] : rest;
            var slash = line.IndexOf('/');
            var word = slash < 0 ? line : line[..slash];
            if (word.Length is < 2 or > LongestWord)
                continue;
            var mark = slash < 0 ? 0 : Marks.Of(line[(slash + 1)..]);
            if (word.ContainsAnyInRange('A', 'Z') || word.ContainsAnyInRange('À', 'Þ'))
                words.Add(room[..word.ToLowerInvariant(room)], mark | Marks.Name);
            else
                words.Add(word, mark);
        }
        foreach (var (word, marks) in Exceptions.Words)
            words.Add(word, Marks.Of(marks));
        return words;
    }

    /// <exception cref="FormatException">It is in another encoding than UTF-8.</exception>
    public static IEnumerable<Ending> Endings(IEnumerable<string> aff)
    {
        foreach (var line in aff)
            if (line.StartsWith("SET ", StringComparison.Ordinal) && !line.Contains("UTF-8", StringComparison.OrdinalIgnoreCase))
                throw new FormatException("Only dictionaries in UTF-8 are read.");
            else if (line.StartsWith("SFX ", StringComparison.Ordinal) && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, [var flag], var cut, var put, var where, ..])
            {
                var parts = put.Split('/');
                yield return new Ending(Marks.Of(flag), Letters(cut), Letters(parts[0]), EndPattern.Read(where), parts.Length > 1);
            }
    }

    private static string Letters(string text) => text == "0" ? "" : text;
}
