using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Lupaus.Web.Ground.Identity;

/// <summary>How our own people get in: ASP.NET Core Identity, and the pages before it.</summary>
public static class IdentityDoors
{
    public static IServiceCollection AddIdentityDoors(this IServiceCollection services, Settings settings)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Login>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.AllowedUserNameCharacters = ""; // any: an e-mail address has been checked already
                o.Lockout.MaxFailedAccessAttempts = 10;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<LupausDb>()
            .AddSignInManager<AgentSignIn>()
            .AddClaimsPrincipalFactory<AgentClaims>()
            .AddTokenProvider<AuthenticatorTokenProvider<Login>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Behind a proxy the host header could decide otherwise.
            o.ServerDomain = settings.PublicAddress.Host;
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
        services.AddScoped<AgentSignIn>(s => (AgentSignIn)s.GetRequiredService<SignInManager<Login>>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(c => c.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = Session.Lasts;
            cookie.Cookie.MaxAge = Session.Lasts; // a length of time: a date would be read by the visitor's own clock
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-yours";
            cookie.ReturnUrlParameter = "back";
            cookie.Events.OnValidatePrincipal = AgentClaims.Check;
            cookie.Events.OnSigningIn = AgentClaims.Begin;
        }));
        services.AddAuthorizationBuilder()
            .AddPolicy(SignedIn.Agents, p => p.RequireAssertion(c => c.User.IsAtLeast(Role.Agent)))
            .AddPolicy(SignedIn.Leads, p => p.RequireAssertion(c => c.User.IsAtLeast(Role.Lead)))
            .AddPolicy(SignedIn.Admins, p => p.RequireAssertion(c => c.User.IsAtLeast(Role.Admin)));
        services.AddDoorkeeping();
        services.AddSingleton<AgentSessions>().AddSingleton<BeginSession>().AddSingleton<EndSession>().AddSingleton<Sessions>().AddSingleton<SetupCode>();
        services.AddSingleton<IPasswordHasher<Login>, PasswordHasher<Login>>().AddSingleton<Passwords>();
        services.AddSingleton<OtherHouses>().AddSingleton<OtherHouseLine>().AddSingleton<ReadOtherHouseWord>().AddSingleton<ComeFromOtherHouse>()
            .AddSingleton<TrustOtherHouse>().AddSingleton<TryOtherHouse>().AddSingleton<UnbindFromOtherHouse>();
        services.AddSingleton<UseSignInLink>().AddSingleton<AskForWayIn>();
        services.AddSingleton<ChangePassword>().AddSingleton<RemovePasskey>().AddSingleton<EndOtherSessions>().AddSingleton<ResetSecondFactor>();
        services.AddScoped<SecondFactor>();
        return services;
    }

    /// <summary>After routing and before antiforgery, whose tokens belong to who is signed in.</summary>
    public static void UseIdentityDoors(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        app.UseSignedInReader();
    }

    public static void MapIdentityDoors(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapOtherHouse();
        routes.MapSignInLinks();
        routes.MapPasskeys();
    }
}
