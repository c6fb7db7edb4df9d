using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;

namespace Lupaus.Web.Work.Live;

public static class Live
{
    public static IServiceCollection AddLive(this IServiceCollection services) =>
        services.AddSingleton<Hearsay>().AddSingleton<AtTheTicket>().AddSingleton<OpenDesks>().AddSingleton<LiveDoor>().AddSingleton<OpenLines>();

    /// <summary>Before a page looks at anything it notes how far the news have come, so that its line can tell what it missed while it was on its way.</summary>
    public static void UseLive(this WebApplication app)
    {
        var news = app.Services.GetRequiredService<News>();
        app.Use((context, next) =>
        {
            context.Items[typeof(News)] = news.SoFar;
            return next(context);
        });
    }

    /// <summary>How far the news had come when the page began to look.</summary>
    public static string? HeardBefore(this HttpContext? page) => page?.Items[typeof(News)] as string;

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var live = routes.MapGroup("/live").RequireAuthorization(SignedIn.Agents);
        live.MapGet("", (HttpContext context, LiveDoor door, Looks.Reader reader, string? ticket, string? since, CancellationToken stop) => door.Follow(context, reader, ticket, since, stop));
        live.MapPost("/{reference}/writes", async (HttpContext context, LiveDoor door, string reference, CancellationToken stop) => await door.Writes(context, reference, stop));
    }
}
