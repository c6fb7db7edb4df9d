using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>What only the program as a process of its own can show. Its times are its own, so nothing else runs beside it.</summary>
[Collection(nameof(ProcessTests)), CollectionDefinition(nameof(ProcessTests), DisableParallelization = true)]
public sealed partial class ProcessTests
{
    [Fact]
    public async Task In_production_every_page_comes_with_its_styles()
    {
        await using var lupaus = await Running.Start();
        using var browser = new HttpClient { BaseAddress = lupaus.Address };

        var front = await (await browser.GetAsync("/")).Content.ReadAsStringAsync();

        var links = Stylesheets().Matches(front).Select(m => m.Groups[1].Value).ToArray();
        links.Length.ShouldBeGreaterThan(1);
        foreach (var link in links)
        {
            var sheet = await browser.GetAsync(link);
            (sheet.StatusCode, sheet.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "text/css"), link);
            (await sheet.Content.ReadAsStringAsync()).Trim().ShouldNotBeEmpty(link);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Told_to_end_it_ends_in_good_order_within_three_seconds(bool whileSomebodyIsSending)
    {
        await using var lupaus = await Running.Start();
        using var sender = new TcpClient();
        if (whileSomebodyIsSending)
            await BeginsToSend(sender, lupaus.Address);

        var (exit, took) = await lupaus.Ends();

        exit.ShouldBe(0);
        took.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    /// <summary>A form whose end never comes. The server asks for the rest (100 Continue) once it reads it.</summary>
    private static async Task BeginsToSend(TcpClient sender, Uri to)
    {
        await sender.ConnectAsync(to.Host, to.Port);
        await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /setup HTTP/1.1\r\nHost: {to.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n"));
        var answer = new byte[12];
        await sender.GetStream().ReadExactlyAsync(answer);
        Encoding.ASCII.GetString(answer).ShouldBe("HTTP/1.1 100");
    }

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)""")]
    private static partial Regex Stylesheets();
}
