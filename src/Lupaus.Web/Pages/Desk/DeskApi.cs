using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

public sealed record DraftFileJson(AttachmentId Id, string Part, string Name, string Type, long Length);

/// <param name="CameBack">Why a reply that was sent did not leave, by the refusal's key; null when it is an ordinary draft.</param>
public sealed record DraftJson(string? Reply, string? Note, DateTimeOffset? ChangedAt, string? CameBack, IReadOnlyList<DraftFileJson> Files);

/// <summary>What isn't named, or is empty, is taken away.</summary>
public sealed record DraftWishJson(string? Reply, string? Note);

public sealed record HeldJson(string Reference, DateTimeOffset? LeavesAt);

/// <summary>What an agent has begun at the desk and not sent: the same drafts, files and held replies, for programs that act for them.</summary>
internal static class DeskApi
{
    private const string Area = "Drafts and undo";

    public static void MapDeskApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/replies/held", Hold)
            .Told(Area, "Answer the customer in a moment", "As a reply from the desk: it is asked now whether it may go, and leaves at `leavesAt` unless it is taken back. Where no time to undo is set, it leaves at once and `leavesAt` is null.")
            .Takes<ReplyJson>(new { text = "Hei Aino, palautamme hinnan heti.", next = new { kind = "promises", promise = "act", due = ApiSamples.Tomorrow } }, "text", "next").Gives<HeldJson>(202).MayRefuse(RepliesApi.MayStop);
        api.MapDelete("/tickets/{reference}/replies/held", async (string reference, ApiCaller caller, IDbContextFactory<LupausDb> databases, TakeBackReply back, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            await back.For(id, await caller.SomeAgent(stop), stop, caller.Once("undo", known));
            return Results.NoContent();
        }).Told(Area, "Undo: take the reply back", "As long as it hasn't left. Its words are the agent's draft again.").GivesNothing().MayRefuse("reply.gone", "reply.others");
        api.MapGet("/tickets/{reference}/draft", async (string reference, ApiCaller caller, IDbContextFactory<LupausDb> databases, CancellationToken stop) =>
        {
            var (id, _) = await databases.Known(reference, stop);
            return Api.Answer(await Read(id, await caller.SomeAgent(stop), databases, stop));
        }).Told(Area, "Read the agent's draft", "What they have typed at this ticket and not sent; each agent has their own.").Gives<DraftJson>().ActsFor(AgentWanted.Always);
        api.MapPut("/tickets/{reference}/draft", Keep)
            .Told(Area, "Keep the agent's draft", "Sending takes it away. At the desk it is found where it was left.").Takes<DraftWishJson>(new { reply = "Hei Aino, ", note = "Kysy vielä Villeltä." }).Gives<DraftJson>().MayRefuse("message.long");
        api.MapPost("/tickets/{reference}/draft/files", KeepFile)
            .Told(Area, "Keep a file with the draft", $"The body is the file itself, up to {Attachment.MaxBytes / 1024 / 1024} MB; what it is shows in its first bytes. Name its id in `files` of the reply or note it goes along with.")
            .Accepts<Stream>("application/octet-stream").Gives<DraftFileJson>(201).MayRefuse("files.empty", "files.big", "files.many", "files.together", "draft.file.gone");
        api.MapDelete("/tickets/{reference}/draft/files/{file}", async (string reference, string file, ApiCaller caller, IDbContextFactory<LupausDb> databases, DropUnsentFile drop, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var which = OwingApi.Ids<AttachmentId>(file, "draft.file.gone");
            await drop.For(id, await caller.SomeAgent(stop), which, stop, caller.Once($"file {which.Value} drop", known));
            return Results.NoContent();
        }).Told(Area, "Leave a file out after all", "").GivesNothing().MayRefuse("draft.file.gone");
        api.MapGet("/files/{file}", async (string file, IDbContextFactory<LupausDb> databases, CancellationToken stop) =>
        {
            var id = OwingApi.Ids<AttachmentId>(file, "api.status.404");
            await using var db = await databases.CreateDbContextAsync(stop);
            return await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop) is { } found ? (IResult)new FileContent(found) : Results.NotFound();
        }).Told("Conversation", "Fetch a file", "As it came, by its id in a message of a ticket.").GivesBytes("application/octet-stream");
    }

    private static async Task<IResult> Hold(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, HoldReply hold, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<ReplyJson>();
        var reply = sent.Read();
        await hold.For(id, reply, DraftOf(reply), [], ReplyJson.Files(sent.FileIds), by, caller.Once("hold", known), stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var leaves = await db.HeldReplies.Where(h => h.TicketId == id && h.AgentId == by).Select(h => (DateTimeOffset?)h.LeavesAt).FirstOrDefaultAsync(stop);
        return Api.Answer(new HeldJson(known.Value, leaves), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Keep(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, KeepUnsent keep, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<DraftWishJson>();
        (sent.Reply.Cleaned().Length > Limits.Body ? Refusal.Because("message.long").With("limit", Limits.Body) : null).StopIfAny("reply");
        await keep.For(id, by, string.IsNullOrWhiteSpace(sent.Reply) ? null : UnsentForm.Write([("body", sent.Reply)]), sent.Note, stop, caller.Once("draft", known));
        return Api.Answer(await Read(id, by, databases, stop));
    }

    private static async Task<IResult> KeepFile(string reference, string? name, string? part, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, KeepUnsentFile keep, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        (string.IsNullOrWhiteSpace(name) ? Refusal.Because("api.field.missing").With("field", "name") : null).StopIfAny("name");
        var isNote = part switch { null or "" or "reply" => false, "note" => true, _ => throw ApiChecks.Wrong("part", Refusal.Because("api.field").With("field", "part")) };
        var content = await context.File();
        Attachment.WhyNotAttach([content.LongLength]).StopIfAny("body");
        return Api.Answer(Shown(await keep.For(id, by, isNote, new Upload(name!, content), stop, caller.Once("file", known))), StatusCodes.Status201Created);
    }

    private static async Task<DraftJson> Read(TicketId ticket, AgentId agent, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var draft = await db.Unsent.AsNoTracking().FirstOrDefaultAsync(u => u.TicketId == ticket && u.AgentId == agent, stop);
        var files = await db.UnsentFiles.AsNoTracking().Where(f => f.TicketId == ticket && f.AgentId == agent).OrderBy(f => f.Id).ToListAsync(stop);
        var reply = UnsentForm.Read(draft?.Reply).TryGetValue("body", out var body) ? body.ToString() : null;
        return new DraftJson(reply, draft?.Note, draft?.ChangedAt, draft?.CameBack, [.. files.Select(Shown)]);
    }

    private static DraftFileJson Shown(Lupaus.Work.Replies.UnsentFile file) => new(file.Id, file.IsNote ? "note" : "reply", file.Name, file.Type, file.Length);

    /// <summary>The reply as the composer would have it, so that taken back it can be gone on with there.</summary>
    private static string DraftOf(Reply reply) => UnsentForm.Write(
    [
        ("body", reply.Body),
        ("understood", reply.Understood ?? ""),
        .. reply.Next switch
        {
            WhatNext.Solves => [("next", "solves")],
            WhatNext.CannotHelp => [("next", "cannot")],
            WhatNext.Promises p => [("next", p.Kind == PromiseKind.Act ? "act" : "findout"), ("when", Milliseconds(p.Due)), ("what", p.Words ?? "")],
            WhatNext.WaitsForCustomer w => [("next", "wait"), ("when", Milliseconds(w.AskAgainAt)), ("reminder", w.Reminder)],
            _ => (IEnumerable<(string, string)>)[("next", "stands")],
        },
    ]);

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
