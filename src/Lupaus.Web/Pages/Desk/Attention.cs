namespace Lupaus.Web.Pages.Desk;

/// <summary>
/// Undivided attention: nothing is there but the ticket and its person. It goes along from ticket to ticket, as long as
/// this browser is open.
/// </summary>
internal static class Attention
{
    private const string Cookie = "undivided";

    public static bool IsUndivided(this HttpRequest request) => request.Cookies[Cookie] == "1";

    public static IResult Turn(HttpContext context, IFormCollection form)
    {
        if (form["on"] == "1")
            context.Response.Cookies.Append(Cookie, "1", new() { IsEssential = true, HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax });
        else
            context.Response.Cookies.Delete(Cookie);
        return Results.LocalRedirect(Reference.Read(form["ticket"].ToString()) is { } ticket ? $"/desk/{ticket}" : "/desk");
    }
}
