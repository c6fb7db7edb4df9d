using Lupaus.Web.Ground.Identity;

namespace Lupaus.Web.Work.Live;

public static class Live
{
    public static IServiceCollection AddLive(this IServiceCollection services) =>
        services.AddSingleton<Hearsay>().AddSingleton<AtTheTicket>().AddSingleton<OpenDesks>().AddSingleton<LiveDoor>().AddSingleton<OpenLines>();

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var live = routes.MapGroup("/live").RequireAuthorization(SignedIn.Agents);
        live.MapGet("", (HttpContext context, LiveDoor door, Looks.Reader reader, string? ticket, CancellationToken stop) => door.Follow(context, reader, ticket, stop));
        live.MapPost("/{reference}/writes", async (HttpContext context, LiveDoor door, string reference, CancellationToken stop) => await door.Writes(context, reference, stop));
    }
}
