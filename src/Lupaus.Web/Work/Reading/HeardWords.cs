using Lupaus.Core.Tickets;

namespace Lupaus.Web.Work.Reading;

internal static class HeardWords
{
    /// <summary>What has just been heard, and in which ticket; both are part of the change that is being made.</summary>
    public static (Message Message, Ticket Ticket) Heard(this LupausDb db, MessageReceived fact)
    {
        var message = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message).Entity;
        return (message, db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == message.TicketId).Entity);
    }
}
