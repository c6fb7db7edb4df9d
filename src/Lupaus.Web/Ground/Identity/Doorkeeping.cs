using System.Threading.RateLimiting;
using Lupaus.Web.Ground.Foundations;
using Microsoft.AspNetCore.RateLimiting;

namespace Lupaus.Web.Ground.Identity;

/// <summary>How often one address may try our doors. Enough for a whole office that signs in on Monday morning.</summary>
public static class Doorkeeping
{
    /// <summary>Trying passwords, codes and passkeys.</summary>
    public const string Trying = "trying";

    /// <summary>Asking for letters.</summary>
    public const string Asking = "asking";

    public static IServiceCollection AddDoorkeeping(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.AddPolicy(Trying, context => PerAddress(context, 60, TimeSpan.FromMinutes(1)));
        o.AddPolicy(Asking, context => PerAddress(context, 10, TimeSpan.FromMinutes(5)));
    });

    private static RateLimitPartition<string> PerAddress(HttpContext context, int most, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(RateLimits.Network(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = window,
            SegmentsPerWindow = 6,
        });
}
