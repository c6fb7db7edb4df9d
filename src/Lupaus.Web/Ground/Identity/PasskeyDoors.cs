using System.Text.Json;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <param name="Link">The secret of an invitation or of a way back in, where nobody is signed in yet.</param>
public sealed record PasskeyWish(string? Link);

public sealed record PasskeyMade(string? Link, string? Name, JsonElement Credential);

public sealed record PasskeyShown(string? Back, JsonElement Credential);

/// <summary>
/// What the browser asks while somebody makes a passkey or signs in with one (WebAuthn, in its JSON forms). Making one
/// is for who is signed in, or holds an invitation or a way back in.
/// </summary>
public static class PasskeyDoors
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/passkeys").AddEndpointFilter<SameOrigin>().RequireRateLimiting(Doorkeeping.Trying);

        passkeys.MapPost("/request-options", async (AgentSignIn signIn) =>
            Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json"));

        passkeys.MapPost("/sign-in", async (PasskeyShown shown, AgentSignIn signIn, Reader reader) => await signIn.ByPasskey(shown.Credential.GetRawText())
            ? Results.Json(new { go = SignInDoor.WayTo(shown.Back) })
            : Unfit(reader.Words["identity.passkey.unknown"]));

        passkeys.MapPost("/creation-options", async (PasskeyWish wish, HttpContext context, LupausDb db, AgentSignIn signIn, TimeProvider clock, Reader reader, CancellationToken stop) =>
        {
            if (await Maker(wish.Link, context, db, clock.Now(), stop) is not { } maker)
                return Unfit(reader.Words.Refusal(Refusal.Because("link.old")));
            return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = maker.Login.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Name = maker.Agent.Email.Value,
                DisplayName = maker.Agent.Name,
            }), "application/json");
        });

        passkeys.MapPost("", Keep);
    }

    private static async Task<IResult> Keep(PasskeyMade made, HttpContext context, LupausDb db, AgentSignIn signIn, UserManager<Login> users, TimeProvider clock, Reader reader, CancellationToken stop)
    {
        var now = clock.Now();
        if (await Maker(made.Link, context, db, now, stop) is not { } maker)
            return Unfit(reader.Words.Refusal(Refusal.Because("link.old")));
        var attestation = await signIn.PerformPasskeyAttestationAsync(made.Credential.GetRawText());
        if (!attestation.Succeeded || attestation.UserEntity.Id != maker.Login.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            return Unfit(reader.Words["identity.passkey.failed"]);

        attestation.Passkey.Name = made.Name.OneLine() is { Length: > 0 } name ? name[..Math.Min(name.Length, Limits.Name)] : reader.Words["identity.passkey.unnamed"];
        maker.Agent.ChangesWayIn(WayIn.PasskeyAdded, maker.Agent.Id, now);
        if (maker.Link is not null)
        {
            maker.TakeUp(now);
            maker.Login.EndSessions();
        }
        // Everything above is tracked by the same context, so it is stored with the passkey or not at all.
        var kept = await users.AddOrUpdatePasskeyAsync(maker.Login, attestation.Passkey);
        if (!kept.Succeeded)
            return Unfit(reader.Words["identity.passkey.failed"]);
        await signIn.SignInAsync(maker.Login, isPersistent: true);
        return Results.Json(new { go = maker.Link is null ? "/me?saved=passkey#passkeys" : "/desk" });
    }

    private static async Task<PasskeyMaker?> Maker(string? link, HttpContext context, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (link is null)
        {
            if (!context.User.IsAtLeast(Role.Agent))
                return null;
            var id = context.User.AgentId();
            return new PasskeyMaker(await db.Agents.FirstAsync(a => a.Id == id, stop), await db.Users.FirstAsync(l => l.Id == id.Value, stop), null);
        }
        var opened = await db.LinkBehind(link, SignInLinkKind.Invitation, now, stop) ?? await db.LinkBehind(link, SignInLinkKind.Recovery, now, stop);
        // A new passkey would go round the second factor, so a letter alone is not enough to make one.
        return opened is { WhyNot: null, Login.TwoFactorEnabled: false } ? new PasskeyMaker(opened.Agent, opened.Login, opened) : null;
    }

    private static IResult Unfit(string words) => Results.Json(new { words }, statusCode: StatusCodes.Status422UnprocessableEntity);

    private sealed record PasskeyMaker(Agent Agent, Login Login, OpenedLink? Link)
    {
        public void TakeUp(DateTimeOffset now) => Link?.TakeUp(now);
    }
}
