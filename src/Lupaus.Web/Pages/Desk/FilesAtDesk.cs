using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A file of any ticket: colleagues help each other, so any agent may see it.</summary>
internal static class FilesAtDesk
{
    public static async Task<IResult> Send(long id, string name, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == AttachmentId.From(id), stop) is not { } file)
            return Results.NotFound();
        return new FileContent(file);
    }
}
