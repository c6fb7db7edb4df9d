using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>The company of the tests: Aino is on duty, Bertil is her colleague, Liisa leads, and Maria is the customer.</summary>
internal sealed record Satama(AgentId Aino, AgentId Bertil, AgentId Liisa, PersonId Maria, TopicId Trains)
{
    /// <summary>10:00 in Helsinki.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static async Task<Satama> OpensIn(LupausDb db, CancellationToken stop)
    {
        var aino = AnAgent("Aino Laine", Role.Admin);
        var bertil = AnAgent("Bertil Berg", Role.Agent);
        var liisa = AnAgent("Liisa Korpi", Role.Lead);
        var team = Team.Found("Matkat", WeeklyHours.Office, Monday);
        var trains = Topic.Open(team, "Junat", "Tåg", "Trains", TimeSpan.FromHours(4), TimeSpan.FromMinutes(15), isDefault: true, Monday);
        var maria = Person.Meet("Maria Meri", EmailAddress.Parse("maria@example.com"), null, LanguageCode.Fi, Monday);
        team.Joins(aino.Id);
        team.Joins(bertil.Id);
        db.AddRange(aino, bertil, liisa, team, trains, maria);
        db.Add(Company.Open("Satama Palvelut Oy", EmailAddress.Parse("palvelu@satama.example"), null, LanguageCode.Fi, aino, Monday));
        await db.SaveChangesAsync(stop);
        return new Satama(aino.Id, bertil.Id, liisa.Id, maria.Id, trains.Id);
    }

    private static Agent AnAgent(string name, Role role)
    {
        var email = EmailAddress.Parse($"{name.Split(' ')[0].ToLowerInvariant()}@satama.example");
        var agent = Agent.Invite(name, email, role, [LanguageCode.Fi], Actor.Lupaus, Monday);
        agent.Activate(Actor.Lupaus, Monday);
        return agent;
    }
}
