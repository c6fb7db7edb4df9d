namespace Lupaus.Ground.Identity;

/// <summary>What changed in how an agent gets in.</summary>
public enum WayIn
{
    PasswordChosen,
    PasskeyAdded,
    PasskeyRemoved,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesMade,

    /// <summary>An admin took the second factor away, since its holder can't use it any more.</summary>
    SecondFactorReset,

    /// <summary>Signed out everywhere else.</summary>
    OtherSessionsEnded,

    /// <summary>An admin signed them out everywhere.</summary>
    SessionsEnded,

    /// <summary>They came by another house's word for the first time: from now on it is them.</summary>
    OtherHouseBound,

    OtherHouseUnbound,
}
