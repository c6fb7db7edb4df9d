namespace Lupaus.Ground.Foundations;

/// <summary>
/// Where a thing came from and what it was called there: a form and its nonce, an API key and its Idempotency-Key,
/// a mailbox and its Message-ID. The same source and key is the same thing, however often it arrives.
/// </summary>
public sealed record Source(string Name, string Key)
{
    public const int MaxLength = 200;

    /// <summary>
    /// Tells what was asked under this key from anything else that could be, where the key itself doesn't: asked for
    /// something else, the same key is refused. SHA-256, in hexadecimal.
    /// </summary>
    public string? Fingerprint { get; init; }

    public static Source Of(string name, string key) =>
        key.Length is 0 or > MaxLength ? throw new RuleBroken(Refusal.Because("source.key")) : new Source(name, key);

    /// <summary>Null where no key came, or none that could be one: then each time is a time of its own.</summary>
    public static Source? Read(string name, string? key) => key is { Length: > 0 and <= MaxLength } ? new Source(name, key) : null;
}
