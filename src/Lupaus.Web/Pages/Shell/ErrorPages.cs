using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Diagnostics;

namespace Lupaus.Web.Pages.Shell;

/// <summary>Round all pages: what is shown when there is none. The API answers for itself.</summary>
public static class ErrorPages
{
    private const string ForMachines = "User-agent: *\nDisallow: /t/\nDisallow: /desk\n";

    /// <summary>Stands first, so that whatever goes wrong further in is told in words.</summary>
    public static void UseErrorPages(this WebApplication app) =>
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(Api.Root), pages => pages
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = ShowError,
                StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            })
            .UseStatusCodePages(context => ShowError(context.HttpContext)));

    public static void MapRobots(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/robots.txt", () => Results.Text(ForMachines));

    private static async Task ShowError(HttpContext context)
    {
        Doorway.Harden(context.Response.Headers); // an exception has cleared them
        context.Response.Headers.CacheControl = "no-store";
        await PutUpSign(context);
        await PageResults.Page<ErrorPage>(new { Status = context.Response.StatusCode }, context.Response.StatusCode).ExecuteAsync(context);
    }

    /// <summary>The name over the door, unless it is the database that fails: an error page must never need it.</summary>
    private static async Task PutUpSign(HttpContext context)
    {
        try
        {
            if (await context.RequestServices.GetRequiredService<OurCompany>().Find(context.RequestAborted) is { } company)
                context.RequestServices.GetRequiredService<Sign>().Show(company.Name, company.Phone?.ForPeople(), company.Email.Value);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What failed first has been logged and is what the page tells of.
        }
    }
}
