using System.Globalization;
using System.Security.Claims;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>What the cookie says: who it is, what they may do, in which language, and what let them in.</summary>
public sealed class AgentClaims(LupausDb db) : IUserClaimsPrincipalFactory<Login>
{
    private const string StampClaim = "lupaus:stamp";
    private const string LanguageClaim = "lupaus:language";

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
        if (await sessions.Of(user.AgentId(), user.FindFirstValue(StampClaim), context.HttpContext.RequestAborted) is not { } now)
        {
            context.RejectPrincipal();
            await context.HttpContext.RequestServices.GetRequiredService<SignInManager<Login>>().SignOutAsync();
            return;
        }
        if (user.Identity!.Name == now.Name && user.FindFirstValue(SignedIn.RoleClaim) == now.Role.ToString() && user.DeskLanguage() == now.Language)
            return;
        context.ReplacePrincipal(For(user.AgentId(), now));
        context.ShouldRenew = true;
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
