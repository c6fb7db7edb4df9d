using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Connecting;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>What opens a mailbox: a password, or what an account's house gave us when it was connected. It never shows itself.</summary>
public sealed record MailboxKey(string? Password = null, string? ClientId = null, string? ClientSecret = null, string? RefreshToken = null)
{
    public const int Longest = 4000;

    [JsonIgnore]
    public bool Opens => (Password ?? RefreshToken) is not null;

    public override string ToString() => "***";
}

/// <summary>Keeps the keys of mailboxes where nobody reads them, and signs in with them.</summary>
public sealed class MailboxKeys(Changes changes, IDataProtectionProvider protection, TokenHouses houses, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<MailboxId, (string Key, AccessToken Token)> tokens = new();

    private IDataProtector Protector => protection.CreateProtector("mailboxes");

    public string Hide(MailboxKey key) => Protector.Protect(JsonSerializer.Serialize(key));

    /// <summary>Null when there is none, or when it can't be read any more: it has to be given again.</summary>
    public MailboxKey? Of(Mailbox mailbox)
    {
        try
        {
            return mailbox.Key is { } hidden ? JsonSerializer.Deserialize<MailboxKey>(Protector.Unprotect(hidden)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>As whom to sign in; null where nobody does.</summary>
    public async Task<Answer<Login?>> LoginFor(Mailbox mailbox, CancellationToken stop)
    {
        var name = mailbox.UserName ?? mailbox.Address.Value;
        return (mailbox.SignsIn, Of(mailbox)) switch
        {
            (SignsIn.Never, _) => Answer<Login?>.Ok(null),
            (SignsIn.WithPassword, { Password: { } password }) => Answer<Login?>.Ok(Login.WithPassword(name, password)),
            (SignsIn.AtGoogle or SignsIn.AtMicrosoft, { RefreshToken: not null } key) => await WithToken(mailbox, name, key, stop),
            _ => Answer<Login?>.No(HowItWent.NotAllowed, NoKey),
        };
    }

    private static readonly Trouble NoKey = new("login.nokey", "There is no key for this mailbox yet.");

    private async Task<Answer<Login?>> WithToken(Mailbox mailbox, string name, MailboxKey key, CancellationToken stop)
    {
        if (tokens.TryGetValue(mailbox.Id, out var known) && known.Key == mailbox.Key && known.Token.Until - Early > clock.Now())
            return Answer<Login?>.Ok(Login.WithToken(name, known.Token.Secret));
        var fresh = await houses.Refresh(mailbox.SignsIn, key, stop);
        if (!fresh.IsOk)
            return Answer<Login?>.No(fresh.How, fresh.Why!);
        var hidden = mailbox.Key!;
        if (fresh.Value!.RefreshToken != key.RefreshToken)
        {
            hidden = Hide(key with { RefreshToken = fresh.Value.RefreshToken });
            var (id, before) = (mailbox.Id, mailbox.Key);
            await changes.Make(async db =>
            {
                // Somebody may have connected it anew meanwhile.
                if (await db.Mailboxes.FirstOrDefaultAsync(m => m.Id == id && m.Key == before, stop) is { } stored)
                    stored.KeyWasRenewed(hidden);
            }, stop);
        }
        tokens[mailbox.Id] = (hidden, fresh.Value);
        return Answer<Login?>.Ok(Login.WithToken(name, fresh.Value.Secret));
    }
}

internal static class MailServersOfOurs
{
    public static MailHost ToHost(this MailServer server) => new(server.Host, server.Port, server.Lock switch
    {
        MailLock.Tls => Protection.Tls,
        MailLock.StartTls => Protection.StartTls,
        _ => Protection.None,
    })
    { MaySignInUnprotected = true };
}
