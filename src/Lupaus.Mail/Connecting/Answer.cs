namespace Lupaus.Mail.Connecting;

/// <summary>What came of a question to a server: a value when it went well, otherwise why not.</summary>
/// <param name="How">What came of it.</param>
/// <param name="Value">What was asked for; only when it went well.</param>
/// <param name="Why">Why it didn't go well; null when it did.</param>
public sealed record Answer<T>(HowItWent How, T? Value, Trouble? Why)
{
    /// <summary>Whether it went well.</summary>
    public bool IsOk => How == HowItWent.Ok;

    /// <summary>It went well.</summary>
    public static Answer<T> Ok(T value) => new(HowItWent.Ok, value, null);

    /// <summary>It didn't, and why.</summary>
    public static Answer<T> No(HowItWent how, Trouble why) => new(how, default, why);

    internal static Answer<T> No(ConversationBroken broken) => No(broken.How, broken.Why);
}
