using Lupaus.Ground.Identity;
using Lupaus.Web.Ground.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Lupaus.Web.Tests.Pages.Admin;

/// <summary>Who may do what, endpoint by endpoint: whatever comes later has to say so here.</summary>
public sealed class RightsTests
{
    private const string Everybody = "everybody";

    /// <summary>The first beginning that fits says who may.</summary>
    private static readonly (string Beginning, string Who)[] Rights =
    [
        ("/admin", SignedIn.Admins),
        ("/lead", SignedIn.Leads),
        ("/desk/playbooks/new", SignedIn.Leads),
        ("/desk/playbooks/{id:long}/edit", SignedIn.Leads),
        ("/desk/playbooks/{id:long}/drop", SignedIn.Leads),
        ("/desk", SignedIn.Agents),
        ("/me", SignedIn.Agents),
        ("/team", SignedIn.Agents),
        ("/live", SignedIn.Agents),
        ("/alerts", SignedIn.Agents),
        ("/api", Everybody), // what programs can do is no secret; a key opens these, and its scope says how far
        ("/t/", Everybody),
        ("/sign-in", Everybody),
        ("/sign-out", Everybody),
        ("/not-yours", Everybody),
        ("/forgotten", Everybody),
        ("/invitation/", Everybody),
        ("/recovery/", Everybody),
        ("/passkeys", Everybody),
        ("/setup", Everybody),
        ("/language/", Everybody),
        ("/source", Everybody),
        ("/robots.txt", Everybody),
    ];

    [Fact]
    public async Task Every_endpoint_is_open_to_those_it_is_for_and_to_nobody_else()
    {
        await using var house = await House.Open();

        var endpoints = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => (Path: "/" + e.RoutePattern.RawText!.TrimStart('/'), Who: WhoMay(e))).Distinct().ToArray();

        endpoints.Length.ShouldBeGreaterThan(80);
        foreach (var (path, who) in endpoints.Where(e => e.Path != "/" && !IsFile(e.Path)))
            who.ShouldBe(Rights.Where(r => path == r.Beginning || path.StartsWith(r.Beginning.TrimEnd('/') + "/", StringComparison.Ordinal)).Select(r => r.Who).FirstOrDefault("nobody has said"), path);
    }

    [Theory, InlineData(Role.Agent, "/admin"), InlineData(Role.Lead, "/admin"), InlineData(Role.Agent, "/lead")]
    public async Task Whoever_may_not_is_told_so_at_every_page(Role role, string rooms)
    {
        await using var house = await House.Open();
        using var browser = house.Browser();
        browser.DefaultRequestHeaders.Add(WorkPass.Header, WorkPass.Of(house.Antti, role));
        var pages = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => p.StartsWith(rooms, StringComparison.Ordinal)).Distinct();

        foreach (var page in pages.Select(p => p.Replace("{id:long}", house.Maija.Value.ToString(), StringComparison.Ordinal)))
        {
            var answer = await browser.GetAsync(page);
            answer.Headers.Location!.AbsolutePath.ShouldBe("/not-yours", page);
        }
        (await browser.GetStringAsync("/desk")).ShouldNotContain($"href=\"{rooms}\"");
    }

    private static string WhoMay(RouteEndpoint endpoint)
    {
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToArray();
        return new[] { SignedIn.Admins, SignedIn.Leads, SignedIn.Agents }.FirstOrDefault(p => policies.Contains(p)) ?? Everybody;
    }

    private static bool IsFile(string path) => path.Contains('.') && path != "/robots.txt" || path.Contains(":file");
}
