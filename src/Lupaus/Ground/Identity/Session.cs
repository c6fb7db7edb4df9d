namespace Lupaus.Ground.Identity;

public readonly record struct SessionId(long Value) : IId<SessionId>
{
    public static SessionId From(long value) => new(value);
}

/// <summary>What let somebody in.</summary>
public enum HowIn { Password, Passkey, OtherHouse }

/// <summary>Somebody is signed in on one device, from a sign-in until it is ended or forgotten.</summary>
public sealed class Session
{
    public const int LongestDevice = 300;

    /// <summary>A device that isn't used for so long has to sign in again.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>How exactly the last use is remembered: each page would else be a write.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private Session() { }

    public SessionId Id { get; private init; }

    public AgentId AgentId { get; private init; }

    public HowIn How { get; private init; }

    public DateTimeOffset BegunAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>What the browser calls itself.</summary>
    public string Device { get; private init; } = "";

    /// <summary>The address it was last used from.</summary>
    public string Address { get; private set; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    public AgentId? EndedBy { get; private set; }

    public static Session Begin(AgentId agent, HowIn how, string? device, string? address, DateTimeOffset now) => new()
    {
        Id = new SessionId(Ids.Next(now)),
        AgentId = agent,
        How = how,
        BegunAt = now,
        LastSeenAt = now,
        Device = device.OneLine().CutTo(LongestDevice),
        Address = address ?? "",
    };

    public bool IsLive(DateTimeOffset now) => EndedAt is null && now - LastSeenAt < Lasts;

    public void Seen(string? address, DateTimeOffset now)
    {
        if (EndedAt is not null || now - LastSeenAt < SeenEvery)
            return;
        (LastSeenAt, Address) = (now, address ?? Address);
    }

    public void End(AgentId by, DateTimeOffset now)
    {
        if (EndedAt is null)
            (EndedAt, EndedBy) = (now, by);
    }
}
