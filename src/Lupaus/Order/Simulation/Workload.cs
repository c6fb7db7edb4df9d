using Lupaus.Ground.Calendar;

namespace Lupaus.Order.Simulation;

/// <summary>
/// What customers bring: a quarter lies in the inbox at opening, the rest come in two humps. Efforts are lognormal round their topic's mean
/// (σ = 1.1), customers follow Zipf, and priorities set by hand follow the real hurry only loosely. The same seed brings the same matters to each policy.
/// </summary>
internal sealed class Workload(Scenario scenario)
{
    public const int MinutesOfDay = 480;

    /// <summary>No public holiday falls into the months after it.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 8, 3, 0, 0, 0, TimeSpan.Zero);

    private const double Sigma = 1.1, InTheInbox = .25, Loose = .10, Skilled = .20;
    private const int FloodSize = 50, TheFlooder = -1;

    private readonly Random random = new(scenario.Seed);

    public static OpeningHours Hours { get; } = new(WeeklyHours.Parse("Mon-Fri 08:00-16:00"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki"));

    /// <summary>When each working day opens, and one more.</summary>
    public IReadOnlyList<DateTimeOffset> Openings { get; } = [.. Hours.SpansFrom(Beginning).Select(span => span.From).Take(scenario.Days + 1)];

    public IReadOnlyList<SimulatedMatter> All()
    {
        var customers = Zipf(Math.Max(60, 12 * scenario.Agents));
        var matters = new List<SimulatedMatter>();
        for (var day = 0; day < scenario.Days; day++)
            matters.AddRange(Day(day, customers));
        matters.Sort((a, b) => a.ArrivedAt != b.ArrivedAt ? a.ArrivedAt.CompareTo(b.ArrivedAt) : a.Number.CompareTo(b.Number));
        for (var i = 0; i < matters.Count; i++)
            matters[i].Number = i + 1;
        return matters;
    }

    private List<SimulatedMatter> Day(int day, double[] customers)
    {
        var mean = scenario.LoadOn(day) * scenario.Agents * MinutesOfDay / SimulatedTopic.MeanEffort.TotalMinutes;
        var count = Math.Max(0, (int)Math.Round(mean + (Normal() * Math.Sqrt(mean))));
        var flood = scenario.Floods && day % 5 == 1 ? Math.Min(count / 2, FloodSize) : 0;
        var matters = new List<SimulatedMatter>(count);
        var begins = 30 + (random.NextDouble() * 170);
        for (var i = 0; i < flood; i++)
            matters.Add(One(day, begins + (random.NextDouble() * 10), TheFlooder, mayHurry: false, matters.Count));
        for (var i = flood; i < count; i++)
        {
            var customer = Array.BinarySearch(customers, random.NextDouble() * customers[^1]);
            var inTheInbox = random.NextDouble() < InTheInbox;
            matters.Add(One(day, inTheInbox ? 0 : Daytime(), customer < 0 ? ~customer : customer, mayHurry: !inTheInbox, matters.Count));
        }
        return matters;
    }

    private SimulatedMatter One(int day, double minute, int customer, bool mayHurry, int number)
    {
        var topic = Topic();
        var mu = Math.Log(topic.Effort.TotalMinutes) - (Sigma * Sigma / 2);
        var at = Openings[day] + TimeSpan.FromMinutes(minute);
        var isShort = mayHurry && random.NextDouble() < scenario.Short / (1 - InTheInbox);
        var withDeadline = random.NextDouble() < Loose;
        var left = isShort ? Math.Clamp(Math.Exp(Math.Log(45) + (.8 * Normal())), 10, 240) : 480 + (random.NextDouble() * 960);
        return new SimulatedMatter
        {
            Number = number,
            ArrivedAt = at,
            OpenAt = TimeSpan.FromMinutes((day * MinutesOfDay) + minute),
            Topic = topic,
            Effort = TimeSpan.FromMinutes(Math.Clamp(Math.Exp(mu + (Sigma * Normal())), .05, MinutesOfDay)),
            Skill = (Pick(84, 8, 8) * 2) + (random.NextDouble() < Skilled ? 1 : 0),
            Customer = customer,
            Priority = 1 + (isShort ? Pick(25, 30, 30, 15) : Pick(5, 15, 50, 30)),
            IsShort = isShort,
            Deadline = isShort || withDeadline ? Hours.After(at, TimeSpan.FromMinutes(left)) : null,
            IsOfTheFlood = customer == TheFlooder,
        };
    }

    private SimulatedTopic Topic()
    {
        var at = random.NextDouble();
        foreach (var topic in SimulatedTopic.All)
            if ((at -= topic.Share) <= 0)
                return topic;
        return SimulatedTopic.All[^1];
    }

    private double Daytime()
    {
        while (true)
        {
            var x = random.NextDouble();
            if (random.NextDouble() < .6 + (.4 * Math.Pow(Math.Sin(Math.PI * x), 2)) + (.2 * Math.Cos(4 * Math.PI * x)))
                return x * MinutesOfDay;
        }
    }

    private int Pick(params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
            sum += weight;
        var at = random.Next(sum);
        var i = 0;
        while ((at -= weights[i]) >= 0)
            i++;
        return i;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Zipf(int count)
    {
        var sums = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sums[i] = sum += Math.Pow(i + 5, -.8);
        return sums;
    }
}
