using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Pages.Me;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Replies;

namespace Lupaus.Web.Pages.Admin;

/// <summary>The house's own words, and plain ones for them: for admins.</summary>
public static class JargonRoom
{
    public static void MapJargonRoom(this IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/admin/jargon").RequireAuthorization(SignedIn.Admins);
        room.MapGet("", async (string? saved, OurJargon jargon, CancellationToken stop) => PageResults.Page<JargonPage>(new { Terms = await jargon.All(stop), Saved = saved }));
        room.MapPost("", async (IFormCollection form, HttpContext context, NoteJargon note, OurJargon jargon, CancellationToken stop) =>
        {
            try
            {
                var language = LanguageCodes.Read(form["Language"]) ?? LanguageCode.Fi;
                await note.For(language, form["Term"].ToString(), form["Plain"].ToString(), context.User.AgentId(), MeDoors.ReadNonce("jargon", form), stop);
                return Results.LocalRedirect($"/admin/jargon?saved={Uri.EscapeDataString(form["Term"].ToString().OneLine())}#new");
            }
            catch (RuleBroken broken)
            {
                return PageResults.Page<JargonPage>(new { Terms = await jargon.All(stop), Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
            }
        });
        room.MapPost("/{id:long}/drop", async (long id, IFormCollection _, HttpContext context, DropJargon drop, CancellationToken stop) =>
        {
            await drop.For(JargonTermId.From(id), context.User.AgentId(), null, stop);
            return Results.LocalRedirect("/admin/jargon#list");
        });
    }
}
