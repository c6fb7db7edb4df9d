using Lupaus.Language.Lexicons;
using Lupaus.Language.Words;

namespace Lupaus.Language.Moods;

/// <summary>What is said without words: capital letters, rows of exclamation marks, smileys.</summary>
internal static class Signs
{
    private static readonly string[] glad = [":)", ":-)", ":D", "=)", "☺", "🙂", "😀", "😃", "😄", "😊", "😍", "👍", "👏", "❤", "🎉", "🙏"];
    private static readonly string[] sad = [":(", ":-(", "=(", "🙁", "☹", "😞", "😠", "😡", "🤬", "😤", "👎", "😢", "😭", "🤦"];

    /// <param name="sum">What the words weigh: "!!!" makes that more.</param>
    public static IEnumerable<MoodEvidence> In(string text, List<SaidWord> words, double sum)
    {
        if (Capitals(text, words) is { } shouted)
            yield return new MoodEvidence(shouted, sum > 0 ? 0.3 : -1, MoodReason.Shouting);
        if (Marks(text) is { } marks)
            yield return new MoodEvidence(marks, sum > 0 ? 0.3 : marks.In(text).Contains('?') ? -1 : -0.6, MoodReason.Shouting);
        if (First(text, glad) is { } smile)
            yield return new MoodEvidence(smile, 0.7, MoodReason.Smiley);
        if (First(text, sad) is { } frown)
            yield return new MoodEvidence(frown, -1, MoodReason.Smiley);
    }

    /// <summary>The first of two or more long words all in capitals; one may be an abbreviation.</summary>
    private static TextSpan? Capitals(string text, List<SaidWord> words)
    {
        TextSpan? first = null;
        foreach (var word in words)
            if (word.Span.Length > 3 && IsAllCapitals(word.Span.In(text)))
                if (first is { } before)
                    return TextSpan.Between(before.Start, word.Span.End - before.Start > 80 ? before.End : word.Span.End);
                else
                    first = word.Span;
        return null;
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsUpper(letter))
                return false;
        return true;
    }

    private static TextSpan? Marks(string text)
    {
        foreach (var line in SaidWords.Lines(text))
            for (int i = line.Start, run = 0; i < line.End; i++)
                if ((run = text[i] is '!' or '?' ? run + 1 : 0) >= (text[i] is '?' ? 2 : 3))
                    return new TextSpan(i - run + 1, run);
        return null;
    }

    private static TextSpan? First(string text, string[] signs)
    {
        foreach (var line in SaidWords.Lines(text))
            foreach (var sign in signs)
                if (line.In(text).IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
                    return new TextSpan(line.Start + at, sign.Length);
        return null;
    }
}
