using Lupaus.Core.Tickets;

namespace Lupaus.Work.Search;

/// <summary>
/// What of a message, or of a ticket's head (its subject, its customer's name), can be searched. It has the id of what it is about. The
/// database takes <see cref="Tokens"/> into its index as the row is stored, and keeps no text here: the words stand in the messages.
/// </summary>
public sealed class SearchEntry
{
    private SearchEntry() { }

    public long Id { get; private init; }

    public MessageId? MessageId { get; private init; }

    /// <summary>The message's ticket, wherever it goes.</summary>
    public TicketId TicketId { get; private init; }

    /// <summary>Tokens on their way into the index, in the database's own notation; empty once they are there.</summary>
    public string Tokens { get; private set; } = "";

    /// <summary>The analyser they are of; another than today's, and the entry is made anew.</summary>
    public string MadeBy { get; private set; } = "";

    public static SearchEntry Of(Message message, string tokens, string madeBy) => new() { Id = message.Id.Value, MessageId = message.Id, TicketId = message.TicketId, Tokens = tokens, MadeBy = madeBy };

    public static SearchEntry Of(TicketId ticket, string tokens, string madeBy) => new() { Id = ticket.Value, TicketId = ticket, Tokens = tokens, MadeBy = madeBy };

    public void Renew(string tokens, string madeBy) => (Tokens, MadeBy) = (tokens, madeBy);
}
