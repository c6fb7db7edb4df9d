namespace Lupaus.Mail.Smtp;

/// <summary>What came of a sending as a whole.</summary>
public enum HowItWasSent
{
    /// <summary>Each recipient has an answer.</summary>
    Answered,

    /// <summary>The net, or the server for now; the message was surely not taken. Try again later.</summary>
    NotReached,

    /// <summary>Name, password or token weren't accepted; the message was not taken. Somebody has to do something.</summary>
    NotAllowed,

    /// <summary>No protected connection came about; the message was not taken. Somebody has to do something.</summary>
    TlsTrouble,

    /// <summary>The server speaks in a way that can't be followed; the message was surely not taken.</summary>
    Odd,

    /// <summary>The message's end may have reached the server and its answer was lost: it may have been taken or not (RFC 1047).</summary>
    Unknown,
}
