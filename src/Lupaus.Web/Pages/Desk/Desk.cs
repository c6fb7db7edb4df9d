using Lupaus.Core.Tickets;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Batches;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Views;

namespace Lupaus.Web.Pages.Desk;

public static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton(new Place(10, "/desk", "desk.place", "inbox", SignedIn.Agents));
        services.AddScoped<Macros>();
        services.AddSingleton<HouseCounts>().AddSingleton<MyDesk>().AddSingleton<DeskLists>().AddSingleton<ReadTicket>().AddSingleton<TicketDoor>().AddSingleton<ListDoor>().AddSingleton<PeopleAtDesk>().AddSingleton<PostedCalls>();
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk").RequireAuthorization(SignedIn.Agents);
        desk.MapGet("", Overview);
        desk.MapPost("/next", Next);
        desk.MapPost("/attention", Attention.Turn);
        desk.MapLists();
        desk.MapBlocked();
        desk.MapPlaybooks();
        desk.MapGet("/files/{id:long}/{name}", FilesAtDesk.Send);
        desk.MapGet("/mails/{mail:long}/original", MailForms.Original);
        desk.MapDesignedMail();
        desk.MapCalls();
        desk.MapRequests();
        desk.MapGet("/{reference}", (HttpContext context, string reference, TicketDoor door, CancellationToken stop) => door.Show(context, reference, null, stop));
        desk.MapGet("/{reference}/history", HistoryDoor.Show);
        desk.MapGet("/{reference}/print", PrintDoor.Show);
        desk.MapGet("/{reference}/as-customer", AsCustomer.Show);
        desk.MapSavedReplies();
        desk.MapGet("/unsent/{id:long}/{name}", UnsentFilesDoor.Send);
        desk.MapGet("/{reference}/saved", SavedDoor.ForTicket);
        desk.MapPost("/{reference}/as-customer", ReplyAsCustomer.Show);
        desk.MapGet("/anything", FindAnything.Show);
        desk.MapPost("/{reference}/preview", PromisePreview.Say);
        desk.MapPost("/{reference}/tone", async (string reference, IFormCollection form, ToneOfDraft tone, CancellationToken stop) =>
            Reference.Read(reference) is { } known && await tone.Of(known, form["body"].ToString().CutTo(Limits.Body), stop) is { } read ? PageResults.Page<ToneMarks>(new { Read = read }) : Results.NotFound());
        desk.MapTicketForms();
    }

    private static async Task<IResult> Overview(HttpContext context, string? done, MyDesk desk, Colleagues colleagues, CancellationToken stop)
    {
        var me = context.User.AgentId();
        return PageResults.Page<DeskPage>(new { Desk = await desk.Of(me, stop), Me = (await colleagues.Now(stop))[me], Done = done });
    }

    private static async Task<IResult> Next(HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? nonce, TakeNext next, CancellationToken stop) =>
        await next.For(context.User.AgentId(), Source.Read("desk", nonce), stop) is { } reference
            ? Results.LocalRedirect($"/desk/{reference}")
            : Results.LocalRedirect("/desk?done=nothing");

    private static void MapLists(this IEndpointRouteBuilder desk)
    {
        foreach (var view in Enum.GetValues<DeskView>().Where(v => v is not DeskView.Saved))
            desk.MapGet($"/{view.ToString().ToLowerInvariant()}", (HttpContext context, ListDoor door, CancellationToken stop) => door.Show(context, view, null, stop));
        desk.MapGet("/views/{id:long}", (HttpContext context, long id, ListDoor door, CancellationToken stop) => door.Show(context, DeskView.Saved, id, stop));
        desk.MapPost("/views", (HttpContext context, IFormCollection form, ListDoor door, CancellationToken stop) => door.Save(context, form, stop));
        desk.MapPost("/views/{id:long}/drop", (HttpContext context, IFormCollection _, long id, ListDoor door, CancellationToken stop) => door.Drop(context, id, stop)).WithPageRefusals();
        desk.MapGet("/batches", ShowBatches);
        desk.MapPost("/batches", (HttpContext context, IFormCollection form, ListDoor door, CancellationToken stop) => door.Do(context, form, stop));
        desk.MapPost("/batches/{id:long}/undo", (HttpContext context, IFormCollection form, long id, ListDoor door, CancellationToken stop) => door.Undo(context, form, id, stop)).WithPageRefusals(_ => "/desk/batches");
    }

    private static async Task<IResult> ShowBatches(HttpContext context, ReadBatches batches, Colleagues colleagues, OurCompany company, OurTags tags, KnownPlaybooks playbooks, CancellationToken stop) =>
        PageResults.Page<BatchesPage>(new
        {
            Batches = await batches.Newest(stop),
            Colleagues = await colleagues.Now(stop),
            Company = await company.Now(stop),
            Tags = await tags.Now(stop),
            Playbooks = await playbooks.Now(stop),
            Me = context.User.AgentId(),
        });
}
