using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Lupaus.Web.Ground.Identity;

/// <summary>The key that an authenticator app is to learn, to type and to scan.</summary>
public sealed record SecondFactorKey(string Key, string QrCode);

/// <summary>
/// Codes from an authenticator app (TOTP, RFC 6238) after the password. It counts once a code has been given back, and
/// goes away again only for who has a code, or by an admin.
/// </summary>
public sealed class SecondFactor(UserManager<Login> users, AgentSignIn signIn, LupausDb db, TimeProvider clock)
{
    public const int RecoveryCodes = 8;

    public async Task Begin(AgentId id, CancellationToken stop)
    {
        var login = await LoginOf(id, stop);
        (login.TwoFactorEnabled ? Refusal.Because("secondfactor.on") : null).StopIfAny();
        await users.ResetAuthenticatorKeyAsync(login);
        await GoOn(login);
    }

    /// <summary>Null when it hasn't been begun, or is in use: then nobody is shown the key again.</summary>
    public async Task<SecondFactorKey?> Key(AgentId id, CancellationToken stop)
    {
        var login = await LoginOf(id, stop);
        if (login.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(login) is not { } key)
            return null;
        var company = await db.Companies.Select(c => c.Name).FirstAsync(stop);
        var address = $"otpauth://totp/{Uri.EscapeDataString(company)}:{Uri.EscapeDataString(login.Email!)}?secret={key}&issuer={Uri.EscapeDataString(company)}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return new SecondFactorKey(string.Join(' ', key.Chunk(4).Select(c => new string(c))), "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(6)));
    }

    /// <summary>The app has learnt the key. Answers the recovery codes, which nobody sees again.</summary>
    public async Task<IReadOnlyList<string>> Confirm(AgentId id, string? code, CancellationToken stop)
    {
        var login = await LoginOf(id, stop);
        (login.TwoFactorEnabled ? Refusal.Because("secondfactor.on") : null).StopIfAny();
        (await IsFromApp(login, code) ? null : Refusal.Because("secondfactor.code")).StopIfAny();
        await Note(id, WayIn.SecondFactorOn, stop);
        await users.SetTwoFactorEnabledAsync(login, true);
        return await NewCodes(login);
    }

    public async Task<IReadOnlyList<string>> RenewCodes(AgentId id, string? code, CancellationToken stop)
    {
        var login = await Proven(id, code, stop);
        await Note(id, WayIn.RecoveryCodesMade, stop);
        return await NewCodes(login);
    }

    public async Task TurnOff(AgentId id, string? code, CancellationToken stop)
    {
        var login = await Proven(id, code, stop);
        await Note(id, WayIn.SecondFactorOff, stop);
        await users.SetTwoFactorEnabledAsync(login, false);
        await users.ResetAuthenticatorKeyAsync(login);
        await GoOn(login);
    }

    public async Task<int> CodesLeft(AgentId id, CancellationToken stop) => await users.CountRecoveryCodesAsync(await LoginOf(id, stop));

    private async Task<Login> Proven(AgentId id, string? code, CancellationToken stop)
    {
        var login = await LoginOf(id, stop);
        var isRight = login.TwoFactorEnabled && !await users.IsLockedOutAsync(login)
            && (await IsFromApp(login, code) || (AgentSignIn.AsRecoveryCode(code) is { Length: > 0 } recovery && (await users.RedeemTwoFactorRecoveryCodeAsync(login, recovery)).Succeeded));
        if (!isRight)
            await users.AccessFailedAsync(login);
        (isRight ? null : Refusal.Because("secondfactor.code")).StopIfAny();
        return login;
    }

    private Task<bool> IsFromApp(Login login, string? code) =>
        users.VerifyTwoFactorTokenAsync(login, TokenOptions.DefaultAuthenticatorProvider, AgentSignIn.AsAppCode(code));

    private async Task<IReadOnlyList<string>> NewCodes(Login login)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(login, RecoveryCodes);
        await GoOn(login);
        return [.. codes!];
    }

    /// <summary>Tracked by the same context as the login, so that it is stored with the next change of it.</summary>
    private async Task Note(AgentId id, WayIn what, CancellationToken stop) =>
        (await db.Agents.FirstAsync(a => a.Id == id, stop)).ChangesWayIn(what, id, clock.Now());

    /// <summary>The stamp has changed: other sessions end, this one goes on.</summary>
    private Task GoOn(Login login) => signIn.RefreshSignInAsync(login);

    private Task<Login> LoginOf(AgentId id, CancellationToken stop) => db.Users.FirstAsync(l => l.Id == id.Value, stop);
}
