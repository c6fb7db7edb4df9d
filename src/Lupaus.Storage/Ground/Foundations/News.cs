namespace Lupaus.Storage.Ground.Foundations;

/// <summary>
/// What has just been stored, told to those in this process who follow: what is remembered and must be forgotten, pages
/// that are open. It has happened: nobody who hears of it here can change it any more.
/// </summary>
public sealed class News
{
    private event Action<IReadOnlyList<NewsItem>>? Heard;

    public void Follow(Action<IReadOnlyList<NewsItem>> hear) => Heard += hear;

    /// <summary>For those who only want to know that something of this kind has happened.</summary>
    public void Follow<TFact>(Action hear) where TFact : Fact => Follow(items =>
    {
        if (items.Any(item => item.Happening.What is TFact))
            hear();
    });

    public void Tell(IReadOnlyList<NewsItem> items) => Heard?.Invoke(items);
}

/// <param name="Matter">The ticket it happened to; null when it is about ourselves.</param>
public sealed record NewsItem(TicketId? Matter, Happening Happening);
