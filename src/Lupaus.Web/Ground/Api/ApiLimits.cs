using System.Threading.RateLimiting;

namespace Lupaus.Web.Ground.Api;

/// <summary>So many calls a minute for each key, and few for whoever tries keys that aren't.</summary>
internal sealed class ApiLimits(Settings settings) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> calls = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.ApiCallsPerMinute,
            TokensPerPeriod = Math.Max(1, settings.ApiCallsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    private readonly PartitionedRateLimiter<string> guesses = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.ApiCallsPerMinute / 10 + 1, Window = Minute, QueueLimit = 0 }));

    public void Call(string key) => Count(calls, key);

    public void Guess(string address) => Count(guesses, address);

    private static void Count(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        if (!lease.IsAcquired)
            throw new ApiRefused(StatusCodes.Status429TooManyRequests, Refusal.Because("api.often"))
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1),
            };
    }

    public void Dispose()
    {
        calls.Dispose();
        guesses.Dispose();
    }
}
