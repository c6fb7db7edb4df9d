using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Order.Upkeep;

namespace Lupaus.Web.Pages.Admin;

/// <summary>Whether everything is kept safe: for admins.</summary>
public static class BackupsRoom
{
    // A small house's backup is done before anybody looks up; a big one goes on behind the page.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapBackupsRoom(this IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/admin/backups").RequireAuthorization(SignedIn.Admins);
        room.MapGet("", async (string? saved, LatestBackups latest, CancellationToken stop) => PageResults.Page<BackupsPage>(new { Now = await latest.Now(stop), Saved = saved }));
        room.MapPost("", async (IFormCollection _, HttpContext context, BackUpNow backUp, LatestBackups latest, CancellationToken stop) =>
        {
            try
            {
                var going = await backUp.By(context.User.AgentId(), stop);
                await Task.WhenAny(going, Task.Delay(Patience, stop));
                return Results.LocalRedirect($"/admin/backups?saved={(going.IsCompleted ? "made" : "going")}");
            }
            catch (RuleBroken broken)
            {
                return PageResults.Page<BackupsPage>(new { Now = await latest.Now(stop), broken.Refusal }, StatusCodes.Status409Conflict);
            }
        });
    }
}
