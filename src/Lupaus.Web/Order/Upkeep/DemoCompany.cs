using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.AspNetCore.Identity;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>Founds the demo company: its people, teams, hours and topics.</summary>
internal sealed class DemoCompany(Changes changes)
{
    private static readonly (string Team, string Hours)[] TeamsAndHours =
    [
        (DemoPeople.Trips, "Mon-Sun 00:00-24:00"), // somebody is always on a journey
        (DemoPeople.Books, "Mon-Fri 09:00-16:00"),
        (DemoPeople.Sites, "Mon-Thu 09:00-16:00; Fri 09:00-13:00"),
    ];

    public async Task<IReadOnlyDictionary<DemoAgent, AgentId>> Found(IEnumerable<DemoAgent> people, DateTimeOffset now, CancellationToken stop)
    {
        var agents = people.ToDictionary(p => p, p => Hire(p, now));
        var minna = agents[DemoPeople.Minna];
        agents[DemoPeople.Petri].NameStandIn(agents[DemoPeople.Johan].Id, minna.Id, now);
        var teams = TeamsAndHours.Select(t => Team.Found(t.Team, WeeklyHours.Parse(t.Hours), now)).ToArray();
        foreach (var team in teams)
        {
            foreach (var (who, agent) in agents.Where(a => a.Key.Teams.Split(' ').Contains(team.Name)))
                team.Joins(agent.Id);
        }
        await changes.Make(db =>
        {
            db.AddRange(agents.Values);
            db.AddRange(agents.Values.Select(SignsIn));
            db.AddRange(agents.Select(a => new WorkingHours(a.Value.Id, WeeklyHours.Parse(a.Key.Hours))));
            db.AddRange(teams);
            db.AddRange(Topics(teams, now));
            var company = Company.Open(DemoPeople.CompanyName, DemoPeople.Mailbox, PhoneNumber.Parse("010 123 4567"), LanguageCode.Fi, agents[DemoPeople.Maija], now);
            company.AllowGoodwill(6000, agents[DemoPeople.Maija].Id, now);
            db.Add(company);
            return Task.CompletedTask;
        }, stop);
        return agents.ToDictionary(a => a.Key, a => a.Value.Id);
    }

    private static Agent Hire(DemoAgent person, DateTimeOffset now)
    {
        var agent = Agent.Invite(person.Name, EmailAddress.Parse(person.Email), person.Role, person.Speaks, Actor.Lupaus, now);
        agent.Activate(agent.Id, now);
        return agent;
    }

    private static Login SignsIn(Agent agent)
    {
        var login = Login.Of(agent.Id, agent.Email);
        login.NormalizedUserName = login.NormalizedEmail = agent.Email.Value.ToUpperInvariant();
        login.PasswordHash = new PasswordHasher<Login>().HashPassword(login, DemoPeople.Password);
        return login;
    }

    private static IEnumerable<Topic> Topics(Team[] teams, DateTimeOffset now) =>
    [
        Topic.Open(teams[0], DemoPeople.Trips, "Resor", "Trips", TimeSpan.FromHours(2), TimeSpan.FromMinutes(5), isDefault: false, now),
        Topic.Open(teams[1], DemoPeople.Books, "Bokföring", "Bookkeeping", TimeSpan.FromHours(4), TimeSpan.FromMinutes(30), isDefault: false, now),
        Topic.Open(teams[2], DemoPeople.Sites, "Webbplatser", "Web sites", TimeSpan.FromHours(6), TimeSpan.FromMinutes(30), isDefault: false, now),
        Topic.Open(teams[0], DemoPeople.Other, "Annat ärende", "Something else", TimeSpan.FromHours(4), TimeSpan.FromMinutes(15), isDefault: true, now),
    ];
}
