using Lupaus.Storage.Ground.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lupaus.Web.Ground.Identity;

/// <summary>Only those who work here now sign in, and how they do tells nobody whether they do.</summary>
public sealed class AgentSignIn(
    LupausDb db,
    UserManager<Login> users,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<Login> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Login>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Login> confirmation) : SignInManager<Login>(users, accessor, claims, options, log, schemes, confirmation)
{
    /// <summary>Nobody's password. Hashed where there is none to compare with, so that both take the same time.</summary>
    private static readonly string NobodysHash = new PasswordHasher<Login>().HashPassword(new Login(), Guid.NewGuid().ToString());

    private const string Provider = "Lupaus";
    private const string LastCode = "LastCode";

    public override async Task<bool> CanSignInAsync(Login user) =>
        await db.ActiveAgents.AnyAsync(a => a.AgentId == user.AgentId) && await base.CanSignInAsync(user);

    public async Task<Login?> Find(string? address)
    {
        if (EmailAddress.Read(address) is not { } email)
            return null;
        var id = await db.Agents.Where(a => a.Email == email).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync();
        return id is { } known ? await db.Users.FirstOrDefaultAsync(l => l.Id == known.Value) : null;
    }

    public async Task<SignInResult> ByPassword(string? address, string? password)
    {
        var given = password is { Length: > 0 and <= Lupaus.Ground.Identity.PasswordRules.MaxLength } ? password : "";
        var login = await Find(address);
        if (login?.PasswordHash is null || given.Length == 0 || await PreSignInCheck(login) is not null)
        {
            UserManager.PasswordHasher.VerifyHashedPassword(login ?? new Login(), NobodysHash, given);
            return SignInResult.Failed;
        }
        return await PasswordSignInAsync(login, given, isPersistent: true, lockoutOnFailure: true);
    }

    /// <summary>A code from the authenticator app, each once; or one of the recovery codes.</summary>
    public async Task<bool> ByCode(string? code)
    {
        var fromApp = AsAppCode(code);
        if (fromApp.Length == 0)
            return AsRecoveryCode(code) is { Length: > 0 } recovery && (await TwoFactorRecoveryCodeSignInAsync(recovery)).Succeeded;
        var login = (await GetTwoFactorAuthenticationUserAsync())!;
        // Whoever looked over a shoulder has the same code for a minute and a half.
        if (await UserManager.GetAuthenticationTokenAsync(login, Provider, LastCode) == fromApp)
            return false;
        if (!(await TwoFactorAuthenticatorSignInAsync(fromApp, isPersistent: true, rememberClient: false)).Succeeded)
            return false;
        await UserManager.SetAuthenticationTokenAsync(login, Provider, LastCode, fromApp);
        return true;
    }

    /// <summary>Six digits, however they were spaced; else nothing.</summary>
    public static string AsAppCode(string? code) => Bare(code) is { Length: 6 } bare && bare.All(char.IsAsciiDigit) ? bare : "";

    public static string AsRecoveryCode(string? code) => Bare(code) is { Length: 10 } bare ? $"{bare[..5]}-{bare[5..]}" : "";

    private static string Bare(string? code) => string.Concat((code ?? "").Take(40).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>A passkey is something one has and something one knows or is at once: it needs no second factor.</summary>
    public async Task<bool> ByPasskey(string credential)
    {
        var assertion = await PerformPasskeyAssertionAsync(credential);
        if (!assertion.Succeeded || !await CanSignInAsync(assertion.User))
            return false;
        var kept = await UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        if (!kept.Succeeded)
            return false;
        await SignInAsync(assertion.User, isPersistent: true, "hwk"); // RFC 8176: proof of possession of a hardware-secured key
        return true;
    }
}
