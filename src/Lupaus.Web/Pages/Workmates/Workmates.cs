using Lupaus.Web.Care.Thanks;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Workmates;

/// <summary>The team's page, for everybody who works here.</summary>
public static class WorkmatesRoom
{
    public static IServiceCollection AddWorkmates(this IServiceCollection services) => services
        .AddSingleton(new Place(30, "/team", "team.place", "users", SignedIn.Agents)).AddSingleton<WhoIsHere>();

    public static void MapWorkmates(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/team", async (WhoIsHere who, ThanksSaid thanks, Colleagues colleagues, CancellationToken stop) =>
            PageResults.Page<TeamPage>(new { Mates = await who.Now(stop), Thanks = await thanks.Latest(stop), Colleagues = await colleagues.Now(stop) }))
            .RequireAuthorization(SignedIn.Agents);
}
