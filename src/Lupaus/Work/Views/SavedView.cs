namespace Lupaus.Work.Views;

public readonly record struct SavedViewId(long Value) : IId<SavedViewId>
{
    public static SavedViewId From(long value) => new(value);
}

/// <summary>A filter that somebody looks through again and again: their own, or everybody's.</summary>
public sealed class SavedView
{
    public const int MaxName = 40;

    /// <summary>More than this many nobody finds anything among.</summary>
    public const int MostSeen = 30;

    private SavedView() { }

    public SavedViewId Id { get; private init; }

    public string Name { get; private set; } = "";

    public AgentId MadeBy { get; private init; }

    public bool IsShared { get; private set; }

    public ViewFilter Filter { get; private set; } = new();

    public DateTimeOffset ChangedAt { get; private set; }

    public static SavedView Of(string name, ViewFilter filter, bool isShared, AgentId by, DateTimeOffset now)
    {
        var view = new SavedView { Id = new(Ids.Next(now)), MadeBy = by };
        view.Change(name, filter, isShared, by, now);
        return view;
    }

    public void Change(string name, ViewFilter filter, bool isShared, AgentId by, DateTimeOffset now)
    {
        (WhyNotChange(by) ?? WhyNotSave(name, filter)).StopIfAny();
        (Name, Filter, IsShared, ChangedAt) = (name.OneLine(), filter, isShared, now);
    }

    public static Refusal? WhyNotSave(string? name, ViewFilter filter) =>
        name.OneLine().Length == 0 ? Refusal.Because("view.name.missing") :
        name.OneLine().Length > MaxName ? Refusal.Because("view.name.long").With("limit", MaxName) :
        filter.WhyNot();

    /// <summary>A shared one is everybody's to look through, and its maker's to change.</summary>
    public Refusal? WhyNotChange(AgentId by) => MadeBy == by ? null : Refusal.Because("view.others");

    public bool IsSeenBy(AgentId agent) => IsShared || MadeBy == agent;
}
