using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Replies;

namespace Lupaus.Web.Work.Replies;

public sealed record SavedReplyJson(SavedReplyId Id, string Name, string? Finnish, string? Swedish, string? English, bool IsMine, DateTimeOffset ChangedAt);

public sealed record SavedReplyListJson(IReadOnlyList<SavedReplyJson> SavedReplies);

public sealed record SavedReplyWishJson(string? Name, string? Finnish, string? Swedish, string? English, bool? Mine);

/// <summary>Words that are needed again and again: everybody's, and the agent's own.</summary>
internal static class SavedRepliesApi
{
    private const string Area = "Saved replies";

    public static void MapSavedRepliesApi(this RouteGroupBuilder api)
    {
        api.MapGet("/saved-replies", async (ApiCaller caller, SavedReplies saved, CancellationToken stop) => await List(await caller.SomeAgent(stop), saved, stop, 200))
            .Told(Area, "List saved replies", "Everybody's, and the agent's own, by name.").Gives<SavedReplyListJson>().ActsFor(AgentWanted.Always);
        api.MapPost("/saved-replies", (HttpContext context, ApiCaller caller, SavedReplies saved, WriteSavedReply write, CancellationToken stop) => Write(null, context, caller, saved, write, stop))
            .Told(Area, "Write a saved reply", "Shared by all, or with `mine` the agent's own. Answers the whole list.").Takes<SavedReplyWishJson>(Example, "name").Gives<SavedReplyListJson>(201).MayRefuse(MayStop);
        api.MapPut("/saved-replies/{id}", (string id, HttpContext context, ApiCaller caller, SavedReplies saved, WriteSavedReply write, CancellationToken stop) =>
            Write(OwingApi.Ids<SavedReplyId>(id, "saved.unknown"), context, caller, saved, write, stop))
            .Told(Area, "Write one anew", "Name, all its texts and whose it is.").Takes<SavedReplyWishJson>(Example, "name").Gives<SavedReplyListJson>().MayRefuse([.. MayStop, "saved.unknown", "saved.others"]);
        api.MapDelete("/saved-replies/{id}", async (string id, ApiCaller caller, DropSavedReply drop, CancellationToken stop) =>
        {
            var which = OwingApi.Ids<SavedReplyId>(id, "saved.unknown");
            await drop.For(which, await caller.SomeAgent(stop), caller.Once($"saved {which.Value} drop"), stop);
            return Results.NoContent();
        }).Told(Area, "Delete a saved reply", "").GivesNothing().MayRefuse("saved.unknown", "saved.others");
    }

    private static object Example => new { name = "Palautus matkalla", finnish = "Hei {{firstname}}, palautus on matkalla tilillesi.", english = "Hi {{firstname}}, your refund is on its way.", mine = false };

    private static string[] MayStop => ["saved.name.missing", "saved.name.long", "saved.text.missing", "saved.text.long", "saved.variable", "saved.many"];

    private static async Task<IResult> Write(SavedReplyId? id, HttpContext context, ApiCaller caller, SavedReplies saved, WriteSavedReply write, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<SavedReplyWishJson>();
        var texts = new SavedTexts(sent.Finnish, sent.Swedish, sent.English);
        SavedReply.WhyNotWrite(sent.Name.Wanted("name"), texts).StopIfAny("name");
        await write.For(id, sent.Name!, texts, sent.Mine ?? false, by, caller.Once(id is { } known ? $"saved {known.Value}" : "saved"), stop);
        return await List(by, saved, stop, id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> List(AgentId agent, SavedReplies saved, CancellationToken stop, int status) => Api.Answer(new SavedReplyListJson(
        [.. (await saved.For(agent, stop)).Select(s => new SavedReplyJson(s.Id, s.Name, s.Finnish, s.Swedish, s.English, s.OwnedBy == agent, s.ChangedAt))]), status);
}
