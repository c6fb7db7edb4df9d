using System.Globalization;
using Lupaus.Core.Links;
using Lupaus.Ground.Files;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Mvc;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>A customer's own page: behind a link that only they have, without a password.</summary>
public static class CustomerPages
{
    public static IServiceCollection AddCustomerPage(this IServiceCollection services) =>
        services.AddSingleton<ShowCustomer>().AddSingleton<ChooseLanguage>().AddSingleton<LinkAgain>().AddSingleton<AskForLinks>().AddScoped<Visit>().AddScoped<OwnPages>().AddScoped<CustomerActions>();

    public static void MapCustomerPage(this IEndpointRouteBuilder routes)
    {
        // Words, where a token has 32 characters of its own: neither is ever taken for the other.
        var lost = routes.MapGroup(NewLinkPage.Path).WithPageRefusals();
        lost.MapGet("", NewLinkDoor.Show);
        lost.MapPost("", NewLinkDoor.Send).RequireRateLimiting(Doorkeeping.Asking);

        var page = routes.MapGroup("/t/{token}").WithPageRefusals(PathOf).AddEndpointFilter(Enter);
        page.MapGet("", (string? said, string? all, OwnPages pages, CancellationToken stop) => pages.Show(said, all is not null, stop));
        page.MapGet("/done", (OwnPages pages, CancellationToken stop) => pages.AskWhetherDone(null, StatusCodes.Status200OK, stop)).AddEndpointFilter(OnlyTheCustomer);
        page.MapGet("/files/{id}/{name}", File);
        // Somebody who reloads the answer to a form, or types its address.
        page.MapGet("/{**rest}", (Visit visit) => new SeeOther(visit.Path));

        var forms = page.MapGroup("").RequireRateLimiting(RateLimits.OpenForms);
        var customers = forms.MapGroup("").AddEndpointFilter(OnlyTheCustomer);
        forms.MapPost("", (HttpContext http, CustomerActions act, CancellationToken stop) => act.Write(http, stop)).WithMetadata(new RequestSizeLimitAttribute(Posted.MaxBytesHeard));
        forms.MapPost("/leave", (HttpContext http, CustomerActions act, CancellationToken stop) => act.Leave(http, stop));
        customers.MapPost("/not-yet", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SayNotYet(http, stop));
        customers.MapPost("/wrong", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SayItFailed(http, stop));
        customers.MapPost("/deadline/mine", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SettleDeadline(http, stop));
        customers.MapPost("/deadline", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SetDeadline(http, stop));
        customers.MapPost("/understood", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SayUnderstood(http, stop));
        customers.MapPost("/not-quite", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SayNotQuite(http, stop));
        customers.MapPost("/done", (HttpContext http, CustomerActions act, CancellationToken stop) => act.Withdraw(http, stop));
        customers.MapPost("/solved", (HttpContext http, CustomerActions act, CancellationToken stop) => act.SaySolved(http, stop));
        forms.MapPost("/language", (HttpContext http, CustomerActions act, CancellationToken stop) => act.ChooseLanguage(http, stop));
    }

    private static async Task<IResult> File(string id, Visit visit, ShowCustomer show, CancellationToken stop) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await show.File(visit.Link, new AttachmentId(number), stop) is { } file
            ? new FileContent(file)
            : Results.NotFound();

    /// <summary>Whoever has the link is let in; the page is theirs alone, so that no cache or search engine keeps it.</summary>
    private static async ValueTask<object?> Enter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var links = http.RequestServices.GetRequiredService<OpenLinks>();
        if (await links.Behind((string)http.GetRouteValue("token")!, http.RequestAborted) is not { } link)
            return PageResults.Page<UnknownLinkPage>(status: StatusCodes.Status404NotFound);
        http.RequestServices.GetRequiredService<Visit>().Enter(link, PathOf(http), http.Request.ChosenLanguage());
        return await next(context);
    }

    /// <summary>Whoever takes part reads and writes; what becomes of the matter the customer says.</summary>
    private static async ValueTask<object?> OnlyTheCustomer(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        return visit.Link.TakesPart ? new SeeOther(visit.Path) : await next(context);
    }

    private static string PathOf(HttpContext context) => $"/t/{context.GetRouteValue("token")}";
}

/// <summary>Which page of whose is being looked at: once per request, after the link has been read.</summary>
public sealed class Visit(TimeProvider clock)
{
    private CustomerLink? link;

    public CustomerLink Link => link ?? throw new InvalidOperationException("Nobody has been let in.");

    public string Path { get; private set; } = "";

    public DateTimeOffset Now { get; } = clock.Now();

    /// <summary>The language they chose in this browser, if they did.</summary>
    public LanguageCode? Language { get; private set; }

    public void Enter(CustomerLink by, string path, LanguageCode? language) => (link, Path, Language) = (by, path, language);
}
