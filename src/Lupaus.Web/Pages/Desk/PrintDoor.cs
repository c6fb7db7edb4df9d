using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The whole of a ticket on paper: facts, conversation, what happened.</summary>
internal static class PrintDoor
{
    public static async Task<IResult> Show(HttpContext context, string reference, TicketDoor door, CancellationToken stop) =>
        await door.Read(context, reference, stop) is { } screen
            ? PageResults.Page<PrintPage>(new { Screen = screen })
            : PageResults.Page<NoSuchTicketPage>(new { Sought = reference }, StatusCodes.Status404NotFound);
}
