namespace Lupaus.Web.Core.Outbox;

/// <summary>What came of handing a letter to a mail server.</summary>
public abstract record Carried
{
    private Carried() { }

    /// <summary>The server has it and answers for it.</summary>
    public sealed record Taken : Carried;

    /// <summary>Not now.</summary>
    /// <param name="IsOurs">Whether it is our own mailbox that is in trouble, and not this letter: then it waits for as long as that takes.</param>
    public sealed record NotNow(string Trouble, bool IsOurs, string? Status = null) : Carried;

    /// <summary>The server says that this address won't get it, now or later.</summary>
    /// <param name="Status">RFC 3463: "5.1.1".</param>
    public sealed record Refused(string? Status, string? Said) : Carried;

    /// <summary>The answer was lost: the server may have it or not (RFC 1047).</summary>
    public sealed record Unknown(string Trouble) : Carried;
}

/// <summary>Who a letter about a ticket comes from, and what stands beneath it.</summary>
/// <param name="Signature">Null where nothing is wished.</param>
public sealed record LettersFrom(EmailAddress Address, string? Signature);

/// <summary>The mail servers that letters leave by. A later room knows them; where there are none, letters go into a folder.</summary>
public interface IMailServers
{
    /// <summary>Null where there is no server to send by.</summary>
    Task<Carried?> Carry(ReadyLetter letter, CancellationToken stop);

    /// <summary>Whether letters leave by a server at all.</summary>
    ValueTask<bool> Are(CancellationToken stop);

    /// <summary>The address a ticket's letters come from; without a ticket, all others. Null for the company's own.</summary>
    ValueTask<LettersFrom?> From(TicketId? ticket, LanguageCode language, LupausDb db, CancellationToken stop);
}
