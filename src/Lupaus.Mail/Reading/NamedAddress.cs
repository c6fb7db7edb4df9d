namespace Lupaus.Mail.Reading;

/// <summary>A mailbox of RFC 5322, 3.4: who, and where. The name is decoded and may be empty; the address stands as it came, perhaps one that nothing can be sent to.</summary>
public sealed record NamedAddress(string Name, string Address)
{
    /// <summary>The part after the last @, in lower case; empty when there is none.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..].ToLowerInvariant() is var domain && Address.Contains('@') ? domain : "";

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";
}
