namespace Lupaus.Core.Tickets;

/// <summary>A letter that will not arrive.</summary>
/// <param name="Letter">The message's own, or a copy's.</param>
/// <param name="CopyTo">Somebody who takes part, where it was a copy to them.</param>
public sealed record Unreached(MessageId Message, MessageId Letter, PersonId? CopyTo, string? Status);

public sealed partial class Ticket
{
    /// <summary>
    /// A letter of ours did not arrive. What it promised stands as it was; the owner owes to reach the customer another
    /// way, once for all that didn't arrive meanwhile. A copy to somebody else owes nothing to the customer.
    /// </summary>
    /// <param name="toDo">What the duty is called.</param>
    public void DidNotReach(Unreached letter, string toDo, DateTimeOffset due, DateTimeOffset now)
    {
        Happened(new NotReached(letter.Message, letter.Letter, letter.CopyTo, letter.Status), Actor.Lupaus, now);
        if (letter.CopyTo is null && IsOpen)
            OweToReach(letter.Message, toDo, due, now);
    }

    /// <summary>It had ended with the very words that didn't arrive: it goes on until the customer has heard them.</summary>
    public void GoOnUnheard(MessageId unreached, AgentId owner, OwnerReason why, AnswerPromised promised, string toDo, DateTimeOffset now)
    {
        Reopen(owner, why, promised with { OnPageOnly = true }, Actor.Lupaus, now);
        OweToReach(unreached, toDo, promised.Due, now);
    }

    public void IsDelayed(Unreached letter, DateTimeOffset now) => Happened(new LetterDelayed(letter.Message, letter.CopyTo), Actor.Lupaus, now);

    public void IsUnsure(MessageId message, MessageId letter, PersonId? copyTo, DateTimeOffset now) => Happened(new LetterUnsure(message, letter, copyTo), Actor.Lupaus, now);

    public void SentAgain(MessageId letter, AgentId by, DateTimeOffset now) => Happened(new LetterSentAgain(letter), by, now);

    /// <summary>They have heard from a person of ours, in a way that works.</summary>
    public void Reached(Actor by, DateTimeOffset now) => EndReaching(dropped: false, by, now);

    /// <summary>It has ended otherwise: nobody has to be reached any more.</summary>
    public void NeedsNoReaching(Actor by, DateTimeOffset now) => EndReaching(dropped: true, by, now);

    private void OweToReach(MessageId letter, string toDo, DateTimeOffset due, DateTimeOffset now)
    {
        if (!duties.Exists(d => d.IsToReach))
            Owe(toDo, OwnerId, due, isTold: false, Actor.Lupaus, now, letter);
    }

    private void EndReaching(bool dropped, Actor by, DateTimeOffset now)
    {
        foreach (var duty in duties.Where(d => d.IsToReach).ToArray())
            FinishDuty(duty.Id, dropped, by, now);
    }
}
