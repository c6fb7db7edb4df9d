using System.Globalization;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Pages.Admin;

/// <summary>Whose turn it is, how surely promises are kept, and what answers have taught: for admins.</summary>
public static class QueueRoom
{
    public static void MapQueueRoom(this IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/admin/queue").RequireAuthorization(SignedIn.Admins);
        room.MapGet("", async (bool? saved, OurCompany ourCompany, WhatWasLearnt learnt, CancellationToken stop) =>
            PageResults.Page<QueuePage>(new { Company = await ourCompany.Now(stop), Learnt = await learnt.Now(stop), Saved = saved == true }));
        room.MapPost("", async (IFormCollection form, HttpContext context, OrderQueue order, OurCompany ourCompany, WhatWasLearnt learnt, CancellationToken stop) =>
        {
            try
            {
                await order.As(Number(form["Turns"]), Number(form["Promises"]), context.User.AgentId(), stop);
                return Results.LocalRedirect("/admin/queue?saved=true");
            }
            catch (RuleBroken broken)
            {
                return PageResults.Page<QueuePage>(new { Company = await ourCompany.Now(stop), Learnt = await learnt.Now(stop), Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
            }
        });
    }

    private static int Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
