using Lupaus.Core.Promises;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Lead;

/// <summary>The lead's page and the lists behind its numbers: for leads and admins.</summary>
public static class Lead
{
    public static IServiceCollection AddLead(this IServiceCollection services) => services
        .AddSingleton(new Place(20, "/lead", "lead.place", "eye", SignedIn.Leads))
        .AddSingleton<WatchOver>().AddSingleton<LeadLists>();

    public static void MapLead(this IEndpointRouteBuilder routes)
    {
        var lead = routes.MapGroup("/lead").RequireAuthorization(SignedIn.Leads);
        lead.MapGet("", async (WatchOver watch, Colleagues colleagues, CancellationToken stop) =>
            PageResults.Page<LeadPage>(new { Now = await watch.Look(stop), Colleagues = await colleagues.Now(stop) }));
        lead.MapGet("/kept", Ended(HowItEnded.Kept));
        lead.MapGet("/broken", Ended(HowItEnded.Broken));
        lead.MapGet("/of/{id:long}", async (long id, LeadLists lists, Colleagues colleagues, CancellationToken stop) =>
            await colleagues.Now(stop) is var all && all.TryGetValue(new AgentId(id), out var agent)
                ? PageResults.Page<LeadAgentPage>(new { Agent = agent, Rows = await lists.Of(agent.Id, stop) })
                : Results.NotFound());
    }

    private static Delegate Ended(HowItEnded how) => async (string? after, LeadLists lists, Colleagues colleagues, CancellationToken stop) =>
        PageResults.Page<LeadEndsPage>(new { How = how, Part = await lists.Ended(how, after, stop), Colleagues = await colleagues.Now(stop), IsFirst = after is null });
}
