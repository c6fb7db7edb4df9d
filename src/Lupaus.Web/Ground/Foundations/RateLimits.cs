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

    public static IServiceCollection AddRateLimits(this IServiceCollection services, Settings settings) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        o.AddPolicy(OpenForms, context => RateLimitPartition.GetTokenBucketLimiter(Network(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.FormsPerMinute,
            TokensPerPeriod = Math.Max(1, settings.FormsPerMinute / 4),
            ReplenishmentPeriod = TimeSpan.FromSeconds(15),
        }));
    });

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
