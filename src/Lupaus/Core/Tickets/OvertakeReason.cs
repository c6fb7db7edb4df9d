namespace Lupaus.Core.Tickets;

/// <summary>Why an agent takes another ticket than the one that is next.</summary>
public enum OvertakeReason
{
    /// <summary>The customer is on the line, or at the counter.</summary>
    CustomerIsHere,

    /// <summary>They know the matter already.</summary>
    KnowsIt,

    /// <summary>It belongs together with another that they do now.</summary>
    GoesTogether,

    /// <summary>It is in more of a hurry than the order can know.</summary>
    CannotWait,
}
