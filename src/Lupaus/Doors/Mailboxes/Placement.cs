namespace Lupaus.Doors.Mailboxes;

/// <summary>What in a mail points to a matter that we have already, the surest first.</summary>
public enum Clue
{
    /// <summary>It was written to the matter's own address, which only we can make up.</summary>
    ReplyAddress,

    /// <summary>It answers a message of the matter (RFC 5322, 3.6.4).</summary>
    InReplyTo,

    /// <summary>It goes on from a message of the matter, which it doesn't answer itself.</summary>
    References,

    /// <summary>Its subject carries the matter's reference, which anybody may have seen.</summary>
    Subject,
}

/// <summary>What the writer is in a matter.</summary>
public enum Standing
{
    Customer,

    /// <summary>Takes part beside the customer.</summary>
    Participant,

    /// <summary>Of the customer's own organisation.</summary>
    Colleague,

    Stranger,
}

/// <summary>A matter a mail points to.</summary>
public sealed record Pointer(Clue Clue, TicketId Ticket, Standing Writer, bool IsOpen);

/// <summary>
/// Where a mail belongs: it joins the matter it points to when its writer takes part there. From somebody unknown it
/// waits on that matter, seen by its owner, and says nothing yet to the customer; where only the subject points, or to a
/// closed matter, it is a new one.
/// </summary>
public abstract record Placement
{
    public sealed record Joins(TicketId Ticket, Clue Because) : Placement;

    public sealed record WaitsOn(TicketId Ticket, Clue Because) : Placement;

    public sealed record Opens : Placement;

    /// <summary>Where a machine's mail is written down, open or not: nothing follows from it. Null where only the subject of a stranger points.</summary>
    public static Pointer? WhereRecorded(IReadOnlyCollection<Pointer> pointers) =>
        pointers.Where(p => p.Clue != Clue.Subject || p.Writer != Standing.Stranger).MinBy(p => p.Clue);

    /// <param name="pointers">All there are; of one kind, the newest message's first.</param>
    public static Placement Of(IReadOnlyCollection<Pointer> pointers)
    {
        var surest = pointers.OrderBy(p => p.Clue).ToArray();
        if (Array.Find(surest, p => p.Writer != Standing.Stranger) is { } own)
            return new Joins(own.Ticket, own.Clue);
        return Array.Find(surest, p => p.Clue != Clue.Subject && p.IsOpen) is { } foreign
            ? new WaitsOn(foreign.Ticket, foreign.Clue)
            : new Opens();
    }
}
