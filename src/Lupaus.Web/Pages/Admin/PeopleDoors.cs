using System.Globalization;
using Lupaus.Care.Recovery;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Pages.Me;
using Lupaus.Web.Work.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>
/// Our people: an admin changes what they may and where they work; a lead, who sees nothing of the house's keeping, sets
/// when they are away, who stands in and when they work.
/// </summary>
public static class PeopleDoors
{
    public const string OfAdmins = "/admin/people";
    public const string OfLeads = "/lead/people";

    public static IServiceCollection AddPeople(this IServiceCollection services) => services.AddSingleton<People>().AddSingleton<SetUp>();

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var leads = routes.MapGroup(OfLeads).RequireAuthorization(SignedIn.Leads);
        MapLook(leads, mayChange: false);
        MapArranging(leads, OfLeads);

        var admins = routes.MapGroup(OfAdmins).RequireAuthorization(SignedIn.Admins);
        MapLook(admins, mayChange: true);
        MapArranging(admins, OfAdmins);
        admins.MapGet("/invite", async (LupausDb db, CancellationToken stop) => PageResults.Page<InvitePage>(new { Teams = await Teams(db, stop) }));
        admins.MapPost("/invite", Invite);
        MapChanging(admins);
    }

    private static void MapLook(RouteGroupBuilder people, bool mayChange)
    {
        people.MapGet("", async (string? saved, People all, CancellationToken stop) =>
            PageResults.Page<PeoplePage>(new { People = await all.All(stop), MayChange = mayChange, Saved = saved }));
        people.MapGet("/{id:long}", async (long id, string? saved, HttpContext context, People all, CancellationToken stop) =>
            await all.One(new AgentId(id), stop) is { } person
                ? PageResults.Page<PersonPage>(new { Person = person, MayChange = mayChange, IsMe = context.User.AgentId().Value == id, Saved = saved })
                : Results.NotFound());
    }

    /// <summary>What a lead arranges too.</summary>
    private static void MapArranging(RouteGroupBuilder people, string root)
    {
        MapOne<NameStandIn>(people, root, "standin", (slice, id, by, form, stop) => slice.For(id, MeDoors.ReadAgent(form["StandIn"]), by, stop));
        MapOne<GoAway>(people, root, "absence", (slice, id, by, form, stop) => slice.As(MeDoors.ReadPlan(id, form), by, MeDoors.ReadNonce("absence", form), stop));
        MapOne<ComeBack>(people, root, "back", (slice, id, by, form, stop) => slice.From(new AbsenceId(ReadId(form["Id"])), id, by, stop), part: "absence");
        MapOne<SetMyHours>(people, root, "hours", (slice, id, by, form, stop) => slice.To(id, HoursFields.Read(form), by, stop));
    }

    private static void MapChanging(RouteGroupBuilder people)
    {
        MapOne<RenewInvitation>(people, OfAdmins, "invitation", (slice, id, by, _, stop) => slice.For(id, by, stop));
        MapOne<WithdrawInvitation>(people, OfAdmins, "withdraw", (slice, id, by, _, stop) => slice.Of(id, by, stop), part: "invitation");
        MapOne<ChangeRole>(people, OfAdmins, "role", (slice, id, by, form, stop) => slice.For(id, ReadRole(form), ReadLanguages(form), by, stop));
        MapOne<ChangeEmail>(people, OfAdmins, "email", (slice, id, by, form, stop) => slice.Of(id, form["Email"], by, stop));
        MapOne<ChooseTeams>(people, OfAdmins, "teams", (slice, id, by, form, stop) => slice.For(id, ReadTeams(form), by, stop));
        MapOne<EndSession>(people, OfAdmins, "session", (slice, id, by, form, stop) => slice.Of(id, new SessionId(ReadId(form["Session"])), by, stop), part: "sessions");
        MapOne<EndSession>(people, OfAdmins, "sessions", (slice, id, by, _, stop) => slice.All(id, by, stop));
        MapOne<LimitGoodwill>(people, OfAdmins, "goodwill", (slice, id, by, form, stop) => slice.For(id, string.IsNullOrWhiteSpace(form["Goodwill"]) ? null : Euros.Read(form["Goodwill"]) ?? -1, by, stop));
        MapOne<GiveDuty>(people, OfAdmins, "duty", (slice, id, by, _, stop) => slice.To(id, by, stop));
        MapOne<ResetSecondFactor>(people, OfAdmins, "secondfactor", (slice, id, by, _, stop) => slice.For(id, by, stop));
        MapOne<LetGo>(people, OfAdmins, "leave", (slice, id, by, _, stop) => slice.For(id, by, stop));
        MapOne<TakeBack>(people, OfAdmins, "return", (slice, id, by, _, stop) => slice.For(id, by, stop), part: "leave");
    }

    private delegate Task Change<in TSlice>(TSlice slice, AgentId id, AgentId by, IFormCollection form, CancellationToken stop);

    /// <summary>One change to one person; their page then shows that it is done, or in place why not.</summary>
    private static void MapOne<TSlice>(RouteGroupBuilder routes, string root, string verb, Change<TSlice> make, string? part = null) where TSlice : notnull =>
        routes.MapPost("/{id:long}/" + verb, async (long id, IFormCollection form, HttpContext context, CancellationToken stop) =>
        {
            part ??= verb;
            try
            {
                await make(context.RequestServices.GetRequiredService<TSlice>(), new AgentId(id), context.User.AgentId(), form, stop);
                return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{root}/{id}?saved={part}#{part}"));
            }
            catch (RuleBroken broken)
            {
                var person = await context.RequestServices.GetRequiredService<People>().One(new AgentId(id), stop);
                return person is null ? Results.NotFound() : PageResults.Page<PersonPage>(
                    new { Person = person, MayChange = root == OfAdmins, IsMe = context.User.AgentId().Value == id, Part = part, Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
            }
        });

    private static async Task<IResult> Invite(IFormCollection form, HttpContext context, Welcome welcome, LupausDb db, CancellationToken stop)
    {
        try
        {
            await welcome.Invite(new Newcomer(form["Name"].ToString(), form["Email"].ToString(), ReadRole(form), ReadLanguages(form), ReadTeams(form)), context.User.AgentId(), MeDoors.ReadNonce("invite", form), stop);
            return Results.LocalRedirect("/admin/people?saved=invited");
        }
        catch (RuleBroken broken)
        {
            return PageResults.Page<InvitePage>(new { Teams = await Teams(db, stop), Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Task<List<Team>> Teams(LupausDb db, CancellationToken stop) => db.Teams.AsNoTracking().IgnoreAutoIncludes().OrderBy(t => t.Id).ToListAsync(stop);

    private static Role ReadRole(IFormCollection form) => Enum.TryParse<Role>(form["Role"], out var role) && Enum.IsDefined(role) ? role : Role.Agent;

    private static TeamId[] ReadTeams(IFormCollection form) => [.. form["Teams"].Select(t => new TeamId(ReadId(t)))];

    private static long ReadId(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static LanguageCode[] ReadLanguages(IFormCollection form) => [.. form["Languages"].Select(LanguageCodes.Read).OfType<LanguageCode>()];
}
