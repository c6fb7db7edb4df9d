namespace Lupaus.Core.Promises;

/// <summary>A line of the ledger: how one promise ended. It never changes, and one promise ends once.</summary>
public sealed class PromiseEnd
{
    private PromiseEnd() { }

    internal PromiseEnd(TicketId ticket, Promise promise)
    {
        TicketId = ticket;
        Number = promise.Number;
        Kind = promise.Kind;
        Due = promise.Due;
        MadeAt = promise.MadeAt;
        Promiser = promise.Promiser;
        ToldIn = promise.ToldIn;
        Moves = promise.Moves;
        WordsIn = promise.WordsIn;
    }

    public TicketId TicketId { get; private init; }

    public int Number { get; private init; }

    public PromiseKind Kind { get; private init; }

    public DateTimeOffset Due { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public AgentId Promiser { get; private init; }

    public MessageId ToldIn { get; private init; }

    public int Moves { get; private init; }

    public int? WordsIn { get; private init; }

    public HowItEnded How { get; internal init; }

    /// <summary>When it ended; for a lapsed promise its due time.</summary>
    public DateTimeOffset At { get; internal init; }

    public DateTimeOffset NoticedAt { get; internal init; }
}
