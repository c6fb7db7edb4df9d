namespace Lupaus.Ground.People;

public readonly record struct OrganisationId(long Value) : IId<OrganisationId>
{
    public static OrganisationId From(long value) => new(value);
}

/// <summary>Whom people write for: a company, a society. Nothing but a name by which its people and their matters are seen together.</summary>
public sealed class Organisation
{
    private Organisation() { }

    private Organisation(string name, DateTimeOffset now) => (Id, Name, Key) = (new OrganisationId(Ids.Next(now)), name, KeyOf(name));

    public OrganisationId Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The name without regard to case; no two have the same.</summary>
    public string Key { get; private init; } = "";

    public static Organisation Named(string name, DateTimeOffset now)
    {
        WhyNotName(name).StopIfAny();
        return new Organisation(name.OneLine(), now);
    }

    public static string KeyOf(string name) => name.OneLine().ToLowerInvariant();

    public static Refusal? WhyNotName(string? name) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("person.organisation").With("limit", Limits.Name) : null;
}
