using System.Globalization;
using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Batches;
using Lupaus.Work.Batches;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>What was typed into a playbook's form, and why it could not be kept.</summary>
public sealed record PlaybookDraft(IFormCollection Typed, Refusal Refusal);

/// <summary>First aid that is prepared: for all of us to use, for those who lead to write.</summary>
internal static class PlaybookDoors
{
    private const string Home = "/desk/playbooks";

    public static void MapPlaybooks(this IEndpointRouteBuilder desk)
    {
        var playbooks = desk.MapGroup("/playbooks").WithPageRefusals(_ => Home);
        playbooks.MapGet("", async (HttpContext context, string? done, KnownPlaybooks known, TimeProvider clock, CancellationToken stop) =>
            PageResults.Page<PlaybooksPage>(new { Playbooks = (await known.Now(stop)).InUse(clock.Now()), Leads = Leads(context), Done = done }));
        playbooks.MapGet("/{id:long}", (HttpContext context, long id, CancellationToken stop) => Show(context, PlaybookId.From(id), null, stop));
        playbooks.MapPost("/{id:long}/answer", Give);
        playbooks.MapPost("/{id:long}/start", async (HttpContext context, long id, IFormCollection form, SayItGoesOn goesOn, CancellationToken stop) =>
        {
            await goesOn.For(PlaybookId.From(id), context.User.AgentId(), Source.Read("desk", form["nonce"]), stop);
            return Results.LocalRedirect($"{Home}/{Text(id)}?done=started");
        });
        playbooks.MapPost("/{id:long}/stop", async (HttpContext context, long id, IFormCollection form, SayItIsOver over, CancellationToken stop) =>
        {
            await over.For(PlaybookId.From(id), context.User.AgentId(), Source.Read("desk", form["nonce"]), stop);
            return Results.LocalRedirect($"{Home}/{Text(id)}?done=stopped");
        });
        var written = playbooks.MapGroup("").RequireAuthorization(SignedIn.Leads);
        written.MapGet("/new", () => PageResults.Page<PlaybookFormPage>(new { }));
        written.MapGet("/{id:long}/edit", async (long id, KnownPlaybooks known, CancellationToken stop) =>
            (await known.Now(stop)).Find(PlaybookId.From(id)) is { } playbook ? PageResults.Page<PlaybookFormPage>(new { Playbook = playbook }) : NotThere());
        written.MapPost("/new", (HttpContext context, IFormCollection form, WritePlaybook write, KnownPlaybooks known, CancellationToken stop) => Write(context, null, form, write, known, stop));
        written.MapPost("/{id:long}/edit", (HttpContext context, long id, IFormCollection form, WritePlaybook write, KnownPlaybooks known, CancellationToken stop) => Write(context, PlaybookId.From(id), form, write, known, stop));
        written.MapPost("/{id:long}/drop", async (HttpContext context, long id, IFormCollection form, DropPlaybook drop, CancellationToken stop) =>
        {
            await drop.For(PlaybookId.From(id), context.User.AgentId(), Source.Read("desk", form["nonce"]), stop);
            return Results.LocalRedirect($"{Home}?done=dropped");
        });
    }

    /// <summary>On a ticket's own page: it is about the same, or it isn't.</summary>
    public static void MapPlaybookForms(this IEndpointRouteBuilder ticket)
    {
        ticket.MapPost("/playbooks/{id:long}/answer", ([AsParameters] TicketPost post, long id, GiveFirstAid give) =>
            post.Try($"firstaid-{Text(id)}", (which, source) => give.To(which, new Giving(PlaybookId.From(id), SeenIn(post.Form)), post.Me, source, post.Stop)));
        ticket.MapPost("/playbooks/{id:long}/dismiss", ([AsParameters] TicketPost post, long id, DismissTrouble dismiss) =>
            post.Try($"notthis-{Text(id)}", (which, source) => dismiss.For(which, PlaybookId.From(id), post.Me, source, post.Stop)));
    }

    /// <summary>The newest word of a customer's that can stand on a page shown now: what comes later has a greater id.</summary>
    public static long SeenBy(DateTimeOffset now) => Ids.Next(now);

    public static MessageId? SeenIn(IFormCollection form) =>
        long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? new MessageId(seen) : null;

    private static async Task<IResult> Give(HttpContext context, long id, IFormCollection form, GiveFirstAid give, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        try
        {
            Reference[] references = [.. form["ticket"].Select(Reference.Read).OfType<Reference>().Distinct()];
            Batch.WhyNotDo(references.Length).StopIfAny();
            await using var db = await databases.CreateDbContextAsync(stop);
            var tickets = await db.Tickets.Where(t => references.Contains(t.Reference)).Select(t => t.Id).ToArrayAsync(stop);
            var batch = await give.To(tickets, new Giving(PlaybookId.From(id), SeenIn(form)), context.User.AgentId(), Source.Of("batch", form["nonce"].ToString()), stop);
            return Results.LocalRedirect($"{Home}/{Text(id)}?batch={Text(batch.Value)}");
        }
        catch (RuleBroken broken) when (broken.Refusal.Key.StartsWith("batch.", StringComparison.Ordinal))
        {
            return await Show(context, PlaybookId.From(id), broken.Refusal, stop);
        }
    }

    private static async Task<IResult> Show(HttpContext context, PlaybookId id, Refusal? refusal, CancellationToken stop)
    {
        var services = context.RequestServices;
        var (playbooks, now) = (await services.GetRequiredService<KnownPlaybooks>().Now(stop), services.GetRequiredService<TimeProvider>().Now());
        if (playbooks.Find(id) is not { } playbook)
            return NotThere();
        var colleagues = await services.GetRequiredService<Colleagues>().Now(stop);
        var besides = Reference.Read(context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(stop))["besides"] : context.Request.Query["ticket"]);
        return PageResults.Page<PlaybookPage>(
            new
            {
                Playbook = playbook,
                Playbooks = playbooks,
                Tickets = await services.GetRequiredService<TroubledTickets>().Of(playbook, besides, colleagues[context.User.AgentId()], stop),
                Besides = besides,
                Colleagues = colleagues,
                Company = await services.GetRequiredService<OurCompany>().Now(stop),
                Tags = await services.GetRequiredService<OurTags>().Now(stop),
                Me = context.User.AgentId(),
                Leads = Leads(context),
                Seen = SeenBy(now),
                Batch = long.TryParse(context.Request.Query["batch"], NumberStyles.None, CultureInfo.InvariantCulture, out var batch) ? await services.GetRequiredService<ReadBatches>().One(BatchId.From(batch), stop) : null,
                Done = refusal is null ? context.Request.Query["done"].ToString() : null,
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Write(HttpContext context, PlaybookId? id, IFormCollection form, WritePlaybook write, KnownPlaybooks known, CancellationToken stop)
    {
        try
        {
            var which = await write.For(id, TextIn(form), context.User.AgentId(), Source.Read("playbook", form["nonce"]), stop);
            return Results.LocalRedirect($"{Home}/{Text(which.Value)}?done=written");
        }
        catch (RuleBroken broken) when (broken.Refusal.Key is not "playbook.unknown")
        {
            var playbook = id is { } old ? (await known.Now(stop)).Find(old) : null;
            return PageResults.Page<PlaybookFormPage>(new { Playbook = playbook, Draft = new PlaybookDraft(form, broken.Refusal) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static PlaybookText TextIn(IFormCollection form) => new(
        form["name"].ToString(), form["when"].ToString(), new SavedTexts(form["fi"], form["sv"], form["en"]),
        form["promise"] == "act" ? PromiseKind.Act : PromiseKind.FindOut,
        int.TryParse(form["hours"], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : 0,
        new SavedTexts(form["what-fi"], form["what-sv"], form["what-en"]), form["signs"].ToString().Split('\n'));

    private static bool Leads(HttpContext context) => context.User.IsAtLeast(Lupaus.Ground.Identity.Role.Lead);

    private static IResult NotThere() => PageResults.Page<NoSuchTicketPage>(new { Sought = "" }, StatusCodes.Status404NotFound);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
