using Lupaus.Ground.People;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Work.Spam;

namespace Lupaus.Web.Pages.Desk;

/// <summary>What is no matter of a customer's, and whom we don't listen to.</summary>
internal static class SpamDoor
{
    public static void MapBlocked(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/blocked", (HttpContext context, string? done, BlockedSenders blocked, Colleagues colleagues, CancellationToken stop) => Show(blocked, colleagues, null, null, done, stop));
        desk.MapPost("/blocked", async (HttpContext context, IFormCollection form, BlockSender block, BlockedSenders blocked, Colleagues colleagues, CancellationToken stop) =>
        {
            try
            {
                await block.For(form["sender"].ToString(), context.User.AgentId(), stop);
                return Results.LocalRedirect("/desk/blocked?done=blocked");
            }
            catch (RuleBroken broken)
            {
                return await Show(blocked, colleagues, broken.Refusal, form["sender"].ToString().CutTo(EmailAddress.MaxLength), null, stop);
            }
        });
        desk.MapPost("/blocked/{id:long}/unblock", async (HttpContext context, IFormCollection form, long id, UnblockSender unblock, CancellationToken stop) =>
        {
            await unblock.For(BlockedId.From(id), context.User.AgentId(), stop);
            return Results.LocalRedirect("/desk/blocked?done=unblocked");
        });
    }

    public static void MapSpamForms(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/set-aside", ([AsParameters] TicketPost post, MarkSpam mark) => post.Try("aside", (id, source) =>
            mark.For(id, Enum.TryParse<BlockKind>(post["block"], out var block) && Enum.IsDefined(block) ? block : null, post.Me, source, post.Stop)));
        ticket.MapPost("/bring-back", ([AsParameters] TicketPost post, BringBack back) => post.Try("broughtback", (id, source) => back.For(id, post.Me, source, post.Stop)));
    }

    private static async Task<IResult> Show(BlockedSenders blocked, Colleagues colleagues, Refusal? whyNot, string? typed, string? done, CancellationToken stop) =>
        PageResults.Page<BlockedPage>(
            new { Blocked = await blocked.All(stop), Colleagues = await colleagues.Now(stop), WhyNot = whyNot, Typed = typed, Done = done },
            whyNot is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
