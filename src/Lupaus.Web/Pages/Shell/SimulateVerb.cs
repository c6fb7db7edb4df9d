using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lupaus.Order.Simulation;

namespace Lupaus.Web.Pages.Shell;

/// <summary>Weeks lived through in seconds, by the queue, the calendar and the maker of promises that the house itself goes by.</summary>
internal sealed class SimulateVerb(Shell shell)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly Option<int> agents = Number("--agents", "How many serve customers.", 20);
    private readonly Option<double> load = new("--load") { Description = "Work that comes, as a share of what they can do.", DefaultValueFactory = _ => .95 };
    private readonly Option<int> days = Number("--days", "Working days of eight hours.", 20);
    private readonly Option<int> seed = Number("--seed", "The same seed brings the same customers to each policy.", 1);
    private readonly Option<Policy> policy = new("--policy") { Description = "lupaus, fifo (first come, first served) or p1p4 (four priorities given by hand).", DefaultValueFactory = _ => Policy.Lupaus };
    private readonly Option<double> target = new("--target") { Description = "The share of promises to keep.", DefaultValueFactory = _ => .95 };
    private readonly Option<bool> drift = new("--drift") { Description = "Seven weeks in which the load goes from 0.6 to 1.15, and a fifth are ill for two days; --load, --days and --ill don't matter then." };

    private readonly Option<double> hurried = new("--short") { Description = "The share of customers whose clock runs out within hours.", DefaultValueFactory = _ => .075 };
    private readonly Option<int> ill = Number("--ill", "So many are ill for two days in the middle.", 0);
    private readonly Option<bool> calm = new("--no-flood") { Description = "Nobody brings fifty matters within ten minutes once a week." };

    public Command Command()
    {
        var verb = Shell.Verb("simulate", "Simulates weeks of customers and prints one JSON document: deadlines met, promises kept, waits in minutes of open time, fairness.", "lupaus simulate --agents 20 --load 0.95 --days 20 --seed 1 --policy fifo");
        foreach (var option in new Option[] { agents, load, days, seed, policy, target, hurried, ill, calm, drift })
            verb.Add(option);
        verb.SetAction((given, _) => Live(Wished(given)));
        return verb;
    }

    private Scenario Wished(ParseResult given)
    {
        var (many, with, by, kept) = (given.GetValue(agents), given.GetValue(seed), given.GetValue(policy), given.GetValue(target));
        var weeks = given.GetValue(drift) ? Scenario.Drifting(many, with, by, kept) : new Scenario(many, given.GetValue(load), given.GetValue(days), with, by, kept).WithIll(given.GetValue(ill));
        return weeks with { Short = given.GetValue(hurried), Floods = !given.GetValue(calm) };
    }

    private async Task<int> Live(Scenario scenario)
    {
        if (scenario.WhyNotLive() is { } refusal)
            throw new AskedWrongly(Why(refusal));
        var of = new { scenario.Policy, scenario.Agents, Load = scenario.Drifts ? (double?)null : scenario.Load, scenario.Days, scenario.Seed, scenario.Target, scenario.Short, Ill = scenario.Ill?.Count ?? 0, scenario.Floods, Drift = scenario.Drifts };
        return await shell.Say(JsonSerializer.Serialize(Joined(of, Rounded(Measures.Of(scenario))), json));
    }

    private static string Why(Refusal refusal) => refusal.Key switch
    {
        "simulation.agents" => $"--agents takes a number from 1 to {Scenario.MostAgents}.",
        "simulation.days" => $"--days takes a number from 1 to {Scenario.MostDays}.",
        "simulation.load" => string.Create(CultureInfo.InvariantCulture, $"--load takes a number from {Scenario.LeastLoad} to {Scenario.MostLoad}."),
        "simulation.short" => string.Create(CultureInfo.InvariantCulture, $"--short takes a number from 0 to {Scenario.MostShort}."),
        "simulation.ill" => "--ill takes a number from 0 to one less than --agents.",
        _ => "--target takes a number from 0.5 to 0.99.",
    };

    /// <summary>Four digits after the point: more of them would only be noise.</summary>
    private static Measures Rounded(Measures m) => m with
    {
        ShortDeadlinesMet = Round(m.ShortDeadlinesMet),
        ShortDeadlinesPromised = Round(m.ShortDeadlinesPromised),
        MetWhenPromised = Round(m.MetWhenPromised),
        MetWhenNotPromised = Round(m.MetWhenNotPromised),
        PromisesKept = Round(m.PromisesKept),
        MeanPromiseMinutes = Math.Round(m.MeanPromiseMinutes, 1),
        P90PromiseMinutes = Math.Round(m.P90PromiseMinutes, 1),
        MeanWaitMinutes = Math.Round(m.MeanWaitMinutes, 1),
        P99WaitMinutes = Math.Round(m.P99WaitMinutes, 1),
        MaxWaitMinutes = Math.Round(m.MaxWaitMinutes, 1),
        Jain = Math.Round(m.Jain, 4),
        OvertakeBoundTightest = Math.Round(m.OvertakeBoundTightest, 4),
    };

    private static double? Round(double? share) => share is { } s ? Math.Round(s, 4) : null;

    private static Dictionary<string, JsonElement> Joined(params object[] parts) =>
        parts.SelectMany(part => JsonSerializer.SerializeToElement(part, json).EnumerateObject()).ToDictionary(p => p.Name, p => p.Value);

    private static Option<int> Number(string name, string description, int usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };
}
