using System.Net;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Ground.Foundations;

public sealed class ProxiesTests
{
    private const string Proxy = "127.0.0.1";

    [Fact]
    public async Task Behind_our_proxy_that_speaks_https_cookies_are_secure()
    {
        await using var house = await Behind(Proxy);

        (await Cookie(house, "/", "https")).ShouldContain("secure", Case.Insensitive);
        (await Cookie(house, "/language/sv", "https")).ShouldContain("secure", Case.Insensitive);
        (await Cookie(house, "/", "http")).ShouldNotContain("secure", Case.Insensitive);
    }

    [Fact]
    public async Task The_way_to_the_sign_in_page_keeps_to_https()
    {
        await using var house = await Behind(Proxy);

        var answer = await Ask(house, "/desk", ("X-Forwarded-Proto", "https"));

        answer.Headers.Location!.Scheme.ShouldBe("https");
    }

    [Theory, InlineData(null), InlineData("10.0.0.0/8, 2001:db8::1")]
    public async Task What_a_stranger_says_of_who_they_are_is_not_believed(string? proxies)
    {
        await using var house = await Behind(proxies);

        (await Cookie(house, "/", "https")).ShouldNotContain("secure", Case.Insensitive);
        var sent = new List<HttpStatusCode>();
        for (var i = 1; i <= 3; i++)
            sent.Add(await Send(house, $"203.0.113.{i}"));

        sent[2].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Behind_our_proxy_each_visitor_has_a_limit_of_their_own()
    {
        await using var house = await Behind(Proxy);

        for (var i = 1; i <= 4; i++)
            (await Send(house, $"203.0.113.{i}")).ShouldNotBe(HttpStatusCode.TooManyRequests);
        await Send(house, "203.0.113.1");

        (await Send(house, "203.0.113.1")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Through_two_proxies_the_nearest_that_is_not_ours_counts_whatever_it_says_of_others()
    {
        await using var house = await Behind("127.0.0.1, 10.0.0.0/8");

        await Send(house, "198.51.100.1, 203.0.113.9, 10.1.2.3");
        await Send(house, "198.51.100.2, 203.0.113.9, 10.1.2.3");

        (await Send(house, "198.51.100.3, 203.0.113.9, 10.1.2.3")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await Send(house, "203.0.113.10, 10.1.2.3")).ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, InlineData("proxy.example"), InlineData("10"), InlineData("10.0.0.0/33"), InlineData("127.0.0.1, nobody")]
    public void What_is_no_address_is_said_so(string proxies)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:Proxies", proxies)]).Build();

        Should.Throw<BadSetting>(() => Settings.Read(settings)).Message.ShouldStartWith("LUPAUS__PROXIES: ");
    }

    private static Task<House> Behind(string? proxies) => House.Open(also: b =>
        b.Configuration.AddInMemoryCollection([new("Lupaus:Proxies", proxies), new("Lupaus:FormsPerMinute", "2")]));

    private static async Task<string> Cookie(House house, string path, string scheme) =>
        (await Ask(house, path, ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "203.0.113.7"))).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();

    private static async Task<HttpResponseMessage> Ask(House house, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await house.Browser().SendAsync(request);
    }

    private static async Task<HttpStatusCode> Send(House house, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return (await house.Browser().SendAsync(request)).StatusCode;
    }
}
