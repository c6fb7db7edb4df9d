using System.Globalization;

namespace Lupaus.Storage.Ground.Foundations;

/// <summary>
/// What has just been stored, told to those in this process who follow: what is remembered and must be forgotten, pages
/// that are open. It has happened: nobody who hears of it here can change it any more. What other processes on the same
/// database store is told too, where the database passes it on; each fact once.
/// </summary>
public sealed class News
{
    // Enough for what may be on its way between the save and the word of it.
    private const int Remembered = 4096;

    private readonly Lock turn = new();
    private readonly HashSet<long> told = [];
    private readonly Queue<long> oldest = [];
    private readonly string begun = Guid.NewGuid().ToString("N")[..8];
    private long ofTickets;

    private event Action<IReadOnlyList<NewsItem>>? Heard;

    private event Action? Forgotten;

    /// <summary>
    /// How far the news of tickets have come in this process. Whoever notes it before they look, and finds another one
    /// later, has missed something or may have.
    /// </summary>
    public string SoFar => string.Create(CultureInfo.InvariantCulture, $"{begun}.{Interlocked.Read(ref ofTickets)}");

    public void Follow(Action<IReadOnlyList<NewsItem>> hear) => Heard += hear;

    /// <summary>For those who only want to know that something of this kind has happened, or may have: they look for themselves.</summary>
    public void Follow<TFact>(Action hear) where TFact : Fact
    {
        Follow(items =>
        {
            if (items.Any(item => item.Happening.What is TFact))
                hear();
        });
        FollowForgetting(hear);
    }

    /// <summary>The whole database is another one than before: whatever is remembered of it no longer holds.</summary>
    public void FollowForgetting(Action forget) => Forgotten += forget;

    public void ForgetEverything() => Forgotten?.Invoke();

    public void Tell(IReadOnlyList<NewsItem> items)
    {
        if (items.Where(item => IsNew(item.Fact)).ToArray() is not { Length: > 0 } news)
            return;
        if (news.Any(item => item.Matter is not null))
            Interlocked.Increment(ref ofTickets);
        Heard?.Invoke(news);
    }

    public bool Knows(long fact)
    {
        lock (turn)
            return told.Contains(fact);
    }

    private bool IsNew(long fact)
    {
        lock (turn)
        {
            if (!told.Add(fact))
                return false;
            oldest.Enqueue(fact);
            if (oldest.Count > Remembered)
                told.Remove(oldest.Dequeue());
            return true;
        }
    }
}

/// <param name="Fact">The id of the fact.</param>
/// <param name="Matter">The ticket it happened to; null when it is about ourselves.</param>
public sealed record NewsItem(long Fact, TicketId? Matter, Happening Happening);
