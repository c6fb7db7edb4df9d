using System.Net;
using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Tests.Connecting;

public sealed class TokenRefreshTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TokenGrant Grant = new("us", "client's secret", "old refresh");

    [Fact]
    public async Task A_token_is_asked_for_and_counts_as_long_as_the_house_says()
    {
        var asked = "";
        var answer = await Ask(request =>
        {
            asked = $"{request.RequestUri} {request.Content!.ReadAsStringAsync().Result}";
            return Json(200, """{"access_token":"new","expires_in":3599,"token_type":"Bearer"}""");
        }, TokenHouse.Google);

        answer.Value.ShouldBe(new AccessToken("new", Now.AddSeconds(3599), "old refresh"));
        asked.ShouldBe("https://oauth2.googleapis.com/token grant_type=refresh_token&refresh_token=old+refresh&client_id=us&client_secret=client%27s+secret");
    }

    [Fact]
    public async Task A_new_refresh_token_takes_the_old_ones_place()
    {
        var answer = await Ask(_ => Json(200, """{"access_token":"new","expires_in":"60","refresh_token":"next"}"""), TokenHouse.Microsoft("example.com"));

        answer.Value.ShouldBe(new AccessToken("new", Now.AddSeconds(60), "next"));
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"Token has been expired or revoked."}""", HowItWent.NotAllowed)]
    [InlineData(401, """{"error":"invalid_client"}""", HowItWent.Refused)]
    [InlineData(503, "Service unavailable", HowItWent.NotReached)]
    [InlineData(429, "", HowItWent.NotReached)]
    [InlineData(400, """{"error":"temporarily_unavailable"}""", HowItWent.NotReached)]
    [InlineData(200, "<html>", HowItWent.Odd)]
    [InlineData(200, "[]", HowItWent.Odd)]
    [InlineData(200, """{"access_token":7}""", HowItWent.Odd)]
    [InlineData(200, "{\"access_token\":\"a\\u0001b\"}", HowItWent.Odd)]
    public async Task What_is_wrong_is_told_apart(int status, string body, HowItWent expected) =>
        (await Ask(_ => Json(status, body), TokenHouse.Google)).How.ShouldBe(expected);

    [Fact]
    public async Task A_house_that_is_not_there_is_not_reached()
    {
        var unreachable = await Ask(_ => throw new HttpRequestException(HttpRequestError.ConnectionError), TokenHouse.Google);
        var slow = await Ask(_ => throw new TaskCanceledException(), TokenHouse.Google);
        var untrusted = await Ask(_ => throw new HttpRequestException(HttpRequestError.SecureConnectionError), TokenHouse.Google);
        var endless = await Ask(_ => Json(200, new string(' ', 1_000_000)), TokenHouse.Google);

        (unreachable.How, slow.How, untrusted.How, endless.How).ShouldBe((HowItWent.NotReached, HowItWent.NotReached, HowItWent.TlsTrouble, HowItWent.Odd));
    }

    [Fact]
    public void Nothing_secret_is_shown()
    {
        Grant.ToString().ShouldBe("us");
        new AccessToken("secret", Now, "secret").ToString().ShouldNotContain("secret");
    }

    private static async Task<Answer<AccessToken>> Ask(Func<HttpRequestMessage, HttpResponseMessage> house, TokenHouse which)
    {
        using var http = new HttpClient(new House(house));
        return await new TokenRefresh(http, new StoppedClock()).For(which, Grant, default);
    }

    private static HttpResponseMessage Json(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class House(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) => Task.FromResult(answer(request));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
