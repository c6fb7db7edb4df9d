using System.Globalization;
using System.Runtime.InteropServices;
using Lupaus.Language.Morphology;
using Lupaus.Language.Words;

namespace Lupaus.Language.Lexicons;

/// <summary>
/// Words and phrases of one language with a label and a weight, from a tab-separated resource: label, weight, phrases with "; " between. In a phrase, "..2" lets
/// two words stand between, "word?" may be left out, and &lt;name&gt; stands for the words of an "@name" line before it.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>By the item that they begin with.</summary>
    private readonly List<List<Phrase>?> phrases = [];

    private int places;

    private Lexicon(WordKeys keys) => Keys = keys;

    public WordKeys Keys { get; }

    public static Lexicon Load(string resource, TextLanguage language, Finnish finnish)
    {
        var lexicon = new Lexicon(new WordKeys(language, finnish));
        var names = new Dictionary<string, string>();
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource));
        while (reader.ReadLine() is { } line)
            if (line.StartsWith('@'))
                names.Add("<" + line[1..line.IndexOf('\t')] + ">", Named(line[(line.IndexOf('\t') + 1)..], names));
            else if (line.Split('\t') is [var label, var weight, var list, ..])
                foreach (var phrase in list.Split("; "))
                    lexicon.Add(label, double.Parse(weight, CultureInfo.InvariantCulture), phrase, names);
        return lexicon;
    }

    /// <summary>The phrases in the words: at each word the longest, and of those the first in the file; no word in two of them.</summary>
    public List<FoundPhrase> FoundIn(SaidWords said)
    {
        var found = new List<FoundPhrase>();
        var words = CollectionsMarshal.AsSpan(said.Words);
        var taken = new bool[words.Length];
        var steps = new List<int>();
        for (var first = 0; first < words.Length; first++)
            if (!taken[first] && Longest(words, first, steps, taken) is { } phrase)
            {
                foreach (var step in steps)
                    taken[step] = true;
                found.Add(new FoundPhrase(phrase, TextSpan.Between(words[first].Span.Start, words[steps[^1]].Span.End), first, steps[^1]));
            }
        return found;
    }

    private Phrase? Longest(ReadOnlySpan<SaidWord> words, int first, List<int> steps, bool[] taken)
    {
        Phrase? longest = null;
        steps.Clear();
        foreach (var item in words[first].Items)
            if (item < phrases.Count && phrases[item] is { } begun)
                foreach (var phrase in begun)
                    if (Follow(words, first, phrase, taken) is { } way && (way.Count > steps.Count || (way.Count == steps.Count && phrase.Place < longest!.Place)))
                    {
                        longest = phrase;
                        steps.Clear();
                        steps.AddRange(way);
                    }
        return longest;
    }

    /// <summary>The nearest word is taken for each step; a way that leads nowhere is not tried again with a farther one.</summary>
    private static List<int>? Follow(ReadOnlySpan<SaidWord> words, int first, Phrase phrase, bool[] taken)
    {
        List<int>? way = null;
        var at = first;
        foreach (var step in phrase.Steps.AsSpan(1))
        {
            var next = Next(words, at, step, taken);
            if (next < 0 && !step.IsOptional)
                return null;
            if (next >= 0)
                (way ??= [first]).Add(at = next);
        }
        return way ?? [first];
    }

    private static int Next(ReadOnlySpan<SaidWord> words, int at, PhraseStep step, bool[] taken)
    {
        for (var i = at + 1; i < words.Length && i <= at + 1 + step.Between && words[i].Sentence == words[at].Sentence; i++)
            if (!taken[i] && words[i].Is(step.Item))
                return i;
        return -1;
    }

    private void Add(string label, double weight, string phrase, Dictionary<string, string> names)
    {
        var steps = new List<PhraseStep>();
        var between = 0;
        foreach (var step in phrase.Split(' '))
            if (step.StartsWith("..", StringComparison.Ordinal))
                between = int.Parse(step.AsSpan(2), CultureInfo.InvariantCulture);
            else
            {
                steps.Add(new PhraseStep(Keys.NumberOf(Named(step.TrimEnd('?'), names)), between, step.EndsWith('?')));
                between = 0;
            }
        while (phrases.Count <= steps[0].Item)
            phrases.Add(null);
        (phrases[steps[0].Item] ??= []).Add(new Phrase(label, weight, [.. steps], places++));
    }

    private static string Named(string step, Dictionary<string, string> names) =>
        string.Join('|', step.Split('|').Select(atom => atom[0] == '<' ? names[atom] : atom));
}
