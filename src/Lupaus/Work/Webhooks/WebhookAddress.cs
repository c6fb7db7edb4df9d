using System.Net;
using System.Net.Sockets;

namespace Lupaus.Work.Webhooks;

/// <summary>
/// Where we may call. Somebody who may write an address must not reach through us what only our machine can: so https,
/// and no address of our own network. Names are looked up when we call, and what they lead to is asked again then.
/// </summary>
public static class WebhookAddress
{
    public const int MaxLength = 500;

    /// <param name="mayBePrivate">The machine's keeper has allowed our own network; then http to this very machine is allowed too.</param>
    public static Refusal? WhyNotCall(string? url, bool mayBePrivate)
    {
        if (url is null || url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            return Refusal.Because("webhook.url");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && mayBePrivate))
            return Refusal.Because("webhook.https");
        var isOurs = address.IsLoopback || !address.Host.Contains('.') && address.HostNameType == UriHostNameType.Dns || IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !IsPublic(ip);
        return isOurs && !mayBePrivate ? Refusal.Because("webhook.private") : null;
    }

    /// <summary>Anybody's on the internet, and not of this machine, of a network of ours or of no use at all (IANA's special-purpose registries).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        var b = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !NotPublic.Any(n => n.Contains(address));
        // Only 2000::/3 is given out; in it Teredo and 6to4 carry another address inside, and documentation is nowhere.
        return (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] < 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0D && b[3] == 0xB8);
    }

    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(n => IPNetwork.Parse(n)),
    ];
}
