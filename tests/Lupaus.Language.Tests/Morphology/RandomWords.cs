using Lupaus.Language.Morphology;

namespace Lupaus.Language.Tests.Morphology;

/// <summary>Words that the dictionary itself makes up, by wandering through it: all inflections and compounds, common or not.</summary>
internal sealed class RandomWords(Finnish finnish, int seed)
{
    private const int MostLetters = 24;

    private readonly Random random = new(seed);

    public IEnumerable<string> Take(int count)
    {
        for (var made = 0; made < count;)
            if (Wander() is { } word)
            {
                made++;
                yield return word;
            }
    }

    /// <summary>Null when it ended up nowhere. Flags are not looked at, so some of these are no words: libvoikko and we must agree on that too.</summary>
    private string? Wander()
    {
        var word = "";
        for (var state = 0; word.Length < MostLetters;)
        {
            var ways = finnish.Ways(state);
            var way = ways[random.Next(ways.Length)];
            if (way.In == Cell.Final)
                return word;
            if (finnish.Symbols[way.In] is [var letter])
                word += letter;
            state = way.Target;
        }
        return null;
    }
}
