namespace Lupaus.Core.Promises;

public enum PromiseKind
{
    /// <summary>A person answers what the customer wrote.</summary>
    Answer,

    /// <summary>Somebody finds out and tells.</summary>
    FindOut,

    /// <summary>Something is done, and the customer hears of it.</summary>
    Act,

    /// <summary>It is the customer's turn; we ask again if we don't hear from them.</summary>
    CheckBack,
}
