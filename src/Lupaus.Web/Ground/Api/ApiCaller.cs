using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lupaus.Ground.Api;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Api;

/// <summary>Who is calling: a key, and the agent it acts for where one is named.</summary>
public sealed class ApiCaller(IDbContextFactory<LupausDb> databases)
{
    public const string AgentHeader = "Lupaus-Agent";
    public const string OnceHeader = "Idempotency-Key";

    private IHeaderDictionary headers = new HeaderDictionary();

    private ApiKey? key;

    public ApiKeyId Key => key!.Id;

    private byte[] body = [];

    internal void Calls(ApiKey with, IHeaderDictionary sent) => (key, headers) = (with, sent);

    /// <summary>Whether the key hasn't been revoked since the call began.</summary>
    internal async Task<bool> IsStillGood(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.ApiKeys.AnyAsync(k => k.Id == Key && k.RevokedAt == null, stop);
    }

    /// <summary>Refused, and plainly, when the key wasn't given for this.</summary>
    internal void Needs(ApiScope scope)
    {
        if (key!.WhyNotCallFor(scope) is { } why)
            throw new ApiRefused(StatusCodes.Status403Forbidden, why);
    }

    /// <summary>What the caller sent, as it came.</summary>
    internal void Sends(byte[] sent) => body = sent;

    /// <summary>The active agent named in the header, or the one the key was made for; null when there is neither.</summary>
    public async Task<AgentId?> Agent(CancellationToken stop)
    {
        var named = Header(AgentHeader);
        if (named is null && key!.OnlyAs is null)
            return null;
        var email = EmailAddress.Read(named);
        var only = key!.OnlyAs;
        await using var db = await databases.CreateDbContextAsync(stop);
        var active = db.Agents.Where(a => a.Activity != null);
        var agent = named is null ? await active.Where(a => a.Id == only).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop)
            : email is { } address ? await active.Where(a => a.Email == address).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop)
            : null;
        if (agent is not { } found)
            throw new ApiRefused(StatusCodes.Status403Forbidden, Refusal.Because("api.agent.unknown"));
        return key.WhyNotActAs(found) is { } why ? throw new ApiRefused(StatusCodes.Status403Forbidden, why) : found;
    }

    /// <summary>As <see cref="Agent"/>, where the words or the deed have to be somebody's.</summary>
    public async Task<AgentId> SomeAgent(CancellationToken stop) =>
        await Agent(stop) ?? throw new ApiRefused(StatusCodes.Status403Forbidden, Refusal.Because("api.agent.missing"));

    /// <summary>As <see cref="SomeAgent"/>, where only a lead or an admin may.</summary>
    public async Task<AgentId> SomeLead(CancellationToken stop)
    {
        var agent = await SomeAgent(stop);
        return await IsLead(agent, stop) ? agent : throw new ApiRefused(StatusCodes.Status403Forbidden, Refusal.Because("api.agent.role"));
    }

    /// <summary>Whose matter it is: the acting agent's own, or a colleague's, where a lead acts.</summary>
    public async Task<(AgentId By, AgentId Of)> SomeAgentFor(string? named, string field, CancellationToken stop)
    {
        var by = await SomeAgent(stop);
        var of = await Named(named, field, stop) ?? by;
        return of == by || await IsLead(by, stop) ? (by, of) : throw new ApiRefused(StatusCodes.Status403Forbidden, Refusal.Because("api.agent.role"));
    }

    /// <summary>One who works here now, by their address; null when nobody is named.</summary>
    public async Task<AgentId?> Named(string? email, string field, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(email))
            return null;
        var wrong = ApiChecks.Wrong(field, Refusal.Because("api.agent.named").With("field", field));
        var address = EmailAddress.Read(email) ?? throw wrong;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Agents.Where(a => a.Activity != null && a.Email == address).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop) ?? throw wrong;
    }

    private async Task<bool> IsLead(AgentId agent, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Agents.AnyAsync(a => a.Id == agent && a.Role != Role.Agent, stop); // stored as words, which know no order
    }

    /// <summary>
    /// The same Idempotency-Key for the same deed on the same ticket is the same request. Deed and ticket count too: a
    /// key used again elsewhere by mistake must not make us believe that something was done which wasn't. For another
    /// body, or for another agent, it is refused.
    /// </summary>
    public Source? Once(string deed, Reference? ticket = null)
    {
        if (Header(OnceHeader) is not { } key)
            return null;
        if (key.Length is 0 or > Source.MaxLength || key.Any(c => c is < ' ' or > '~'))
            throw new ApiRefused(StatusCodes.Status400BadRequest, Refusal.Because("api.once").With("limit", Source.MaxLength), OnceHeader);
        return Source.Of(string.Create(CultureInfo.InvariantCulture, $"api:{Key.Value} {deed} {ticket?.Value}").TrimEnd(), key) with { Fingerprint = Fingerprint() };
    }

    private string Fingerprint()
    {
        var named = Header(AgentHeader);
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{EmailAddress.Read(named)?.Value ?? named}\n"), .. body]));
    }

    private string? Header(string name) => headers[name] is [{ } value, ..] ? value.Trim() : null;
}
