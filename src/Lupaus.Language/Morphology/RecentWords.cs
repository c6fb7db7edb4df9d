using System.Collections.Concurrent;

namespace Lupaus.Language.Morphology;

/// <summary>
/// Words looked up lately. Two generations: when the young one is full it becomes the old one, whose words come back as they are asked for
/// and are forgotten with it otherwise. No locks; two threads at once may look up the same word.
/// </summary>
internal sealed class RecentWords<T> where T : class
{
    private const int MostInGeneration = 25_000;

    private ConcurrentDictionary<string, T> young = new();
    private ConcurrentDictionary<string, T> old = new();
    private int count;

    public T? Find(ReadOnlySpan<char> word)
    {
        if (young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var readings))
            return readings;
        return old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out readings) ? Keep(word.ToString(), readings) : null;
    }

    public T Keep(string word, T readings)
    {
        if (Interlocked.Increment(ref count) == MostInGeneration)
        {
            (old, young) = (young, new ConcurrentDictionary<string, T>());
            count = 0;
        }
        young[word] = readings;
        return readings;
    }
}
