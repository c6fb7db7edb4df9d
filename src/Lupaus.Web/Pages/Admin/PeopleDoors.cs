using System.Globalization;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Pages.Me;
using Lupaus.Web.Work.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>Our people: leads look, admins change.</summary>
public static class PeopleDoors
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton(new Place(90, "/admin/people", "admin.people.place", "users", SignedIn.Leads))
        .AddSingleton<People>().AddSingleton<SetUp>();

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var look = routes.MapGroup("/admin/people").RequireAuthorization(SignedIn.Leads);
        look.MapGet("", async (string? saved, HttpContext context, People people, CancellationToken stop) =>
            PageResults.Page<PeoplePage>(new { People = await people.All(stop), MayChange = context.User.IsAtLeast(Role.Admin), Saved = saved }));
        look.MapGet("/{id:long}", async (long id, string? saved, HttpContext context, People people, CancellationToken stop) =>
            await people.One(new AgentId(id), stop) is { } person
                ? PageResults.Page<PersonPage>(new { Person = person, MayChange = context.User.IsAtLeast(Role.Admin), IsMe = context.User.AgentId().Value == id, Saved = saved })
                : Results.NotFound());

        var change = routes.MapGroup("/admin/people").RequireAuthorization(SignedIn.Admins);
        change.MapGet("/invite", async (LupausDb db, CancellationToken stop) => PageResults.Page<InvitePage>(new { Teams = await Teams(db, stop) }));
        change.MapPost("/invite", Invite);

        MapOne<RenewInvitation>(change, "invitation", (slice, id, by, _, stop) => slice.For(id, by, stop));
        MapOne<ChangeRole>(change, "role", (slice, id, by, form, stop) => slice.For(id, ReadRole(form), ReadLanguages(form), by, stop));
        MapOne<NameStandIn>(change, "standin", (slice, id, by, form, stop) => slice.For(id, MeDoors.ReadAgent(form["StandIn"]), by, stop));
        MapOne<GoAway>(change, "absence", (slice, id, by, form, stop) => slice.As(MeDoors.ReadPlan(id, form), by, MeDoors.ReadNonce("absence", form), stop));
        MapOne<ComeBack>(change, "back", (slice, id, by, form, stop) =>
            slice.From(new AbsenceId(long.TryParse(form["Id"], CultureInfo.InvariantCulture, out var absence) ? absence : 0), id, by, stop), part: "absence");
        MapOne<GiveDuty>(change, "duty", (slice, id, by, _, stop) => slice.To(id, by, stop));
        MapOne<ResetSecondFactor>(change, "secondfactor", (slice, id, by, _, stop) => slice.For(id, by, stop));
        MapOne<LetGo>(change, "leave", (slice, id, by, _, stop) => slice.For(id, by, stop));
        MapOne<TakeBack>(change, "return", (slice, id, by, _, stop) => slice.For(id, by, stop), part: "leave");
    }

    private delegate Task Change<in TSlice>(TSlice slice, AgentId id, AgentId by, IFormCollection form, CancellationToken stop);

    /// <summary>One change to one person; their page then shows that it is done, or in place why not.</summary>
    private static void MapOne<TSlice>(IEndpointRouteBuilder routes, string verb, Change<TSlice> make, string? part = null) where TSlice : notnull =>
        routes.MapPost("/{id:long}/" + verb, async (long id, IFormCollection form, HttpContext context, CancellationToken stop) =>
        {
            part ??= verb;
            try
            {
                await make(context.RequestServices.GetRequiredService<TSlice>(), new AgentId(id), context.User.AgentId(), form, stop);
                return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/people/{id}?saved={part}#{part}"));
            }
            catch (RuleBroken broken)
            {
                var person = await context.RequestServices.GetRequiredService<People>().One(new AgentId(id), stop);
                return person is null ? Results.NotFound() : PageResults.Page<PersonPage>(
                    new { Person = person, MayChange = true, IsMe = context.User.AgentId().Value == id, Part = part, Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
            }
        });

    private static async Task<IResult> Invite(IFormCollection form, HttpContext context, Welcome welcome, LupausDb db, CancellationToken stop)
    {
        try
        {
            var teams = form["Teams"].Select(t => long.TryParse(t, CultureInfo.InvariantCulture, out var id) ? id : 0).Select(id => new TeamId(id)).ToArray();
            await welcome.Invite(new Newcomer(form["Name"].ToString(), form["Email"].ToString(), ReadRole(form), ReadLanguages(form), teams), context.User.AgentId(), MeDoors.ReadNonce("invite", form), stop);
            return Results.LocalRedirect("/admin/people?saved=invited");
        }
        catch (RuleBroken broken)
        {
            return PageResults.Page<InvitePage>(new { Teams = await Teams(db, stop), Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Task<List<Team>> Teams(LupausDb db, CancellationToken stop) => db.Teams.AsNoTracking().IgnoreAutoIncludes().OrderBy(t => t.Id).ToListAsync(stop);

    private static Role ReadRole(IFormCollection form) => Enum.TryParse<Role>(form["Role"], out var role) && Enum.IsDefined(role) ? role : Role.Agent;

    private static LanguageCode[] ReadLanguages(IFormCollection form) => [.. form["Languages"].Select(LanguageCodes.Read).OfType<LanguageCode>()];
}
