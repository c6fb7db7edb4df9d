using Microsoft.AspNetCore.HttpOverrides;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// Where a proxy stands before us, it says who asks and whether by https; cookies, links and limits go by that. Only
/// the proxies in the settings are believed: anybody else could say anything.
/// </summary>
public static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<Settings>().TrustedProxies;
        if (trusted.Count == 0)
            return;
        // Without a limit of hops it goes from the nearest outwards and stops at the first that isn't trusted.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
