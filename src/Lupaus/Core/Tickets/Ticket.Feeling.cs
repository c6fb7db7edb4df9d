namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>How the customer's newest word seems to feel; null before anybody has read one.</summary>
    public Mood? Mood { get; private set; }

    /// <summary>A word of the customer's has been read. A turn for the worse is a fact of its own, so that its owner hears of it.</summary>
    public void SeemsToFeel(Mood mood, MessageId message, DateTimeOffset now)
    {
        WhyNotTouch().StopIfAny();
        var before = Mood;
        Mood = mood;
        if (mood == Tickets.Mood.Dissatisfied && before is { } feeling and not Tickets.Mood.Dissatisfied)
            Happened(new MoodTurned(message, feeling, mood), CustomerId, now);
    }
}
