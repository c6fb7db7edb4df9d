using Lupaus.Ground.Identity;
using Lupaus.Web.Ground.Foundations;
using Microsoft.AspNetCore.Mvc;

namespace Lupaus.Web.Ground.Identity;

public sealed record NewPasswordForm
{
    public string? Password { get; init; }
}

public sealed record ForgottenForm
{
    public string? Email { get; init; }
}

/// <summary>In by a link from a letter: an invitation, or the way back for who has forgotten their password.</summary>
public static class SignInLinkDoors
{
    public static void MapSignInLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/forgotten", () => PageResults.Page<ForgottenPage>());
        routes.MapPost("/forgotten", async ([FromForm] ForgottenForm? sent, AskForWayIn ask, CancellationToken stop) =>
        {
            var form = sent ?? new();
            if (EmailAddress.Read(form.Email) is null)
                return (IResult)PageResults.Page<ForgottenPage>(new { form.Email, Refusal = Refusal.Because("email.shape") }, StatusCodes.Status422UnprocessableEntity);
            await ask.Forgotten(form.Email, stop);
            return PageResults.Page<ForgottenPage>(new { form.Email, IsSent = true });
        }).RequireRateLimiting(Doorkeeping.Asking);

        MapLink(routes, "/invitation", SignInLinkKind.Invitation);
        MapLink(routes, "/recovery", SignInLinkKind.Recovery);

        routes.MapPost("/invitation/{secret}/renew", async (string secret, IFormCollection _, AskForWayIn ask, CancellationToken stop) =>
        {
            await ask.NewInvitation(secret, stop);
            return PageResults.Page<OldLinkPage>(new { Kind = SignInLinkKind.Invitation, IsSent = true });
        }).RequireRateLimiting(Doorkeeping.Asking);
    }

    private static void MapLink(IEndpointRouteBuilder routes, string path, SignInLinkKind kind)
    {
        routes.MapGet(path + "/{secret}", async (string secret, LupausDb db, TimeProvider clock, CancellationToken stop) =>
            Shown(await db.LinkBehind(secret, kind, clock.Now(), stop), secret, kind, null));

        routes.MapPost(path + "/{secret}", async (string secret, [FromForm] NewPasswordForm? sent, UseSignInLink use, AgentSignIn signIn, LupausDb db, TimeProvider clock, CancellationToken stop) =>
        {
            var form = sent ?? new();
            try
            {
                await use.Choosing(form.Password, secret, kind, stop);
            }
            catch (RuleBroken broken)
            {
                return Shown(await db.LinkBehind(secret, kind, clock.Now(), stop), secret, kind, broken.Refusal);
            }
            var agent = await db.LinkBehind(secret, kind, clock.Now(), stop);
            var result = await signIn.PasswordSignInAsync(agent!.Login, form.Password!, isPersistent: true, lockoutOnFailure: true);
            return Results.LocalRedirect(result.RequiresTwoFactor ? "/sign-in/code" : result.Succeeded ? "/desk" : "/sign-in");
        }).RequireRateLimiting(Doorkeeping.Trying);
    }

    private static IResult Shown(OpenedLink? opened, string secret, SignInLinkKind kind, Refusal? refusal) =>
        opened is null ? PageResults.Page<OldLinkPage>(new { Kind = kind }, StatusCodes.Status404NotFound) :
        opened.WhyNot is not null ? PageResults.Page<OldLinkPage>(
            new { Kind = kind, Secret = secret, MayRenew = kind == SignInLinkKind.Invitation && opened.Link.UsedAt is null && !opened.Agent.IsActive }, StatusCodes.Status410Gone) :
        PageResults.Page<OpenLinkPage>(
            new { Kind = kind, Secret = secret, opened.Agent.Name, Email = opened.Agent.Email.Value, HasSecondFactor = opened.Login.TwoFactorEnabled, Refusal = refusal },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
