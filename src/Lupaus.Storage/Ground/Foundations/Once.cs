namespace Lupaus.Storage.Ground.Foundations;

/// <summary>That something asked for under this source and key has been done, and what came of it.</summary>
public sealed class Once
{
    private Once() { }

    public Once(Source source, TicketId? ticket, DateTimeOffset at) =>
        (Name, Key, Fingerprint, TicketId, At) = (source.Name, source.Key, source.Fingerprint, ticket, at);

    public string Name { get; private init; } = "";

    public string Key { get; private init; } = "";

    /// <summary>Of what was asked, where the key doesn't tell it.</summary>
    public string? Fingerprint { get; private init; }

    public TicketId? TicketId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

public static class OnlyOnce
{
    /// <summary>
    /// What was done under this source and key before; null when it is new (or has no key). Something else asked under
    /// the same key is refused: answering it with what was done before would be a lie.
    /// </summary>
    public static async Task<Once?> Done(this LupausDb db, Source? source, CancellationToken stop)
    {
        if (source is null)
            return null;
        db.Asked = source;
        var done = await db.Onces.AsNoTracking().FirstOrDefaultAsync(o => o.Name == source.Name && o.Key == source.Key, stop);
        (done is not null && done.Fingerprint != source.Fingerprint ? Refusal.Because("once.other") : null).StopIfAny();
        return done;
    }

    /// <summary>Remembers it with the change itself; a twin that comes at the same moment then finds it done.</summary>
    public static void Remember(this LupausDb db, Source? source, TicketId? ticket, DateTimeOffset now)
    {
        if (source is not null)
            db.Onces.Add(new Once(source, ticket, now));
    }
}
