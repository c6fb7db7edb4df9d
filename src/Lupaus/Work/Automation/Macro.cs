using Lupaus.Ground.Identity;

namespace Lupaus.Work.Automation;

public sealed record MacroWritten(MacroId Macro) : AboutUs;

public sealed record MacroDropped(MacroId Macro) : AboutUs;

/// <summary>Several things done to a ticket with one choice; everybody's, or one agent's own.</summary>
public sealed class Macro : Remembering
{
    public const int MostDeeds = 10;

    private Macro() { }

    public MacroId Id { get; private init; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Deed> Deeds { get; private set; } = [];

    /// <summary>Null when it is everybody's.</summary>
    public AgentId? OwnedBy { get; private init; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Used no more; the histories that speak of it still know its name.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public static Macro Write(string name, IReadOnlyList<Deed> deeds, AgentId? ownedBy, AgentId by, DateTimeOffset now)
    {
        var macro = new Macro { Id = new(Ids.Next(now)), OwnedBy = ownedBy };
        macro.Rewrite(name, deeds, by, now);
        return macro;
    }

    public void Rewrite(string name, IReadOnlyList<Deed> deeds, AgentId by, DateTimeOffset now)
    {
        WhyNotWrite(name, deeds).StopIfAny();
        (Name, Deeds, WrittenAt) = (name.OneLine(), deeds, now);
        Happened(new MacroWritten(Id), by, now);
    }

    public void Drop(AgentId by, DateTimeOffset now)
    {
        if (DroppedAt is not null)
            return;
        DroppedAt = now;
        Happened(new MacroDropped(Id), by, now);
    }

    public static Refusal? WhyNotWrite(string name, IReadOnlyList<Deed> deeds) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("macro.name").With("limit", Limits.Name) :
        deeds.Count == 0 ? Refusal.Because("deed.none") :
        deeds.Count > MostDeeds || deeds.DistinctBy(d => d.GetType()).Count() != deeds.Count ? Refusal.Because("deed.many") :
        deeds.Any(d => !d.IsForMacros) ? Refusal.Because("deed.notformacros") :
        deeds.Select(d => d.WhyNotWrite()).FirstOrDefault(r => r is not null);

    /// <summary>What is a colleague's own isn't there for others; what is everybody's is changed by those who keep the house.</summary>
    public Refusal? WhyNotChange(AgentId by, bool isAdmin) =>
        OwnedBy is { } owner ? owner == by ? null : Refusal.Because("macro.others") :
        isAdmin ? null : Refusal.Because("macro.shared");

    public bool IsFor(AgentId agent) => OwnedBy is null || OwnedBy == agent;
}
