using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Files put to a reply or a note before it is sent: pasted, dropped or chosen. Only who put them there sees them.</summary>
internal static class UnsentFilesDoor
{
    /// <summary>Answers the file as the composer shows it, or why it can't be kept, in words.</summary>
    public static async Task<IResult> Keep([AsParameters] TicketPost post, ReadTicket read, KeepUnsentFile keep, Reader reader)
    {
        if (Reference.Read(post.Reference) is not { } known || await read.IdOf(known, post.Stop) is not { } id)
            return Results.NotFound();
        try
        {
            var uploads = await post.Form.Files.Read(post.Stop);
            if (uploads.Count != 1)
                return Results.BadRequest();
            var kept = await keep.For(id, post.Me, post["part"] == "note", uploads[0], post.Stop);
            return PageResults.Page<UnsentFileChip>(new { File = kept, Reference = known });
        }
        catch (RuleBroken broken)
        {
            return Results.Text(reader.Words.Refusal(broken.Refusal), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    public static async Task<IResult> Drop([AsParameters] TicketPost post, ReadTicket read, DropUnsentFile drop, long file)
    {
        if (Reference.Read(post.Reference) is not { } known || await read.IdOf(known, post.Stop) is not { } id)
            return Results.NotFound();
        await drop.For(id, post.Me, AttachmentId.From(file), post.Stop);
        return post.Context.Request.Headers.ContainsKey("X-Live") ? Results.NoContent() : Results.LocalRedirect($"/desk/{known}#reply");
    }

    public static async Task<IResult> Send(long id, string name, HttpContext context, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var me = context.User.AgentId();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.UnsentFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == AttachmentId.From(id) && f.AgentId == me, stop) is { } file
            ? new FileContent(file.Hash, file.Name, file.Type, file.Length)
            : Results.NotFound();
    }
}
