namespace Lupaus.Storage.Ground.Foundations;

/// <summary>Something that follows the clock and not the data. Whichever web node claims its hour does it, once.</summary>
public sealed class Clockwork
{
    private Clockwork() { }

    /// <summary>From now on; the hour that has just passed counts as done.</summary>
    public Clockwork(string name, DateTimeOffset due) => (Name, DueAt, DoneAt) = (name, due, due);

    public string Name { get; private init; } = "";

    /// <summary>The hour that was claimed last.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Until then nobody else tries; it may have died meanwhile, or failed.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public bool Claim(DateTimeOffset due, DateTimeOffset now, TimeSpan patience)
    {
        var isDone = DueAt >= due && DoneAt >= due;
        if (isDone || ClaimedUntil > now)
            return false;
        (DueAt, ClaimedUntil) = (due, now + patience);
        return true;
    }

    /// <summary>Something is done of the same kind, out of its hour: nobody else does it meanwhile.</summary>
    public bool Hold(DateTimeOffset now, TimeSpan patience)
    {
        if (ClaimedUntil > now)
            return false;
        ClaimedUntil = now + patience;
        return true;
    }

    public void LetGo() => ClaimedUntil = null;

    public void Done(DateTimeOffset now) => (DoneAt, ClaimedUntil) = (now, null);
}
