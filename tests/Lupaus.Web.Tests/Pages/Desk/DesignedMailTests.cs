using System.Net;
using System.Text;
using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Desk;

public sealed class DesignedMailTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory, OnBothDatabases]
    public async Task A_mail_that_was_designed_can_be_seen_so_and_acts_in_nothing(string on)
    {
        await using var house = await House.On(on);
        var received = await house.Gets(Designed("<p onclick=\"steal()\"><script>steal()</script><b>Hei</b> <img src=\"cid:kuva@x\"> <img src=\"https://shop.example/seen.gif\"></p>"));
        var reference = await house.Look(db => db.Tickets.Where(t => t.Id == received.Ticket).Select(t => t.Reference).SingleAsync());
        var browser = house.BrowserOf(house.Antti);

        var ticket = await browser.Page($"/desk/{reference}");
        var answer = await browser.GetAsync($"/desk/mails/{received.Id.Value}/designed");
        var page = await answer.Content.ReadAsStringAsync();
        var fetched = await browser.GetAsync($"/desk/mails/{received.Id.Value}/designed/fetched");

        ticket.ShouldContain($"<iframe name=\"mail-{received.Id.Value}\"");
        ticket.ShouldContain("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        ticket.ShouldContain("Hae kuvat");
        page.ShouldContain($"<p><b>Hei</b> <img src=\"data:image/png;base64,{Pixel}\"> <img></p>");
        Policy(answer).ShouldBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox");
        (await fetched.Content.ReadAsStringAsync()).ShouldContain("<img src=\"https://shop.example/seen.gif\">");
        Policy(fetched).ShouldContain("img-src data: https:; upgrade-insecure-requests;");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_of_text_alone_has_no_other_look()
    {
        await using var house = await House.Open();
        var received = await house.Gets(Mails.Raw());
        var reference = await house.Look(db => db.Tickets.Select(t => t.Reference).SingleAsync());
        var browser = house.BrowserOf(house.Antti);

        (await browser.Page($"/desk/{reference}")).ShouldNotContain("<iframe");
        (await browser.GetAsync($"/desk/mails/{received.Id.Value}/designed")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.Browser().GetAsync($"/desk/mails/{received.Id.Value}/designed")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_calls_itself_a_picture_and_is_a_page_is_not_shown()
    {
        await using var house = await House.Open();

        var received = await house.Gets(Designed("<img src=\"cid:kuva@x\" alt=\"Kuva\">", Convert.ToBase64String("<svg onload=steal()>"u8)));

        (await house.BrowserOf(house.Antti).GetStringAsync($"/desk/mails/{received.Id.Value}/designed")).ShouldContain("<img alt=\"Kuva\">");
    }

    [Fact]
    public async Task A_picture_within_the_text_is_shown_small_beside_the_files_and_not_twice()
    {
        await using var house = await House.Open();
        var received = await house.Gets(Designed("<p>Tässä: <img src=\"cid:kuva@x\"></p>"));
        var reference = await house.Look(db => db.Tickets.Where(t => t.Id == received.Ticket).Select(t => t.Reference).SingleAsync());

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{reference}");

        (await house.Look(db => db.Attachments.SingleAsync())).IsInline.ShouldBeTrue();
        page.ShouldContain("<li class=\"within\"");
        page.Split("kuva.png").Length.ShouldBe(4); // its address twice and its name once
    }

    [Theory]
    [InlineData("spf=pass smtp.mailfrom=example.fi; dkim=pass header.d=example.fi; dmarc=pass header.from=example.fi", SenderTrust.Vouched, "Lähettäjän osoite on varmistettu", "ei voitu varmistaa")]
    [InlineData("spf=fail smtp.mailfrom=example.fi; dkim=none; dmarc=fail header.from=example.fi", SenderTrust.Doubtful, "Lähettäjän osoitetta ei voitu varmistaa", "osoite on varmistettu")]
    [InlineData("spf=pass smtp.mailfrom=mailer.example; dmarc=none header.from=example.fi", SenderTrust.Unknown, "Alkuperäinen viesti", "varmist")]
    public async Task What_our_server_found_of_the_sender_stands_beside_them_in_plain_words(string found, SenderTrust trust, string shown, string notShown)
    {
        await using var house = await House.Open();
        var raw = Mails.Raw(more: $"Authentication-Results: mx.satama.example; {found}");

        var received = await house.Get<Web.Doors.Mailboxes.ReceiveMail>().Take(raw, new Web.Doors.Mailboxes.MailDoor("apu", "mx.satama.example"), default);

        SenderChecks.Read((await house.Look(db => db.ReceivedMails.SingleAsync())).Checks).ShouldBe(trust);
        var reference = await house.Look(db => db.Tickets.Where(t => t.Id == received.Ticket).Select(t => t.Reference).SingleAsync());
        var page = await house.BrowserOf(house.Antti).Page($"/desk/{reference}");
        page.ShouldContain(shown);
        page.ShouldNotContain(notShown);
    }

    [Fact]
    public async Task What_a_sender_says_of_themselves_is_not_believed()
    {
        await using var house = await House.Open();

        await house.Gets(Mails.Raw(more: "Authentication-Results: mx.satama.example; dmarc=pass header.from=example.fi"));

        (await house.Look(db => db.ReceivedMails.SingleAsync())).Checks.ShouldBeNull();
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    internal static byte[] Designed(string html, string picture = Pixel) => Encoding.UTF8.GetBytes($"""
        From: Aino Testinen <aino@example.fi>
        To: apu@satama.example
        Subject: Kuvallinen
        Date: Mon, 23 Nov 2026 09:58:00 +0200
        Message-ID: <{Guid.NewGuid():N}@example.fi>
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="r"

        --r
        Content-Type: text/html; charset=utf-8

        {html}
        --r
        Content-Type: image/png; name="kuva.png"
        Content-Transfer-Encoding: base64
        Content-ID: <kuva@x>
        Content-Disposition: inline; filename="kuva.png"

        {picture}
        --r--
        """);
}
