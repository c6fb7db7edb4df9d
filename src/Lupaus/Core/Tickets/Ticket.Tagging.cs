namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>The tag itself is a row of its own; noting it here keeps two people from going over the limit at once.</summary>
    public TicketTag TagAs(Tag tag, int has, AgentId by, DateTimeOffset now)
    {
        WhyNotTag(has).StopIfAny();
        Happened(new TagAdded(tag.Id), by, now);
        return new TicketTag(Id, tag.Id, by, now);
    }

    public static Refusal? WhyNotTag(int has) =>
        has >= Tag.MostOfATicket ? Refusal.Because("tag.many").With("limit", Tag.MostOfATicket) : null;

    public void LosesTag(TagId tag, AgentId by, DateTimeOffset now) => Happened(new TagRemoved(tag), by, now);
}
