using System.Text;
using Lupaus.Web.Doors.Mailboxes;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Journeys.Pages.Desk;

public sealed class DesignedMailJourney
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_designed_mail_is_fetched_when_it_is_opened_shows_its_pictures_and_asks_nobody_else_for_any()
    {
        await using var stage = await Stage.Open();
        var received = await stage.House.Get<ReceiveMail>().Take(Mail, new MailDoor("pipe"), default);
        var reference = await stage.House.Look(db => db.Tickets.Where(t => t.Id == received.Ticket).Select(t => t.Reference).SingleAsync());
        var page = await stage.AtTheDesk(stage.House.Antti);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Dialog += (_, dialog) => throw new InvalidOperationException(dialog.Message);

        await page.GotoAsync($"/desk/{reference}");
        await page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        asked.ShouldNotContain(url => url.Contains("/designed"));
        await page.GetByText("Näytä sellaisena kuin se on tehty").ClickAsync();
        var mail = page.FrameLocator("iframe");
        await mail.GetByText("Hyvää syksyä!").WaitForAsync();

        (await mail.Locator("img").First.EvaluateAsync<int>("i => i.naturalWidth")).ShouldBe(1);
        (await mail.Locator("a").GetAttributeAsync("rel")).ShouldBe("noopener noreferrer");
        (await page.Locator("li.within").IsVisibleAsync()).ShouldBeFalse();
        asked.ShouldNotContain(url => url.Contains("shop.example"));
        (await page.WhatAxeFinds()).ShouldBeEmpty();

        await page.RouteAsync("**/seen.gif", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Convert.FromBase64String(Pixel) }));
        await page.GetByText("Hae kuvat").ClickAsync();
        await page.WaitForFunctionAsync("() => true");
        await mail.Locator("img[src^='http']").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        asked.ShouldContain("https://shop.example/seen.gif");
    }

    private static readonly byte[] Mail = Encoding.UTF8.GetBytes($"""
        From: Kauppa <kauppa@shop.example>
        To: apu@satama.example
        Subject: Tarjous
        Date: Mon, 23 Nov 2026 09:58:00 +0200
        Message-ID: <tarjous@shop.example>
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="r"

        --r
        Content-Type: text/html; charset=utf-8

        <body onload="alert(1)"><script>alert(2)</script><h1 style="color: #063">Hyvää syksyä!</h1><img src="cid:kuva@x" onerror="alert(3)"><img src="http://shop.example/seen.gif" alt="Tarjous">
        <a href="https://shop.example/">Kauppaan</a></body>
        --r
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-ID: <kuva@x>

        {Pixel}
        --r--
        """);
}
