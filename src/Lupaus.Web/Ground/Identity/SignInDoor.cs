using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Foundations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lupaus.Web.Ground.Identity;

// Forms are bound by their properties: a constructor would refuse a field that is left out. A form without any field is null.
public sealed record SignInForm
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    public string? Back { get; init; }
}

public sealed record CodeForm
{
    public string? Code { get; init; }

    public string? Back { get; init; }
}

/// <summary>In by password, and by the code of a second factor; and out.</summary>
public static class SignInDoor
{
    private const string Desk = "/desk";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", async (string? back, string? chosen, HttpContext context, OtherHouses others, CancellationToken stop) => context.User.Identity!.IsAuthenticated
            ? Results.LocalRedirect(WayTo(back))
            : PageResults.Page<SignInPage>(new { Back = back, HasChosen = chosen is not null, OtherHouse = await others.Shown(stop) }));

        routes.MapPost("/sign-in", async ([FromForm] SignInForm? sent, AgentSignIn signIn, OtherHouses others, CancellationToken stop) =>
        {
            var form = sent ?? new();
            var result = await signIn.ByPassword(form.Email, form.Password);
            return result.Succeeded ? Results.LocalRedirect(WayTo(form.Back))
                : result.RequiresTwoFactor ? Results.LocalRedirect($"/sign-in/code?back={Uri.EscapeDataString(form.Back ?? "")}")
                : PageResults.Page<SignInPage>(new { form.Email, form.Back, IsWrong = true, OtherHouse = await others.Shown(stop) }, StatusCodes.Status422UnprocessableEntity);
        }).RequireRateLimiting(Doorkeeping.Trying);

        routes.MapGet("/sign-in/code", async (string? back, AgentSignIn signIn) => await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? Results.LocalRedirect("/sign-in")
            : PageResults.Page<CodePage>(new { Back = back }));

        routes.MapPost("/sign-in/code", async ([FromForm] CodeForm? sent, AgentSignIn signIn) =>
        {
            var form = sent ?? new();
            if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
                return Results.LocalRedirect("/sign-in");
            return await signIn.ByCode(form.Code)
                ? Results.LocalRedirect(WayTo(form.Back))
                : PageResults.Page<CodePage>(new { form.Back, IsWrong = true }, StatusCodes.Status422UnprocessableEntity);
        }).RequireRateLimiting(Doorkeeping.Trying);

        // The form is asked for, since that is what has the antiforgery token checked.
        routes.MapPost("/sign-out", async (IFormCollection _, HttpContext context, SignInManager<Login> signIn, EndSession end, CancellationToken stop) =>
        {
            if (context.User.Identity?.IsAuthenticated is true && AgentClaims.SessionOf(context.User) is { } session)
                await end.Of(context.User.AgentId(), session, context.User.AgentId(), stop);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });

        routes.MapGet("/not-yours", () => PageResults.Page<NotYoursPage>(status: StatusCodes.Status403Forbidden));
    }

    /// <summary>Where they were going, when that is in our house.</summary>
    public static string WayTo(string? back) => Looks.Looks.IsLocal(back) ? back! : Desk;
}
