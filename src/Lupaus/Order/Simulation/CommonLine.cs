using Lupaus.Core.Queue;

namespace Lupaus.Order.Simulation;

/// <summary>What waits and nobody has begun, by kind; the next one is chosen by the queue's own rule, or by one of the two it is compared with.</summary>
internal sealed class CommonLine(Scenario scenario, Crew crew)
{
    private readonly PriorityQueue<SimulatedMatter, Place>[] firsts = Each<PriorityQueue<SimulatedMatter, Place>>();
    private readonly PriorityQueue<SimulatedMatter, (int Priority, int Number)>[] byPriority = Each<PriorityQueue<SimulatedMatter, (int, int)>>();
    private readonly Queue<SimulatedMatter>[] byAge = Each<Queue<SimulatedMatter>>();
    private readonly int[] taken = new int[scenario.Agents];
    private readonly LinkedList<SimulatedMatter> waiting = [];

    public int Count => waiting.Count;

    /// <summary>How often somebody was passed by more than the rule allows; must stay nothing.</summary>
    public int Violations { get; private set; }

    public int Checks { get; private set; }

    /// <summary>The most that anybody was passed by, as a share of what the rule allows.</summary>
    public double Tightest { get; private set; }

    public void Enter(SimulatedMatter matter, DateTimeOffset now)
    {
        matter.Since = now;
        matter.Ahead = waiting.Count;
        matter.InLine = waiting.AddLast(matter);
        firsts[matter.Skill].Enqueue(matter, matter.Waiting.PlaceAt(now));
        byPriority[matter.Skill].Enqueue(matter, (matter.Priority, matter.Number));
        byAge[matter.Skill].Enqueue(matter);
    }

    /// <summary>A promise that lapsed was made anew: the matter's place is another.</summary>
    public void Renewed(SimulatedMatter matter, DateTimeOffset now)
    {
        if (matter.InLine is not null)
            firsts[matter.Skill].Enqueue(matter, matter.Waiting.PlaceAt(now));
    }

    public SimulatedMatter? Take(int agent, DateTimeOffset now)
    {
        if (Next(agent, now) is not { } next)
            return null;
        next.StartedAt = now;
        taken[agent]++;
        waiting.Remove(next.InLine!);
        next.InLine = null;
        Look(next, agent);
        return next;
    }

    private SimulatedMatter? Next(int agent, DateTimeOffset now)
    {
        var kinds = crew.Abilities[agent];
        switch (scenario.Policy)
        {
            case Policy.Fifo:
                return kinds.Select(Oldest).OfType<SimulatedMatter>().MinBy(m => m.Number);
            case Policy.P1P4:
                return kinds.Select(MostImportant).OfType<SimulatedMatter>().MinBy(m => (m.Priority, m.Number));
            default:
                var heads = kinds.Select(kind => First(kind, now)).OfType<SimulatedMatter>().ToList();
                var oldest = kinds.Select(Oldest).OfType<SimulatedMatter>().ToList();
                // Agents don't begin at the same turn, so that the turns of the longest waiting are spread.
                return scenario.Turns.Next(heads.Select(m => m.Waiting), oldest.Select(m => m.Waiting), taken[agent] + agent, now) is { } next
                    ? heads.Concat(oldest).First(m => m.Number == next.Ticket.Id.Value)
                    : null;
        }
    }

    /// <summary>Places only fall with time, so that whoever still stands where they were put is first.</summary>
    private SimulatedMatter? First(int kind, DateTimeOffset now)
    {
        var line = firsts[kind];
        while (line.TryPeek(out var matter, out var place))
        {
            if (matter.StartedAt is not null)
                line.Dequeue();
            else if (matter.Waiting.PlaceAt(now) is var present && present != place)
                line.DequeueEnqueue(matter, present);
            else
                return matter;
        }
        return null;
    }

    private SimulatedMatter? Oldest(int kind)
    {
        while (byAge[kind].TryPeek(out var matter))
            if (matter.StartedAt is null)
                return matter;
            else
                byAge[kind].Dequeue();
        return null;
    }

    private SimulatedMatter? MostImportant(int kind)
    {
        while (byPriority[kind].TryPeek(out var matter, out _))
            if (matter.StartedAt is null)
                return matter;
            else
                byPriority[kind].Dequeue();
        return null;
    }

    /// <summary>Whoever stood there before and could have been served by the same agent has been passed by one more.</summary>
    private void Look(SimulatedMatter begun, int agent)
    {
        var kinds = crew.Abilities[agent];
        foreach (var other in waiting)
        {
            if (other.Since > begun.Since || (other.Since == begun.Since && other.Number > begun.Number))
                break;
            if (kinds.Contains(other.Skill))
                other.Overtaken++;
        }
        if (scenario.Policy != Policy.Lupaus)
            return;
        var most = scenario.Turns.MostOvertakers(begun.Ahead, crew.Able[begun.Skill].Count);
        Checks++;
        Violations += begun.Overtaken > most ? 1 : 0;
        Tightest = Math.Max(Tightest, (double)begun.Overtaken / most);
    }

    private static T[] Each<T>() where T : new() => [.. Enumerable.Range(0, Crew.Skills).Select(_ => new T())];
}
