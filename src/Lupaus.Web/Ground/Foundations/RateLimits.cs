using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>How often one address may knock: enough for any person, too little for a machine that floods us.</summary>
public static class RateLimits
{
    /// <summary>Forms that anybody may send without signing in.</summary>
    public const string OpenForms = "open-forms";

    private const int NetworkBytes = 8;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, Settings settings) => services.AddSingleton<KnockCounter>()
        .AddRateLimit(OpenForms, address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.FormsPerMinute,
            TokensPerPeriod = Math.Max(1, settings.FormsPerMinute / 4),
            ReplenishmentPeriod = TimeSpan.FromSeconds(15),
        }));

    /// <summary>How often one address may come to the endpoints that require this limit.</summary>
    public static IServiceCollection AddRateLimit(this IServiceCollection services, string name, Func<string, RateLimitPartition<string>> limit) =>
        services.AddSingleton(new KnockRule(name, limit));

    /// <summary>After routing: who knocks too often is asked to wait a minute.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var counter = app.Services.GetRequiredService<KnockCounter>();
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is not { } rule || counter.LetsIn(Network(context.Connection.RemoteIpAddress), rule))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
    }

    /// <summary>One household: an IPv4 address, or the first 64 bits of an IPv6 one (RFC 6177).</summary>
    internal static string Network(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address?.ToString() ?? "";
    }
}

/// <summary>How often one address may knock at some doors.</summary>
public sealed record KnockRule(string Name, Func<string, RateLimitPartition<string>> Limit);

/// <summary>Counts who knocks where. It ends with the app, which the limiters of the framework's own middleware and their timers don't.</summary>
public sealed class KnockCounter(IEnumerable<KnockRule> rules) : IDisposable
{
    private readonly FrozenDictionary<string, PartitionedRateLimiter<string>> limiters = rules.ToFrozenDictionary(r => r.Name, r => PartitionedRateLimiter.Create(r.Limit));

    public bool LetsIn(string address, string rule)
    {
        using var lease = limiters[rule].AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var limiter in limiters.Values)
            limiter.Dispose();
    }
}
