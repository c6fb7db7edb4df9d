using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>Those we serve, as much of them as the next ticket needs to know.</summary>
internal sealed record BigCustomer(PersonId Id, string Name, string? Email, string? Phone, LanguageCode Language);

/// <summary>What all the big company's tickets share: its people, and one line of chance that the seed begins.</summary>
internal sealed class BigWorld(int seed, DateTimeOffset now, TimeSpan past, int tickets, CompanyNow company, IReadOnlyList<Agent> agents, ILookup<TeamId, AgentId> teams, Telling telling)
{
    private const double NewCustomer = 0.3;
    private const double Open = 0.05;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(12);

    private readonly List<BigCustomer> customers = [];
    private readonly List<Person> met = [];
    private readonly Dictionary<AgentId, Agent> byId = agents.ToDictionary(a => a.Id);

    public Random Chance { get; } = new(seed);

    public int Seed => seed;

    public DateTimeOffset Present => now;

    public CompanyNow Company => company;

    public Telling Telling => telling;

    /// <summary>The last of them come lately, and stay open.</summary>
    public bool StaysOpen(int number) => number >= tickets - (int)Math.Ceiling(tickets * Open);

    public DateTimeOffset ArrivalOf(int number)
    {
        var open = (int)Math.Ceiling(tickets * Open);
        var closed = tickets - open;
        return (StaysOpen(number)
            ? now - Lately * (1 - (number - closed + Chance.NextDouble() * 0.9) / open)
            : now - past + (past - 2 * Lately) * ((number + Chance.NextDouble() * 0.9) / closed)).Whole();
    }

    public BigCustomer Customer(DateTimeOffset at)
    {
        if (customers.Count > 0 && Chance.NextDouble() > NewCustomer)
            return customers[Chance.Next(customers.Count)];
        var customer = BigWords.Customer(Chance, customers.Count);
        var person = Person.Meet(customer.Name, EmailAddress.Read(customer.Email), PhoneNumber.Read(customer.Phone), customer.Language, at);
        met.Add(person);
        customers.Add(customer with { Id = person.Id, Phone = person.Phone });
        return customers[^1];
    }

    public IReadOnlyList<Person> TakeNewPeople()
    {
        var taken = met.ToArray();
        met.Clear();
        return taken;
    }

    public Topic Topic() => company.Topics[Chance.Next(company.Topics.Count)];

    public Agent Owner(Topic topic, LanguageCode language)
    {
        var able = teams[topic.TeamId].Select(a => byId[a]).Where(a => a.Languages.Contains(language)).ToArray();
        return able.Length > 0 ? able[Chance.Next(able.Length)] : byId[company.DutyAgent];
    }

    public Agent Lead => agents.First(a => a.Role == Role.Lead);
}
