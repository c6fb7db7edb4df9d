namespace Lupaus.Language.Words;

/// <summary>Finds phrases of one or more words in a text, in any case; at each place the longest. Each has something to say.</summary>
internal sealed class PhraseList<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> byFirst = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Phrases are parted by "|".</summary>
    public void Add(string phrases, T value)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            var words = phrase.Split(' ');
            if (!byFirst.TryGetValue(words[0], out var alike))
                byFirst[words[0]] = alike = [];
            alike.Add((words, value));
            alike.Sort((one, other) => other.Words.Length - one.Words.Length);
        }
    }

    public List<(TextSpan Span, T Value)> In(string text)
    {
        var words = new List<TextSpan>();
        foreach (var word in new WordReader(text))
            words.Add(word);
        var found = new List<(TextSpan, T)>();
        var lookup = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!lookup.TryGetValue(words[i].In(text), out var alike))
                continue;
            foreach (var (phrase, value) in alike)
            {
                if (!IsAt(phrase, text, words, i))
                    continue;
                found.Add((TextSpan.Between(words[i].Start, words[i + phrase.Length - 1].End), value));
                i += phrase.Length - 1;
                break;
            }
        }
        return found;
    }

    private static bool IsAt(string[] phrase, string text, List<TextSpan> words, int at)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 1; i < phrase.Length; i++)
        {
            if (!words[at + i].In(text).Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }
}
