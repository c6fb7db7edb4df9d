using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Ground.Topics;

namespace Lupaus.Order.Simulation;

/// <summary>
/// The house over some weeks, with its own queue, lanes, calendar and promise maker: what comes is promised, waits, is taken by whoever is free, and
/// teaches the maker when it ends or its promise lapses. Nobody lays down one matter for another.
/// </summary>
internal sealed class SimulatedHouse
{
    private enum Happens
    {
        Staffing,
        Lapse,
        Release,
        Finish,
    }

    private readonly record struct Event(Happens What, SimulatedMatter? Matter, int Number);

    private const int AtOnce = 10;
    private const double ShareOfOne = .10;

    private readonly Scenario scenario;
    private readonly Workload workload;
    private readonly Crew crew;
    private readonly CommonLine line;
    private readonly PromiseMaker maker = new(Workload.Hours);
    private readonly Learning<(int, bool)> learning;
    private readonly Lane lane;
    private readonly IReadOnlyList<Topic> topics;
    private readonly PriorityQueue<Event, (DateTimeOffset, Happens, int)> events = new();
    private readonly Dictionary<int, List<TimeSpan>> arrivals = [];
    private readonly List<SimulatedMatter> held = [];
    private readonly SortedSet<int> free;
    private readonly SortedSet<int> away = [];
    private readonly Dictionary<SimulatedMatter, int> doers = [];

    private TimeSpan waitingWork;
    private int ill;
    private int order;

    public SimulatedHouse(Scenario scenario)
    {
        this.scenario = scenario;
        workload = new Workload(scenario);
        crew = new Crew(scenario.Agents);
        line = new CommonLine(scenario, crew);
        learning = new Learning<(int, bool)>(scenario.Target);
        lane = Lane.Of(AtOnce, ShareOfOne, SimulatedTopic.MeanEffort, scenario.Agents);
        free = [.. Enumerable.Range(0, scenario.Agents)];
        var team = Team.Found("Simulation", Lupaus.Ground.Calendar.WeeklyHours.Office, workload.Openings[0]);
        topics = [.. SimulatedTopic.All.Select(t => Topic.Open(team, $"{t.Number}", $"{t.Number}", $"{t.Number}", t.Usual, TimeSpan.FromMinutes(15), t.Number == 0, workload.Openings[0]))];
    }

    public SimulatedWeeks Live()
    {
        var matters = workload.All();
        if (scenario.Ill is { } illness)
        {
            At(workload.Openings[illness.From], new Event(Happens.Staffing, null, illness.Count));
            At(workload.Openings[illness.To], new Event(Happens.Staffing, null, 0));
        }
        for (var next = 0; next < matters.Count || events.Count > 0;)
        {
            if (next < matters.Count && (!events.TryPeek(out _, out var when) || matters[next].ArrivedAt < when.Item1))
                Arrive(matters[next++]);
            else if (events.TryDequeue(out var happens, out var at))
                Happen(happens, at.Item1);
        }
        return new SimulatedWeeks([.. matters.Where(m => m.OpenAt.TotalMinutes >= scenario.MeasuredFrom * Workload.MinutesOfDay)], line.Checks, line.Violations, line.Tightest);
    }

    private void Happen(Event happens, DateTimeOffset now)
    {
        switch (happens.What)
        {
            case Happens.Staffing:
                ill = happens.Number;
                while (away.Count > ill)
                {
                    var back = away.Min;
                    away.Remove(back);
                    Serve(back, now);
                }
                break;
            case Happens.Lapse:
                Lapse(happens.Matter!, now);
                break;
            case Happens.Release:
                if (held.Remove(happens.Matter!))
                    Enter(happens.Matter!, now);
                break;
            default:
                Finish(happens.Matter!, now);
                break;
        }
    }

    private void Arrive(SimulatedMatter matter)
    {
        var now = matter.ArrivedAt;
        var hold = scenario.Policy == Policy.Lupaus ? Hold(matter) : TimeSpan.Zero;
        waitingWork += matter.Topic.Effort;
        Promise(matter, hold, now);
        if (hold == TimeSpan.Zero)
        {
            Enter(matter, now);
            return;
        }
        held.Add(matter);
        At(Workload.Hours.After(now, hold), new Event(Happens.Release, matter, 0));
        Wake(matter, now);
    }

    private void Enter(SimulatedMatter matter, DateTimeOffset now)
    {
        line.Enter(matter, now);
        Wake(matter, now);
    }

    private TimeSpan Hold(SimulatedMatter matter)
    {
        if (!arrivals.TryGetValue(matter.Customer, out var earlier))
            arrivals[matter.Customer] = earlier = [];
        var hold = lane.HoldAfter(earlier.Select(at => matter.OpenAt - at));
        earlier.Add(matter.OpenAt);
        return hold;
    }

    private void Promise(SimulatedMatter matter, TimeSpan hold, DateTimeOffset now)
    {
        // A queue that knows nothing of deadlines can't promise by them.
        var deadline = scenario.Policy == Policy.Lupaus ? matter.Deadline : null;
        matter.IsUrgent = maker.IsUrgent(now, deadline);
        var (forecast, basis) = maker.AnswerBy(topics[matter.Topic.Number], matter.Topic.Effort, Ahead(hold), learning.Of(matter.Kind), now, deadline);
        (matter.FirstPromised, matter.Promised, matter.Forecast) = (forecast.Due, forecast.Due, basis.Open);
        At(forecast.Due, new Event(Happens.Lapse, matter, 1));
    }

    private WorkAhead Ahead(TimeSpan hold)
    {
        var here = Math.Max(1, scenario.Agents - away.Count);
        return new WorkAhead(waitingWork, SimulatedTopic.MeanEffort * (.5 * (here - free.Count)), here, hold);
    }

    private void Lapse(SimulatedMatter matter, DateTimeOffset now)
    {
        if (matter.EndedAt is not null)
            return;
        learning.Ended(matter.Kind, wasKept: false);
        if (matter.StartedAt is not null)
            return;
        // The customer is told a new time; the record knows that the first one was broken.
        matter.Promised = maker.AnswerBy(topics[matter.Topic.Number], matter.Topic.Effort, Ahead(TimeSpan.Zero), learning.Of(matter.Kind), now).Forecast.Due;
        line.Renewed(matter, now);
    }

    private void Finish(SimulatedMatter matter, DateTimeOffset now)
    {
        var agent = doers[matter];
        doers.Remove(matter);
        matter.EndedAt = now;
        learning.Took(matter.Kind, Workload.Hours.Between(matter.ArrivedAt, now) / matter.Forecast);
        if (now <= matter.FirstPromised)
            learning.Ended(matter.Kind, wasKept: true);
        if (away.Count < ill && agent != 0)
            away.Add(agent);
        else
            Serve(agent, now);
    }

    private void Wake(SimulatedMatter matter, DateTimeOffset now)
    {
        foreach (var agent in crew.Able[matter.Skill])
            if (free.Contains(agent))
            {
                Serve(agent, now);
                return;
            }
    }

    private void Serve(int agent, DateTimeOffset now)
    {
        var next = line.Take(agent, now) ?? FromHeld(agent, now);
        if (next is null)
        {
            free.Add(agent);
            return;
        }
        free.Remove(agent);
        waitingWork -= next.Topic.Effort;
        doers[next] = agent;
        At(Workload.Hours.After(now, next.Effort), new Event(Happens.Finish, next, agent));
    }

    /// <summary>Who has nothing else to do takes what a lane still holds.</summary>
    private SimulatedMatter? FromHeld(int agent, DateTimeOffset now)
    {
        if (held.FirstOrDefault(m => crew.Abilities[agent].Contains(m.Skill)) is not { } matter)
            return null;
        held.Remove(matter);
        line.Enter(matter, now);
        return line.Take(agent, now);
    }

    private void At(DateTimeOffset when, Event happens) => events.Enqueue(happens, (when, happens.What, order++));
}
