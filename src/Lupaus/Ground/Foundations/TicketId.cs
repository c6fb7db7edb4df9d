namespace Lupaus.Ground.Foundations;

// Ids that facts and promises speak of; the things themselves stand further down the street.

public readonly record struct TicketId(long Value) : IId<TicketId>
{
    public static TicketId From(long value) => new(value);

    public static TicketId New(DateTimeOffset now) => new(Ids.Next(now));

    // Lists go on after an id, and the databases compare them too.
    public static bool operator <(TicketId one, TicketId other) => one.Value < other.Value;

    public static bool operator >(TicketId one, TicketId other) => one.Value > other.Value;
}

public readonly record struct MessageId(long Value) : IId<MessageId>
{
    public static MessageId From(long value) => new(value);

    public static MessageId New(DateTimeOffset now) => new(Ids.Next(now));

    public static bool operator <(MessageId one, MessageId other) => one.Value < other.Value;

    public static bool operator >(MessageId one, MessageId other) => one.Value > other.Value;
}

public readonly record struct ReceivedMailId(long Value) : IId<ReceivedMailId>
{
    public static ReceivedMailId From(long value) => new(value);

    public static ReceivedMailId New(DateTimeOffset now) => new(Ids.Next(now));

    // Lists go on after an id, and the databases compare them too.
    public static bool operator <(ReceivedMailId one, ReceivedMailId other) => one.Value < other.Value;

    public static bool operator >(ReceivedMailId one, ReceivedMailId other) => one.Value > other.Value;
}

public readonly record struct MacroId(long Value) : IId<MacroId>
{
    public static MacroId From(long value) => new(value);
}

public readonly record struct RuleId(long Value) : IId<RuleId>
{
    public static RuleId From(long value) => new(value);
}

public readonly record struct PlaybookId(long Value) : IId<PlaybookId>
{
    public static PlaybookId From(long value) => new(value);
}
