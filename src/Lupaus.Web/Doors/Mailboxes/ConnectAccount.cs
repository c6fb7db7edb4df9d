using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>What we asked an account's house, so that its answer is known again.</summary>
public sealed record AskedConsent(MailboxId Mailbox, AgentId By, string Verifier);

/// <summary>
/// Connects an account of Google's or Microsoft's: whoever may signs in there and allows us to read and send (RFC 6749, 4.1,
/// with RFC 7636). Our question is carried by the answer itself, sealed and for a quarter of an hour.
/// </summary>
public sealed class ConnectAccount(MailboxKeys keys, KeepMailboxes keep, TokenHouses houses, IDataProtectionProvider protection, Settings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("mailboxes", "consent").ToTimeLimitedDataProtector();

    /// <summary>Where the house sends people back to.</summary>
    public Uri Back => new(settings.PublicAddress, "admin/mailboxes/connected");

    /// <summary>Where to send whoever connects it.</summary>
    public Uri Begin(Mailbox mailbox, AgentId by)
    {
        var client = mailbox.SignsIn is SignsIn.AtGoogle or SignsIn.AtMicrosoft ? keys.Of(mailbox)?.ClientId : null;
        if (client is null)
            throw new RuleBroken(Refusal.Because("mailbox.client"));
        var asked = new AskedConsent(mailbox.Id, by, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48)));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(asked.Verifier)));
        return TokenHouses.Of(mailbox.SignsIn).ConsentFor(client, Back, Seal.Protect(JsonSerializer.Serialize(asked), Patience), challenge, mailbox.UserName ?? mailbox.Address.Value);
    }

    /// <summary>Null when it isn't our question, too old, or another's.</summary>
    public AskedConsent? Asked(string? state, AgentId by)
    {
        try
        {
            return state is { Length: > 0 and < 4000 } && JsonSerializer.Deserialize<AskedConsent>(Seal.Unprotect(state)) is { } asked && asked.By == by ? asked : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task Finish(Mailbox mailbox, AskedConsent asked, string? code, Actor by, CancellationToken stop)
    {
        if (code is not { Length: > 0 and < 4000 } || keys.Of(mailbox) is not { ClientId: not null } key)
            throw new RuleBroken(Refusal.Because("mailbox.consent"));
        var token = await houses.First(mailbox.SignsIn, key, code, Back, asked.Verifier, stop);
        if (!token.IsOk)
            throw new RuleBroken(Refusal.Because("mailbox.consent"));
        await keep.TakeKey(mailbox.Id, key with { RefreshToken = token.Value!.RefreshToken }, by, stop);
    }
}
