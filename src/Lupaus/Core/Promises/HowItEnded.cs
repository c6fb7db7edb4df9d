namespace Lupaus.Core.Promises;

public enum HowItEnded
{
    /// <summary>What was promised reached the customer by due, by whoever did it.</summary>
    Kept,

    /// <summary>The same thing later, decided before due, the customer told why.</summary>
    Moved,

    /// <summary>Due passed, or the ticket was closed with it undone.</summary>
    Broken,

    /// <summary>The customer no longer needs it.</summary>
    Withdrawn,
}
