using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Desk;

public static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton(new Place(10, "/desk", "desk.place", "inbox", SignedIn.Agents));
        services.AddSingleton<MyDesk>().AddSingleton<DeskLists>().AddSingleton<ReadTicket>().AddSingleton<TicketDoor>().AddSingleton<PostedCalls>();
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk").RequireAuthorization(SignedIn.Agents);
        desk.MapGet("", Overview);
        desk.MapPost("/next", Next);
        desk.MapGet("/common", List(DeskView.Common));
        desk.MapGet("/open", List(DeskView.Open));
        desk.MapGet("/closed", List(DeskView.Closed));
        desk.MapGet("/find", List(DeskView.Find));
        desk.MapGet("/risk", List(DeskView.Risk)).RequireAuthorization(SignedIn.Leads);
        desk.MapGet("/files/{id:long}/{name}", FilesAtDesk.Send);
        desk.MapCalls();
        desk.MapGet("/{reference}", (HttpContext context, string reference, TicketDoor door, CancellationToken stop) => door.Show(context, reference, null, stop));
        desk.MapGet("/{reference}/history", HistoryDoor.Show);
        desk.MapGet("/{reference}/as-customer", AsCustomer.Show);
        desk.MapSavedReplies();
        desk.MapGet("/unsent/{id:long}/{name}", UnsentFilesDoor.Send);
        desk.MapGet("/{reference}/saved", SavedDoor.ForTicket);
        desk.MapPost("/{reference}/as-customer", ReplyAsCustomer.Show);
        desk.MapGet("/anything", FindAnything.Show);
        desk.MapPost("/{reference}/preview", PromisePreview.Say);
        desk.MapTicketForms();
    }

    private static async Task<IResult> Overview(HttpContext context, string? done, MyDesk desk, Colleagues colleagues, CancellationToken stop)
    {
        var me = context.User.AgentId();
        return PageResults.Page<DeskPage>(new { Desk = await desk.Of(me, stop), Me = (await colleagues.Now(stop))[me], Done = done });
    }

    private static async Task<IResult> Next(HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? nonce, TakeNext next, CancellationToken stop) =>
        await next.For(context.User.AgentId(), Source.Of("desk", nonce ?? ""), stop) is { } reference
            ? Results.LocalRedirect($"/desk/{reference}")
            : Results.LocalRedirect("/desk?done=nothing");

    private static Delegate List(DeskView view) =>
        async (HttpContext context, string? q, string? after, DeskLists lists, MyDesk desk, Colleagues colleagues, CancellationToken stop) =>
        {
            var me = context.User.AgentId();
            return PageResults.Page<DeskListPage>(new
            {
                View = view,
                Part = await lists.Show(view, q, after, stop),
                Desk = await desk.Of(me, stop),
                Colleagues = await colleagues.Now(stop),
                Sought = q,
                IsFirst = after is null,
            });
        };
}
