using Lupaus.Ground.Identity;

namespace Lupaus.Work.Automation;

public sealed record RuleWritten(RuleId Rule) : AboutUs;

public sealed record RuleSwitched(RuleId Rule, bool IsOn) : AboutUs;

public sealed record RulesOrdered : AboutUs;

public sealed record RuleDropped(RuleId Rule) : AboutUs;

/// <summary>What a rule says: when it looks, what has to hold, and what it then does.</summary>
public sealed record RuleText(string Name, Trigger When, IReadOnlyList<Condition> If, IReadOnlyList<Deed> Then);

/// <summary>When this, if that, then those: what happens to tickets without anybody's doing.</summary>
public sealed class Rule : Remembering
{
    public const int Most = 100;

    /// <summary>Rules that act on one ticket within an hour: more of them means that something is wrong with the rules.</summary>
    public const int MostOnOneTicket = 20;

    public static readonly TimeSpan BrakeTime = TimeSpan.FromHours(1);

    private Rule() { }

    public RuleId Id { get; private init; }

    public string Name { get; private set; } = "";

    public Trigger When { get; private set; } = new(default);

    public IReadOnlyList<Condition> If { get; private set; } = [];

    public IReadOnlyList<Deed> Then { get; private set; } = [];

    /// <summary>Rules act one after the other, the lowest first.</summary>
    public int Place { get; private set; }

    /// <summary>Since when it is on; null while it is off. What happened before doesn't concern it.</summary>
    public DateTimeOffset? OnSince { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Used no more; the histories that speak of it still know its name.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public bool IsOn => OnSince is not null;

    public RuleText Text => new(Name, When, If, Then);

    /// <summary>A new rule is off: first one sees what it would have done.</summary>
    public static Rule Write(RuleText text, int place, AgentId by, DateTimeOffset now)
    {
        var rule = new Rule { Id = new(Ids.Next(now)), Place = place };
        rule.Rewrite(text, by, now);
        return rule;
    }

    /// <summary>One that is on acts by its new words from now on.</summary>
    public void Rewrite(RuleText text, AgentId by, DateTimeOffset now)
    {
        (WhyNotUse() ?? WhyNotWrite(text)).StopIfAny();
        (Name, When, If, Then, WrittenAt) = (text.Name.OneLine(), text.When, text.If, text.Then, now);
        if (IsOn)
            OnSince = now;
        Happened(new RuleWritten(Id), by, now);
    }

    public static Refusal? WhyNotWrite(RuleText text) =>
        text.Name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("rule.name").With("limit", Limits.Name) :
        WhyNotJudge(text);

    /// <summary>As far as it matters for what it would have done.</summary>
    public static Refusal? WhyNotJudge(RuleText text) =>
        Trigger.WhyNotBeginWith(text.When) ??
        (text.If.DistinctBy(c => c.GetType()).Count() != text.If.Count ? Refusal.Because("condition.twice") : null) ??
        text.If.Select(c => c.WhyNotAsk()).FirstOrDefault(r => r is not null) ??
        (text.Then.Count == 0 ? Refusal.Because("deed.none") : null) ??
        (text.Then.Count > Macro.MostDeeds || text.Then.DistinctBy(d => d.GetType()).Count() != text.Then.Count ? Refusal.Because("deed.many") : null) ??
        (text.Then.Any(d => !d.IsForRules) ? Refusal.Because("deed.notforrules") : null) ??
        text.Then.Select(d => d.WhyNotWrite()).FirstOrDefault(r => r is not null);

    public void Switch(bool on, AgentId by, DateTimeOffset now)
    {
        WhyNotUse().StopIfAny();
        if (on == IsOn)
            return;
        OnSince = on ? now : null;
        Happened(new RuleSwitched(Id, on), by, now);
    }

    public void StandAt(int place, AgentId by, DateTimeOffset now)
    {
        if (place == Place)
            return;
        Place = place;
        Happened(new RulesOrdered(), by, now);
    }

    public void Drop(AgentId by, DateTimeOffset now)
    {
        if (DroppedAt is not null)
            return;
        (DroppedAt, OnSince) = (now, null);
        Happened(new RuleDropped(Id), by, now);
    }

    /// <summary>What happened before it was switched on or written anew is none of its business.</summary>
    public bool Concerns(Occasion occasion) => IsOn && occasion.At >= OnSince;

    private Refusal? WhyNotUse() => DroppedAt is null ? null : Refusal.Because("rule.dropped");
}

public static class RuleTexts
{
    /// <summary>Whether all that has to hold held in this case. The one place where a rule judges, today and in a dry run.</summary>
    public static bool Fits(this RuleText rule, Case at) => rule.If.All(condition => condition.Holds(at));
}
