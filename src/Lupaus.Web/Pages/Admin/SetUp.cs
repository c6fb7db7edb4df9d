using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

public sealed record Beginning(string Company, string CompanyEmail, string? Phone, string Name, string Email, string Password, LanguageCode Language);

/// <summary>
/// Opens the company: its first admin, who is on duty, a team with office hours and a topic for everything, so that
/// the first customer gets an owner and a promise.
/// </summary>
public sealed class SetUp(Changes changes, SetupCode code, Passwords passwords, TimeProvider clock)
{
    public async Task<AgentId> Company(Beginning wish, string? given, CancellationToken stop)
    {
        (code.Is(given) ? null : Refusal.Because("setup.code")).StopIfAny();
        var first = await changes.Make(async db =>
        {
            (await db.Companies.AnyAsync(stop) ? Refusal.Because("setup.done") : null).StopIfAny();
            var now = clock.Now();
            var phone = string.IsNullOrWhiteSpace(wish.Phone) ? (PhoneNumber?)null : PhoneNumber.Parse(wish.Phone);
            var admin = Agent.Invite(wish.Name, EmailAddress.Parse(wish.Email), Role.Admin, [wish.Language, .. Enum.GetValues<LanguageCode>()], Actor.Lupaus, now);
            admin.Activate(Actor.Lupaus, now);
            var company = Lupaus.Ground.Identity.Company.Open(wish.Company, EmailAddress.Parse(wish.CompanyEmail), phone, wish.Language, admin, now);
            var team = Team.Found(TeamName(wish.Language), WeeklyHours.Office, now);
            team.Joins(admin.Id);
            var topic = Topic.Open(team, "Muu asia", "Annat ärende", "Something else", TimeSpan.FromHours(4), TimeSpan.FromMinutes(5), isDefault: true, now);
            var login = Login.Of(admin.Id, admin.Email);
            db.AddRange(admin, login, team, topic, company);
            await passwords.Choose(wish.Password, admin, login, db, admin.Id, now, stop);
            return admin.Id;
        }, stop);
        return first;
    }

    private static string TeamName(LanguageCode language) => language switch
    {
        LanguageCode.Fi => "Asiakaspalvelu",
        LanguageCode.Sv => "Kundservice",
        _ => "Customer service",
    };
}
