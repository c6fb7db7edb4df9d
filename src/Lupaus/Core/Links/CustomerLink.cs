namespace Lupaus.Core.Links;

public readonly record struct LinkId(long Value) : IId<LinkId>
{
    public static LinkId From(long value) => new(value);

    public static LinkId New(DateTimeOffset now) => new(Ids.Next(now));
}

/// <summary>A customer's way to their own page of one ticket. Made anew for each message, and can be revoked.</summary>
public sealed class CustomerLink
{
    private CustomerLink() { }

    /// <param name="takesPart">For somebody who takes part in the matter of another.</param>
    public CustomerLink(TicketId ticket, PersonId person, DateTimeOffset now, bool takesPart = false) =>
        (Id, TicketId, PersonId, MadeAt, TakesPart) = (LinkId.New(now), ticket, person, now, takesPart);

    public LinkId Id { get; private init; }

    public TicketId TicketId { get; private init; }

    public PersonId PersonId { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>It is not the customer's, and opens only as long as its owner takes part.</summary>
    public bool TakesPart { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The same link, as it leads to the ticket in which this one's goes on.</summary>
    public CustomerLink LeadingTo(TicketId whole) => new() { Id = Id, TicketId = whole, PersonId = PersonId, MadeAt = MadeAt, TakesPart = TakesPart };

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
