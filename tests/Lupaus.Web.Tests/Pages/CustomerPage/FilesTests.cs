using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Core.Tickets;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class FilesTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[600_000]];

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_and_is_downloaded()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await aino.Sends(aino.Page, [("kuitti ä.html", "<script>alert(1)</script>"u8.ToArray())], ("message", "Kuitti"));

        using var browser = house.Browser();
        var answer = await browser.GetAsync(FileIn(aino));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("<script>alert(1)</script>");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("kuitti ä.html");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task A_picture_larger_than_one_chunk_is_shown_whole()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await aino.Sends(aino.Page, [("kuva.png", Png)], ("message", "Kuva"));

        using var browser = house.Browser();
        var answer = await browser.GetAsync(FileIn(aino));

        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        aino.Html.ShouldContain("<img src=\"/t/");
        aino.Text.ShouldContain("kuva.png 600 kt");
    }

    [Fact]
    public async Task A_file_the_browser_has_seen_is_not_sent_again()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await aino.Sends(aino.Page, [("kuva.png", Png)], ("message", "Kuva"));

        using var browser = house.Browser();
        var first = await browser.GetAsync(FileIn(aino));
        browser.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        var again = await browser.GetAsync(FileIn(aino));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Our_files_reach_the_customer()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await house.Answers("Tässä lippusi.", new WhatNext.Solves(), new Upload("lippu.pdf", "%PDF-1.7 lippu"u8.ToArray()));
        await aino.Opens(aino.Page);

        using var browser = house.Browser();
        (await browser.GetStringAsync(FileIn(aino))).ShouldBe("%PDF-1.7 lippu");
    }

    [Fact]
    public async Task A_file_of_another_matter_or_of_a_note_is_not_there()
    {
        await using var house = await House.Open();
        var pekka = await house.Writes("Pekan asia", reach: "pekka@example.fi");
        await pekka.Sends(pekka.Page, [("pekan.txt", "pekka"u8.ToArray())], ("message", "Pekan tiedosto"));
        var aino = await house.Writes();
        await house.Get<WriteNote>().For((await house.TicketOf()).Id, "Huomio", [new("sisäinen.txt", "sisäinen"u8.ToArray())], house.Minna, null, default);

        var page = aino.Page;
        foreach (var file in await house.Look(db => db.Attachments.ToListAsync()))
        {
            await aino.Opens($"{page}/files/{file.Id.Value}/{Uri.EscapeDataString(file.Name)}");
            aino.Status.ShouldBe(HttpStatusCode.NotFound);
            aino.Text.ShouldContain("Tätä sivua ei löytynyt");
        }
    }

    [Theory, InlineData("x"), InlineData("-1"), InlineData("99999999999999999999999")]
    public async Task A_made_up_file_is_not_there(string id)
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Opens($"{aino.Page}/files/{id}/kuva.png");

        aino.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string FileIn(Guest guest) => Regex.Match(guest.Html, "href=\"(/t/[^\"]*/files/[^\"]*)\"").Groups[1].Value;
}
