namespace Lupaus.Mail.Imap;

/// <summary>What came of fetching a message.</summary>
public enum Fetched
{
    /// <summary>It is there, whole.</summary>
    Whole,

    /// <summary>It is bigger than was asked for. What was written of it is to be thrown away.</summary>
    TooBig,

    /// <summary>Somebody has removed it meanwhile.</summary>
    Gone,
}
