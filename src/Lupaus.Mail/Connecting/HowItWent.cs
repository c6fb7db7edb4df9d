namespace Lupaus.Mail.Connecting;

/// <summary>What came of a talk with a server.</summary>
public enum HowItWent
{
    /// <summary>It went well.</summary>
    Ok,

    /// <summary>The net, or the server for now: try again later.</summary>
    NotReached,

    /// <summary>Name, password or token weren't accepted: somebody has to do something.</summary>
    NotAllowed,

    /// <summary>No protected connection came about: somebody has to do something.</summary>
    TlsTrouble,

    /// <summary>The server understood and said no.</summary>
    Refused,

    /// <summary>The server speaks in a way that can't be followed.</summary>
    Odd,
}
