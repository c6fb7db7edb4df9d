namespace Lupaus.Core.Tickets;

/// <summary>Why this agent answers for the ticket.</summary>
public enum OwnerReason
{
    /// <summary>They already look after another open matter of this customer.</summary>
    KnowsCustomer,

    /// <summary>Able, on duty, and with the least work ahead.</summary>
    LeastWork,

    /// <summary>Nobody else could take it.</summary>
    DutyAgent,

    /// <summary>Nobody else could take it, and the duty agent is the one who asks.</summary>
    ForDutyAgent,

    /// <summary>The owner was away and this is their stand-in.</summary>
    StandIn,

    /// <summary>A free agent took it before anyone had touched it.</summary>
    TookNext,

    /// <summary>The owner left the company.</summary>
    OwnerLeft,

    /// <summary>The owner is away for longer than three working days.</summary>
    LongAbsence,

    /// <summary>It was theirs before it was closed.</summary>
    OwnedBefore,

    /// <summary>A colleague gave it to them.</summary>
    Given,

    /// <summary>A colleague offered it, and they accepted.</summary>
    HandedOver,

    /// <summary>They passed the customer's mail on to us.</summary>
    BroughtIt,

    /// <summary>A rule of the house gave it to them.</summary>
    Rule,
}
