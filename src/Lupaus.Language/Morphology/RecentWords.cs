using System.Collections.Concurrent;

namespace Lupaus.Language.Morphology;

/// <summary>
/// Words looked up lately. Two generations: when the young one is full it becomes the old one, whose words come back as they are asked for
/// and are forgotten with it otherwise. No locks; two threads at once may look up the same word.
/// </summary>
internal sealed class RecentWords
{
    private const int MostInGeneration = 25_000;

    private ConcurrentDictionary<string, Reading[]> young = new();
    private ConcurrentDictionary<string, Reading[]> old = new();
    private int count;

    public Reading[]? Find(ReadOnlySpan<char> word)
    {
        if (young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var readings))
            return readings;
        return old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out readings) ? Keep(word.ToString(), readings) : null;
    }

    public Reading[] Keep(string word, Reading[] readings)
    {
        if (Interlocked.Increment(ref count) == MostInGeneration)
        {
            (old, young) = (young, new ConcurrentDictionary<string, Reading[]>());
            count = 0;
        }
        young[word] = readings;
        return readings;
    }
}
