using System.Net;
using System.Text;

namespace Lupaus.Web.Tests.Ground.Identity;

public sealed class PasskeyTests
{
    [Fact]
    public async Task Another_site_cannot_ask_for_a_passkey_in_our_name()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        (await Ask(browser, "/passkeys/creation-options", site: "cross-site")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Ask(browser, "/passkeys/creation-options", site: null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Ask(browser, "/passkeys/creation-options", site: "same-origin", type: "text/plain")).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_makes_no_passkey()
    {
        await using var house = await House.Open();

        var answer = await Ask(house.Browser(), "/passkeys/creation-options", site: "same-origin");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_passkey_is_asked_for_in_the_name_of_our_own_address()
    {
        await using var house = await House.Open();
        var browser = await house.SignedIn(house.Antti);

        var options = await (await Ask(browser, "/passkeys/creation-options", site: "same-origin")).Text();

        options.ShouldContain("\"id\":\"satama.example\"");
        options.ShouldContain("antti@satama.example");
    }

    [Fact]
    public async Task A_made_up_passkey_opens_nothing()
    {
        await using var house = await House.Open();
        var browser = house.Browser();
        await Ask(browser, "/passkeys/request-options", site: "same-origin");

        var answer = await Ask(browser, "/passkeys/sign-in", site: "same-origin", body: """{"credential":{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient browser, string path, string? site, string type = "application/json", string body = "{}")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return browser.SendAsync(request);
    }
}
