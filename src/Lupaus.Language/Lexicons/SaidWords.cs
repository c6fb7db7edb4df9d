using Lupaus.Language.Detecting;
using Lupaus.Language.Words;

namespace Lupaus.Language.Lexicons;

/// <summary>What somebody says in a message: not what they quote, nor what stands under their signature.</summary>
internal sealed class SaidWords
{
    private readonly HashSet<int> asked = [];

    private SaidWords(string text, WordKeys keys)
    {
        int sentence = 0, clause = 0;
        foreach (var line in Lines(text))
        {
            var last = line.Start;
            foreach (var span in new WordReader(line.In(text)))
            {
                var word = new TextSpan(line.Start + span.Start, span.Length);
                Pass(text.AsSpan(last, word.Start - last), ref sentence, ref clause);
                Words.Add(new SaidWord(word, keys.Of(word.In(text)), sentence, clause));
                last = word.End;
            }
            Pass(text.AsSpan(last, line.End - last), ref sentence, ref clause);
            (sentence, clause) = (sentence + (EndsSentence(text, line) ? 1 : 0), clause + 1);
        }
    }

    public List<SaidWord> Words { get; } = [];

    public static SaidWords Of(string text, WordKeys keys) => new(text, keys);

    public bool IsAsked(int sentence) => asked.Contains(sentence);

    private void Pass(ReadOnlySpan<char> between, ref int sentence, ref int clause)
    {
        if (between.Contains('?'))
            asked.Add(sentence);
        if (between.ContainsAny(".!?…"))
            sentence++;
        if (between.ContainsAny(".!?…,;:()"))
            clause++;
    }

    /// <summary>The lines that count.</summary>
    public static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var line = TextSpan.Between(start, length < 0 ? text.Length : start + length);
            if (Prose.EndsMessage(line.In(text)))
                yield break;
            if (!line.In(text).TrimStart().StartsWith('>'))
                yield return line;
            start = line.End + 1;
        }
    }

    /// <summary>A line that is broken because it is long goes on; an empty one ends what was before it.</summary>
    private static bool EndsSentence(string text, TextSpan line) =>
        line.In(text).TrimEnd() is var said && (said.Length < 50 || said[^1] is '.' or '!' or '?' or ':' or '…');
}
