using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>The program's own table of addresses.</summary>
internal static partial class Addresses
{
    // No pages: a file, a line that stays open, an answer to a machine, or a way on to somewhere else.
    private static readonly string[] NoPages = ["/api", "/live", "/alerts/line", "/robots.txt", "/health", "/language", "/{**path:file}"];

    /// <summary>Of every page there is, with the blanks still in.</summary>
    public static IEnumerable<string> OfPages(House house) => house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? true)
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct()
        .Where(route => !NoPages.Any(none => route.StartsWith(none, StringComparison.Ordinal)) && !route.Contains("/files/") && !route.Contains("**"));

    [GeneratedRegex(@"\{([^}:?]+)[^}]*\}")]
    public static partial Regex Blank();
}
