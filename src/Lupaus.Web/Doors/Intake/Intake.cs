using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Mvc;

namespace Lupaus.Web.Doors.Intake;

/// <summary>The front door: anybody may come in and write.</summary>
public static class Intake
{
    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup("").WithPageRefusals();
        door.MapGet("/", Show);
        door.MapPost("/", Hear).WithMetadata(new RequestSizeLimitAttribute(Posted.MaxBytesHeard)).RequireRateLimiting(RateLimits.OpenForms);
    }

    private static async Task<IResult> Show(string? topic, HttpContext context, OurCompany ourCompany, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await ourCompany.Find(stop) is { } company
            ? PageOf(company, FrontDraft.Blank(topic), new Dictionary<string, Refusal>(), false, StatusCodes.Status200OK)
            : NotOpenYet(context);
    }

    private static async Task<IResult> Hear(HttpContext context, OurCompany ourCompany, OpenTicket open, OpenLinks links, Reader reader, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await ourCompany.Find(stop) is not { } company)
            return NotOpenYet(context);
        var posted = await Posted.Read(context);
        var draft = FrontDraft.Of(posted);
        var slips = posted.WhyNot is { } whole ? new Dictionary<string, Refusal> { ["form"] = whole } : draft.Slips(posted, company, reader.Now);
        if (slips.Count > 0)
            return PageOf(company, draft, slips, posted.HasFiles, posted.Status);
        try
        {
            var opened = await open.From(await Matter(draft, posted, company, reader, stop), stop);
            return new SeeOther(await links.PathOf(opened.Link, stop) + "?said=new");
        }
        catch (RuleBroken broken)
        {
            return PageOf(company, draft, new Dictionary<string, Refusal> { ["form"] = broken.Refusal }, posted.HasFiles, StatusCodes.Status409Conflict);
        }
    }

    private static async Task<NewMatter> Matter(FrontDraft draft, Posted posted, CompanyNow company, Reader reader, CancellationToken stop)
    {
        var topic = company.Topic(draft.TopicIn(company)).Id;
        return new NewMatter(draft.Name, draft.Email, draft.Phone, draft.Message, null, Channel.Form, posted.Source("form"),
            Deadline: draft.Deadline.Read(company.HoursOf(topic), reader.Now), Topic: topic)
        {
            Files = await posted.Files.Read(stop),
            Likely = reader.Language,
        };
    }

    private static IResult NotOpenYet(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "3600";
        return PageResults.Page<NotOpenYetPage>(status: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult PageOf(CompanyNow company, FrontDraft draft, IReadOnlyDictionary<string, Refusal> slips, bool filesAgain, int status) =>
        PageResults.Page<FrontPage>(new { Company = company, Draft = draft, Slips = slips, FilesAgain = filesAgain }, status);
}
