namespace Lupaus.Ground.People;

public readonly record struct BlockedId(long Value) : IId<BlockedId>
{
    public static BlockedId From(long value) => new(value);
}

public enum BlockKind { Address, Domain }

public sealed record SenderBlocked(BlockedId Blocked, BlockKind Kind) : AboutUs;

public sealed record SenderUnblocked(BlockedId Blocked, BlockKind Kind) : AboutUs;

/// <summary>Somebody we don't listen to for now. What they send is kept aside, unacknowledged; nothing of it is lost.</summary>
public sealed class BlockedSender : Remembering
{
    /// <summary>Where anybody may have an address: whoever blocks one of these shuts out thousands of customers.</summary>
    private static readonly HashSet<string> Everybodys = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.fi", "outlook.com", "live.com", "live.fi", "msn.com", "yahoo.com", "icloud.com", "me.com", "mac.com",
        "proton.me", "protonmail.com", "pm.me", "gmx.com", "gmx.net", "mail.com", "aol.com", "luukku.com", "luukku.fi", "suomi24.fi", "kolumbus.fi", "elisanet.fi",
        "saunalahti.fi", "welho.com", "pp.inet.fi", "netti.fi", "nic.fi", "sci.fi", "dnainternet.net", "phnet.fi", "telia.com", "hotmail.se", "live.se",
    };

    private BlockedSender() { }

    public BlockedId Id { get; private init; }

    public BlockKind Kind { get; private init; }

    /// <summary>An e-mail address, or what stands after its @.</summary>
    public string Value { get; private init; } = "";

    public AgentId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static BlockedSender Of(BlockKind kind, EmailAddress address, EmailAddress ours, AgentId by, DateTimeOffset now)
    {
        WhyNotBlock(kind, address, ours).StopIfAny();
        var blocked = new BlockedSender { Id = new(Ids.Next(now)), Kind = kind, Value = ValueOf(kind, address), By = by, At = now };
        blocked.Happened(new SenderBlocked(blocked.Id, kind), by, now);
        return blocked;
    }

    public static Refusal? WhyNotBlock(BlockKind kind, EmailAddress address, EmailAddress ours) =>
        address == ours || (kind == BlockKind.Domain && DomainOf(address) == DomainOf(ours)) ? Refusal.Because("block.ours") :
        kind == BlockKind.Domain && Everybodys.Contains(DomainOf(address)) ? Refusal.Because("block.everybodys").With("domain", DomainOf(address)) :
        null;

    /// <summary>Its row goes, and the fact stays.</summary>
    public void Unblock(AgentId by, DateTimeOffset now) => Happened(new SenderUnblocked(Id, Kind), by, now);

    public static string ValueOf(BlockKind kind, EmailAddress address) => kind == BlockKind.Address ? address.Value : DomainOf(address);

    public static string DomainOf(EmailAddress address) => address.Value[(address.Value.LastIndexOf('@') + 1)..];
}
