using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Lupaus.Ground.Identity;
using Lupaus.Web.Ground.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lupaus.Web.Tests;

/// <summary>
/// A pass for tests whose subject isn't signing in: a header says who it is. Only the tests' house knows it. Who
/// shows none is asked for as the program itself asks.
/// </summary>
internal sealed class WorkPass(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IAuthenticationSchemeProvider schemes)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Work-Pass";
    public const string Name = "work-pass";

    /// <summary>The scheme that the program would have used.</summary>
    public static string? Ordinary { get; set; }

    public static string Of(AgentId agent, Role role) => string.Create(CultureInfo.InvariantCulture, $"{agent.Value} {role}");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split(' ') is not [var agent, var role])
            return Ordinary is { } scheme && await schemes.GetSchemeAsync(scheme) is not null ? await Context.AuthenticateAsync(scheme) : AuthenticateResult.NoResult();
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, agent), new(SignedIn.RoleClaim, role)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}

internal static class WorkPassServices
{
    public static void AddWorkPass(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, WorkPass>(WorkPass.Name, null);
        services.PostConfigure<AuthenticationOptions>(o =>
        {
            WorkPass.Ordinary = o.DefaultAuthenticateScheme ?? o.DefaultScheme;
            o.DefaultChallengeScheme ??= o.DefaultScheme ?? WorkPass.Name;
            o.DefaultForbidScheme ??= o.DefaultScheme ?? WorkPass.Name;
            o.DefaultSignInScheme ??= o.DefaultScheme;
            o.DefaultSignOutScheme ??= o.DefaultScheme;
            o.DefaultAuthenticateScheme = WorkPass.Name;
        });
    }
}
