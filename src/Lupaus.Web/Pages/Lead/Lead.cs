using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Web.Care.Discrepancies;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Lead;

/// <summary>The lead's page and the lists behind its numbers: for leads and admins.</summary>
public static class Lead
{
    public static IServiceCollection AddLead(this IServiceCollection services) => services
        .AddSingleton(new Place(20, "/lead", "lead.place", "eye", SignedIn.Leads))
        .AddSingleton<WatchOver>().AddSingleton<LeadLists>().AddSingleton<WithoutOneOfUs>();

    public static void MapLead(this IEndpointRouteBuilder routes)
    {
        var lead = routes.MapGroup("/lead").RequireAuthorization(SignedIn.Leads);
        lead.MapGet("", async (WatchOver watch, Colleagues colleagues, CancellationToken stop) =>
            PageResults.Page<LeadPage>(new { Now = await watch.Look(stop), Colleagues = await colleagues.Now(stop) }));
        lead.MapGet("/kept", Ended(HowItEnded.Kept));
        lead.MapGet("/broken", Ended(HowItEnded.Broken));
        lead.MapGet("/tomorrow", async (int? load, WithoutOneOfUs without, Colleagues colleagues, CancellationToken stop) =>
            PageResults.Page<LeadTomorrowPage>(new { Now = await without.Look(load, stop), Colleagues = await colleagues.Now(stop) }));
        lead.MapGet("/discrepancies", Causes);
        lead.MapGet("/discrepancies/behind", Behind);
        lead.MapGet("/of/{id:long}", async (long id, LeadLists lists, Colleagues colleagues, CancellationToken stop) =>
            await colleagues.Now(stop) is var all && all.TryGetValue(new AgentId(id), out var agent)
                ? PageResults.Page<LeadAgentPage>(new { Agent = agent, Rows = await lists.Of(agent.Id, stop) })
                : Results.NotFound());
    }

    private static async Task<IResult> Causes(HttpContext context, CountCauses count, TimeProvider clock, CancellationToken stop)
    {
        var (span, now) = (DiscrepancySpan.Read(context.Request.Query), clock.Now());
        return PageResults.Page<LeadDiscrepanciesPage>(new { Now = await count.Of(now.AddDays(-span.Days), now.AddSeconds(1), stop), Span = span });
    }

    private static async Task<IResult> Behind(HttpContext context, CountCauses count, Colleagues colleagues, TimeProvider clock, CancellationToken stop)
    {
        var (span, now) = (DiscrepancySpan.Read(context.Request.Query), clock.Now());
        long? after = long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var part = span.IsOpen ? await count.Open(after, CountCauses.PartLength, stop)
            : await count.Behind(new Among(now.AddDays(-span.Days), now.AddSeconds(1), span.Cause, span.System, span.Holds), after, CountCauses.PartLength, stop);
        return PageResults.Page<LeadDiscrepanciesBehindPage>(new { Part = part, Span = span, Colleagues = await colleagues.Now(stop), IsFirst = after is null });
    }

    private static Delegate Ended(HowItEnded how) => async (string? after, LeadLists lists, Colleagues colleagues, CancellationToken stop) =>
        PageResults.Page<LeadEndsPage>(new { How = how, Part = await lists.Ended(how, after, stop), Colleagues = await colleagues.Now(stop), IsFirst = after is null });
}
