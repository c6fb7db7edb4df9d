namespace Lupaus.Core.Promises;

/// <summary>
/// What exactly was promised, in the promiser's words; for a check-back, the reminder as it will be sent.
/// Apart from the ledger, so that words can be erased while the ledger stands.
/// </summary>
public sealed class PromiseWords
{
    public const int MaxLength = 2_000;

    private PromiseWords() { }

    public PromiseWords(TicketId ticket, int number, string text) => (TicketId, Number, Text) = (ticket, number, text);

    public TicketId TicketId { get; private init; }

    public int Number { get; private init; }

    public string Text { get; private init; } = "";

    public static Refusal? WhyNotSay(string? text) =>
        (text?.Length ?? 0) > MaxLength ? Refusal.Because("promise.words.long").With("limit", MaxLength) : null;
}
