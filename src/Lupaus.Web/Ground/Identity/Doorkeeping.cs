using System.Threading.RateLimiting;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Ground.Identity;

/// <summary>How often one address may try our doors. Enough for a whole office that signs in on Monday morning.</summary>
public static class Doorkeeping
{
    /// <summary>Trying passwords, codes and passkeys.</summary>
    public const string Trying = "trying";

    /// <summary>Asking for letters.</summary>
    public const string Asking = "asking";

    public static IServiceCollection AddDoorkeeping(this IServiceCollection services) => services
        .AddRateLimit(Trying, address => AtMost(60, TimeSpan.FromMinutes(1), address))
        .AddRateLimit(Asking, address => AtMost(10, TimeSpan.FromMinutes(5), address));

    private static RateLimitPartition<string> AtMost(int most, TimeSpan window, string address) =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = window,
            SegmentsPerWindow = 6,
        });
}
