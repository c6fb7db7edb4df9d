using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Replies;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Saved replies: the page where they are written, and the list that the composer puts in from.</summary>
internal static class SavedDoor
{
    public static void MapSavedReplies(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/saved", (HttpContext context, string? done, SavedReplies saved, CancellationToken stop) => Show(context, saved, null, done, stop));
        desk.MapPost("/saved", (HttpContext context, IFormCollection form, SavedReplies saved, WriteSavedReply write, CancellationToken stop) =>
            Try(context, form, saved, "written", () => write.For(IdIn(form), form["name"].ToString(), TextsIn(form), form["mine"] == "1", context.User.AgentId(), Source.Of("saved", form["nonce"].ToString()), stop), stop));
        desk.MapPost("/saved/{id:long}/drop", (HttpContext context, IFormCollection form, long id, SavedReplies saved, DropSavedReply drop, CancellationToken stop) =>
            Try(context, form, saved, "dropped", () => drop.For(SavedReplyId.From(id), context.User.AgentId(), null, stop), stop));
    }

    /// <summary>In the ticket's language and with all filled in, ready to be put where the agent writes.</summary>
    public static async Task<IResult> ForTicket(HttpContext context, string reference, Reader reader, ReadTicket read, SavedReplies saved, OurCompany ourCompany, Colleagues colleagues, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known || await read.Head(known, stop) is not { } head)
            return Results.NotFound();
        var company = await ourCompany.Now(stop);
        var me = (await colleagues.Now(stop))[context.User.AgentId()];
        var filled = FilledIn.For(head.Customer, me.FirstName, head.Subject, known, company);
        var other = $"{reader.Words["replies.saved.other"]} · ";
        return Results.Json((await saved.For(me.Id, stop)).Select(s =>
        {
            var text = SavedReply.Fill(s.In(head.Language), filled);
            return new { name = s.Name, text, more = (s.Speaks(head.Language) ? "" : other) + text.OneLine().CutTo(90) };
        }));
    }

    private static async Task<IResult> Show(HttpContext context, SavedReplies saved, SavedDraft? draft, string? done, CancellationToken stop) =>
        PageResults.Page<SavedPage>(
            new { Saved = await saved.For(context.User.AgentId(), stop), Me = context.User.AgentId(), Draft = draft, Done = done },
            draft is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Try(HttpContext context, IFormCollection form, SavedReplies saved, string done, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
            return Results.LocalRedirect($"/desk/saved?done={done}");
        }
        catch (RuleBroken broken)
        {
            return await Show(context, saved, new SavedDraft(IdIn(form), form["name"].ToString(), TextsIn(form), form["mine"] == "1", broken.Refusal), null, stop);
        }
    }

    private static SavedReplyId? IdIn(IFormCollection form) => long.TryParse(form["id"], out var id) ? SavedReplyId.From(id) : null;

    private static SavedTexts TextsIn(IFormCollection form) => new(form["fi"], form["sv"], form["en"]);
}

/// <summary>What was typed, and why it could not be kept.</summary>
public sealed record SavedDraft(SavedReplyId? Id, string Name, SavedTexts Texts, bool IsMine, Refusal Refusal);
