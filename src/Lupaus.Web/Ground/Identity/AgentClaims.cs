using System.Globalization;
using System.Security.Claims;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>What the cookie says: who it is, what they may do, in which language, and what let them in.</summary>
public sealed class AgentClaims(LupausDb db) : IUserClaimsPrincipalFactory<Login>
{
    private const string StampClaim = "lupaus:stamp";
    private const string LanguageClaim = "lupaus:language";
    private const string SessionClaim = "lupaus:session";

    public async Task<ClaimsPrincipal> CreateAsync(Login user)
    {
        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.Id == user.AgentId);
        return For(user.AgentId, new AgentNow(user.SecurityStamp!, agent.Name, agent.Role, agent.DeskLanguage));
    }

    /// <summary>Holds every session against how things are now: it ends, goes on, or takes on a new name and role.</summary>
    public static async Task Check(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<AgentSessions>();
        if (SessionOf(user) is not { } session || await sessions.Of(user.AgentId(), user.FindFirstValue(StampClaim), session, context.HttpContext.RequestAborted) is not { } now)
        {
            context.RejectPrincipal();
            await context.HttpContext.RequestServices.GetRequiredService<SignInManager<Login>>().SignOutAsync();
            return;
        }
        await sessions.Seen(session, context.HttpContext.Connection.RemoteIpAddress, context.HttpContext.RequestAborted);
        if (user.Identity!.Name == now.Name && user.FindFirstValue(SignedIn.RoleClaim) == now.Role.ToString() && user.DeskLanguage() == now.Language)
            return;
        context.ReplacePrincipal(Within(session, For(user.AgentId(), now)));
        context.ShouldRenew = true;
    }

    /// <summary>A device that comes in gets a session of its own, or goes on with the one it has.</summary>
    public static async Task Begin(CookieSigningInContext context)
    {
        var http = context.HttpContext;
        var agent = context.Principal!.AgentId();
        var sessions = http.RequestServices.GetRequiredService<BeginSession>();
        // Asked of the cookie itself: what let them in may be no cookie.
        var before = await http.AuthenticateAsync(context.Scheme.Name);
        var present = before.Principal is { } known && known.AgentId() == agent ? SessionOf(known) : null;
        var session = await sessions.For(agent, present, HowOf(context.Principal!), http.Request.Headers.UserAgent.ToString(), http.Connection.RemoteIpAddress, http.RequestAborted);
        Within(session, context.Principal!);
    }

    /// <summary>The session of this device; null for who came by another way than a sign-in.</summary>
    public static SessionId? SessionOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(SessionClaim), CultureInfo.InvariantCulture, out var id) ? new SessionId(id) : null;

    // The methods of RFC 8176: "hwk" is a passkey, "fed" another house's word.
    private static HowIn HowOf(ClaimsPrincipal user) => user.FindAll(ClaimTypes.AuthenticationMethod).Concat(user.FindAll("amr")).Select(c => c.Value) switch
    {
        var methods when methods.Contains("hwk") => HowIn.Passkey,
        var methods when methods.Contains("fed") => HowIn.OtherHouse,
        _ => HowIn.Password,
    };

    private static ClaimsPrincipal Within(SessionId session, ClaimsPrincipal user)
    {
        ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(SessionClaim, session.Value.ToString(CultureInfo.InvariantCulture)));
        return user;
    }

    public static LanguageCode? LanguageOf(ClaimsPrincipal user) => LanguageCodes.Read(user.FindFirstValue(LanguageClaim));

    private static ClaimsPrincipal For(AgentId agent, AgentNow now) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, agent.Value.ToString(CultureInfo.InvariantCulture)),
        new Claim(ClaimTypes.Name, now.Name),
        new Claim(SignedIn.RoleClaim, now.Role.ToString()),
        new Claim(LanguageClaim, now.Language.Code()),
        new Claim(StampClaim, now.Stamp),
    ], IdentityConstants.ApplicationScheme));
}
