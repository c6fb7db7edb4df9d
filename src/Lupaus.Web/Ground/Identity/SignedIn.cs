using System.Globalization;
using System.Security.Claims;
using Lupaus.Ground.Identity;

namespace Lupaus.Web.Ground.Identity;

/// <summary>Who is signed in, from the cookie; and the names of what they may do.</summary>
public static class SignedIn
{
    /// <summary>Any agent.</summary>
    public const string Agents = "agents";

    /// <summary>Leads and admins.</summary>
    public const string Leads = "leads";

    public const string Admins = "admins";

    public const string RoleClaim = "lupaus:role";

    public static AgentId AgentId(this ClaimsPrincipal user) =>
        new(long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture));

    /// <summary>The language they have chosen for their own desk.</summary>
    public static LanguageCode? DeskLanguage(this ClaimsPrincipal user) => AgentClaims.LanguageOf(user);

    public static bool IsAtLeast(this ClaimsPrincipal user, Role role) =>
        Enum.TryParse<Role>(user.FindFirstValue(RoleClaim), out var has) && has >= role;
}
