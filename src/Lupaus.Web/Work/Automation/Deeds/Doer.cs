using System.Collections.Frozen;
using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Automation;

namespace Lupaus.Web.Work.Automation.Deeds;

/// <summary>What is put into the reply that the agent then sends.</summary>
/// <param name="At">The time of what happens next, where it has one.</param>
public sealed record PutIn(string? Words, ChooseNext? Next, DateTimeOffset? At)
{
    public bool IsEmpty => Words is null && Next is null;
}

/// <summary>The ticket in hand, in whose name things are done to it, and where.</summary>
/// <param name="Agent">Who runs the macro; null when a rule acts.</param>
public sealed record InHand(Ticket Ticket, LupausDb Db, CompanyNow Company, AgentId? Agent, Rule? Rule, DateTimeOffset Now)
{
    public Actor By => Agent is { } agent ? agent : Actor.Lupaus;

    public PutIn Reply { get; set; } = new(null, null, null);
}

/// <summary>
/// Does one kind of deed, says it in plain words, and reads it from a form. To add one: its record in the domain, a class
/// like these, its field in DeedFields, its words.
/// </summary>
public abstract class Doer
{
    public abstract Type Does { get; }

    public abstract ValueTask Do(Deed deed, InHand at, CancellationToken stop);

    public abstract string Say(Deed deed, AutomationNames say);

    /// <summary>Null when the form doesn't ask for it.</summary>
    public abstract Deed? Read(IFormCollection form);

    private protected static long? NumberIn(IFormCollection form, string field) =>
        long.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Zero, which is refused, when something stands there that is no number.</summary>
    private protected static int? HoursIn(IFormCollection form, string field) =>
        string.IsNullOrWhiteSpace(form[field]) ? null : int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : 0;
}

public abstract class Doer<TDeed> : Doer where TDeed : Deed
{
    public sealed override Type Does => typeof(TDeed);

    public sealed override ValueTask Do(Deed deed, InHand at, CancellationToken stop) => Do((TDeed)deed, at, stop);

    public sealed override string Say(Deed deed, AutomationNames say) => Say((TDeed)deed, say);

    protected abstract ValueTask Do(TDeed deed, InHand at, CancellationToken stop);

    protected abstract string Say(TDeed deed, AutomationNames say);
}

/// <summary>All that can be done, by the kind of the deed.</summary>
public sealed class Doers(IEnumerable<Doer> all)
{
    private readonly Doer[] inOrder = [.. all];
    private readonly FrozenDictionary<Type, Doer> byDeed = all.ToFrozenDictionary(d => d.Does);

    /// <summary>What a refusal says of the deed that it stopped.</summary>
    public const string Stopped = "deed";

    /// <summary>One after the other. What stops at one of them is told with its number, and the whole change is let go.</summary>
    public async Task Do(IReadOnlyList<Deed> deeds, InHand at, CancellationToken stop)
    {
        for (var i = 0; i < deeds.Count; i++)
        {
            try
            {
                await byDeed[deeds[i].GetType()].Do(deeds[i], at, stop);
            }
            catch (RuleBroken broken)
            {
                throw new RuleBroken(broken.Refusal.With(Stopped, i));
            }
        }
    }

    public string Say(Deed deed, AutomationNames say) => byDeed[deed.GetType()].Say(deed, say);

    public IReadOnlyList<Deed> Read(IFormCollection form) => [.. inOrder.Select(d => d.Read(form)).OfType<Deed>()];
}
