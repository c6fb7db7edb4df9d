namespace Lupaus.Core.Tickets;

public readonly record struct TagId(long Value) : IId<TagId>
{
    public static TagId From(long value) => new(value);
}

/// <summary>A word of the house's own for tickets that belong together. However it is spelt, in capitals or not, it is one tag.</summary>
public sealed class Tag
{
    public const int MaxLength = 40;

    /// <summary>What has more tags than this is described by none of them.</summary>
    public const int MostOfATicket = 20;

    private Tag() { }

    public TagId Id { get; private init; }

    /// <summary>As it was first written.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What tells it from others.</summary>
    public string Key { get; private init; } = "";

    public static Tag Of(string name, DateTimeOffset now)
    {
        WhyNot(name).StopIfAny();
        return new Tag { Id = new(Ids.Next(now)), Name = name.OneLine(), Key = KeyOf(name) };
    }

    public static string KeyOf(string? name) => name.OneLine().ToLowerInvariant();

    /// <summary>A comma parts one tag from the next wherever several are written.</summary>
    public static Refusal? WhyNot(string? name) =>
        name.OneLine().Length == 0 ? Refusal.Because("tag.empty") :
        KeyOf(name).Length > MaxLength || name.OneLine().Length > MaxLength ? Refusal.Because("tag.long").With("limit", MaxLength) :
        name.OneLine().Contains(',') ? Refusal.Because("tag.comma") :
        null;
}

/// <summary>That a ticket has a tag.</summary>
public sealed class TicketTag
{
    private TicketTag() { }

    public TicketTag(TicketId ticket, TagId tag, AgentId by, DateTimeOffset now) => (TicketId, TagId, By, At) = (ticket, tag, by, now);

    public TicketId TicketId { get; private init; }

    public TagId TagId { get; private init; }

    public AgentId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}
