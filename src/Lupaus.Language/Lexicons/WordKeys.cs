using System.Collections.Concurrent;
using Lupaus.Language.Morphology;
using Lupaus.Language.Stemming;

namespace Lupaus.Language.Lexicons;

/// <summary>
/// What a lexicon looks for in single words, numbered, and which of it a word is. An item is one word or several with | between:
/// "odottaa" goes by lemma or compound part, or by stem where there is no dictionary; "=voi" by the very letters; "odot*" by how it begins
/// and "*nut" by how it ends; "#" is a number. Of Finnish verbs, "auttaa%" is what has come to pass ("auttoi", "auttanut", "autettiin");
/// of any of them "%te" is what you did ("jätitte"), "%passive" what was done ("jätettiin"), "%order" what you
/// shall do ("lähettäkää") and "%asks" whether ("onko"). Thread-safe once it is filled.
/// </summary>
internal sealed class WordKeys(TextLanguage language, Finnish finnish)
{
    private const int LongestWord = 60;
    private const int LongestEnding = 8;
    private const int MostRemembered = 20_000;

    private readonly Stemmer stemmer = Stemmer.Of(language)!;
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, List<int>> items = [];
    private readonly ConcurrentDictionary<string, int[]> remembered = [];

    public int NumberOf(string item)
    {
        if (numbers.TryGetValue(item, out var number))
            return number;
        numbers[item] = number = numbers.Count;
        foreach (var atom in item.Split('|'))
            foreach (var key in KeysOfAtom(atom))
                Add(key, number);
        return number;
    }

    public int[] Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return [];
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        if (remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var known))
            return known;
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        var surface = lower.ToString();
        return remembered[surface] = Look(surface);
    }

    private IEnumerable<string> KeysOfAtom(string atom) =>
        atom == "#" ? ["#"] :
        atom[0] == '=' ? new[] { atom, "=" + Fold.Of(atom.AsSpan(1)) }.Distinct() :
        atom[0] == '*' || atom[^1] == '*' ? [Fold.Of(atom)] :
        atom[0] == '%' ? [atom] :
        atom[^1] == '%' ? [atom, "~" + stemmer.Stem(Fold.Of(atom.AsSpan(..^1)))] :
        language == TextLanguage.Finnish ? ["=" + atom, "+" + atom, "~" + stemmer.Stem(Fold.Of(atom))] :
        ["=" + atom, "~" + stemmer.Stem(atom)];

    private int[] Look(string word)
    {
        var found = new HashSet<int>();
        Take(found, "=" + word);
        if (char.IsAsciiDigit(word[0]))
            Take(found, "#");
        var folded = Fold.Of(word);
        for (var length = 3; length <= folded.Length; length++)
            Take(found, string.Concat(folded.AsSpan(0, length), "*"));
        for (var length = 2; length < folded.Length && length <= LongestEnding; length++)
            Take(found, string.Concat("*", folded.AsSpan(folded.Length - length)));
        if (language == TextLanguage.Finnish)
            TakeFinnish(found, word, folded);
        else
            Take(found, "~" + stemmer.Stem(word));
        return [.. found];
    }

    private void TakeFinnish(HashSet<int> found, string word, string folded)
    {
        var readings = finnish.Readings(word);
        if (readings.Count == 0)
            Take(found, "~" + stemmer.Stem(folded));
        foreach (var reading in readings)
        {
            Take(found, "+" + reading.Lemma);
            if (reading.Verb is { } verb)
                Take(found, "+" + verb);
            foreach (var part in reading.Parts)
                Take(found, "+" + part);
            if (reading.IsPast || reading.IsParticiple)
                Take(found, reading.Verb + "%");
        }
        if (readings.Count > 0 && Doer(readings[0]) is { } doer && readings.All(reading => Doer(reading) == doer))
            Take(found, doer);
    }

    /// <summary>Of a verb, whose doing it is. It is believed where every reading of the word says so.</summary>
    private static string? Doer(Reading reading) => reading switch
    {
        { Asks: true } => "%asks",
        { Mood: VerbMood.Imperative, Person: VerbPerson.SecondPlural } => "%order",
        { Mood: VerbMood.Indicative, IsPast: true, Person: VerbPerson.SecondPlural } => "%te",
        { Mood: VerbMood.Indicative, IsPast: true, Person: VerbPerson.Passive } => "%passive",
        _ => null,
    };

    private void Take(HashSet<int> found, string key)
    {
        if (items.TryGetValue(key, out var of))
            found.UnionWith(of);
    }

    private void Add(string key, int number)
    {
        if (!items.TryGetValue(key, out var of))
            items[key] = of = [];
        of.Add(number);
    }
}
