using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>The door for those who have lost their link.</summary>
internal static class NewLinkDoor
{
    public static IResult Show(HttpContext context) => Page(context, new { }, StatusCodes.Status200OK);

    public static async Task<IResult> Send(HttpContext context, AskForLinks ask, CancellationToken stop)
    {
        var posted = await Posted.Read(context);
        var email = posted["email"];
        if (posted.WhyNot is { } whole)
            return Page(context, new { Email = email, Whole = whole }, posted.Status);
        if (EmailAddress.Read(email) is not { } address)
            return Page(context, new { Email = email, Slip = Refusal.Because("email.shape") }, StatusCodes.Status422UnprocessableEntity);
        await ask.To(address, posted.Source("new-link"), stop);
        return Page(context, new { Email = address.Value, IsSent = true }, StatusCodes.Status200OK);
    }

    private static IResult Page(HttpContext context, object shows, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageResults.Page<NewLinkPage>(shows, status);
    }
}
