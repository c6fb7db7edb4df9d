using Lupaus.Language.Words;

namespace Lupaus.Language.Detecting;

/// <summary>
/// Tells whether a message is in Finnish, Swedish or English, from one word up. Other languages, names alone, numbers and noise are
/// <see cref="TextLanguage.Unknown"/>. Safe for any number of threads; takes time in proportion to the text's length.
/// </summary>
/// <param name="knowsFinnish">A Finnish dictionary, if there is one: whether it knows the word, in lower case.</param>
public sealed class LanguageDetector(Func<ReadOnlySpan<char>, bool>? knowsFinnish = null)
{
    private static readonly LanguageModel Model = LanguageModel.Load();

    /// <summary>The detector without a dictionary.</summary>
    public static LanguageDetector Shared { get; } = new();

    public DetectedLanguage Of(string text) => Of(text.AsSpan());

    /// <inheritdoc cref="Of(string)"/>
    public DetectedLanguage Of(ReadOnlySpan<char> text)
    {
        var reading = new MessageScores(Model.Prior);
        foreach (var lineRange in text.Split('\n'))
        {
            var line = text[lineRange];
            if (Prose.EndsMessage(line))
                break;
            if (Prose.Counts(line))
                ReadLine(line, ref reading);
        }
        return reading.Result();
    }

    private void ReadLine(ReadOnlySpan<char> line, ref MessageScores reading)
    {
        while ((line = line.TrimStart()).Length > 0)
        {
            var blank = IndexOfBlank(line);
            var run = line[..blank];
            line = line[blank..];
            if (Prose.CountsRun(run))
                ReadRun(run, ref reading);
            if (run[^1] is '.' or '!' or '?' or '…' or ':')
                reading.EndSentence();
        }
        reading.EndSentence();
    }

    private static int IndexOfBlank(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
            if (char.IsWhiteSpace(line[i]))
                return i;
        return line.Length;
    }

    private void ReadRun(ReadOnlySpan<char> run, ref MessageScores reading)
    {
        foreach (var span in new WordReader(run))
        {
            var word = run.Slice(span.Start, span.Length);
            if (Prose.CountsWord(word))
                ReadWord(word, ref reading);
            else if (!Prose.IsLatin(word[0]))
                reading.Foreign += word.Length;
        }
    }

    private void ReadWord(ReadOnlySpan<char> word, ref MessageScores reading)
    {
        Span<char> frame = stackalloc char[WordFeatures.LongestWord + 2];
        frame = frame[..WordFeatures.Frame(word, frame)];
        var bare = frame[1..^1];
        if (CommonWords.AreOfNoLanguage.Contains(bare))
            return;

        var scores = Model.Of(frame);
        if (CommonWords.Kinds.TryGetValue(bare, out var kind))
            scores[kind] += CommonWords.Weight;
        else if (knowsFinnish is not null && bare.Length > 3)
            scores[Kind.Finnish] += knowsFinnish(bare) ? 1.5f : -1.5f;
        reading.Add(scores, word.Length);
    }
}
