using System.Text;
using System.Text.RegularExpressions;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Mail.Quoting;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Tests;
using Lupaus.Mail.Writing;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Outbox;

public sealed class LetterHtmlTests
{
    private const string Reply = "Hei **Aino**,\n\nlippu on [täällä](https://satama.example/liput).\n\n- yksi\n- kaksi\n\n> Mikä automaatti?\n\nKolmonen.";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly WhatNext Tells = new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5));

    [Theory]
    [InlineData("fi", "Hei,", "automaatti sanoo: ei lippua.")]
    [InlineData("sv", "Hej,", "automaten säger: ingen biljett.")]
    [InlineData("en", "Hello,", "the machine says: no ticket for you.")]
    public async Task A_letter_says_the_same_in_text_and_in_html(string language, string greeting, string words)
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house, text: $"{greeting}\n\n{words}");

        await house.Replies(ticket, house.Antti, Tells, Reply);
        var letter = await letters.Newest();
        var html = letter.Html.ShouldNotBeNull();

        html.ShouldContain($"<html lang=\"{language}\">");
        html.ShouldContain("<strong>Aino</strong>");
        html.ShouldContain("<li>yksi</li>");
        html.ShouldMatch($"<blockquote type=\"cite\"[^>]*>\n<p>{greeting}</p>\n<p>{words}</p>\n</blockquote>");
        var shown = AsText(html);
        Bare(shown).ShouldBe(Bare(letter.Text.Replace("[täällä](https://satama.example/liput)", "täällä <https://satama.example/liput>", StringComparison.Ordinal)));
        QuotedText.Read(shown).Own.ShouldNotContain(words);
    }

    [Fact]
    public async Task It_looks_as_a_persons_letter_does_and_fetches_nothing()
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house);

        await house.Replies(ticket, house.Antti, Tells, Reply + "\n\n![kuva](https://evil.example/pixel.gif)");
        var html = (await letters.Newest()).Html!;

        html.ShouldNotMatch("(?i)<(img|script|style|link|iframe|form|svg)|src=|url\\(|class=|color:|background");
        html.ShouldContain("name=\"color-scheme\" content=\"light dark\"");
    }

    [Fact]
    public async Task The_way_to_the_customers_own_page_is_a_link()
    {
        await using var house = await House.Open();
        var (_, letters) = await Arrives(house);

        var letter = await letters.Newest();

        var link = Regex.Match(letter.Text, @"https://satama\.example/t/\S+").Value;
        letter.Html!.ShouldContain($"<a href=\"{link}\">{link}</a>");
    }

    [Fact]
    public async Task A_picture_stands_where_it_was_put_and_a_file_beside_the_letter_each_once()
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house);

        await Answers(house, ticket, "Paina tästä:\n\n![nappi](n%C3%A4ytt%C3%B6%201.png)\n\nja uudestaan ![nappi](n%C3%A4ytt%C3%B6%201.png).", new("näyttö 1.png", Png), new("muu.png", [.. Png, 4]), new("ohje.pdf", "%PDF-1.7 ohje"u8.ToArray()), new("luettelo.csv", "a;b"u8.ToArray()));
        var (raw, letter) = await Newest(letters);

        letter.Attachments.Select(a => (a.FileName, a.ContentType, a.Inline, a.IsReferenced)).ShouldBe(
            [("näyttö 1.png", "image/png", true, true), ("muu.png", "image/png", false, false), ("ohje.pdf", "application/pdf", false, false), ("luettelo.csv", "application/octet-stream", false, false)]);
        letter.Attachments[0].Content().ToArray().ShouldBe(Png);
        Regex.Count(letter.Html!, $"src=\"cid:{Regex.Escape(letter.Attachments[0].ContentId!)}\" alt=\"nappi\"").ShouldBe(2);
        letter.Repairs.ShouldBeEmpty();
        Encoding.ASCII.GetString(raw).ShouldMatch("(?s)multipart/mixed.*multipart/alternative.*text/plain.*multipart/related.*text/html.*image/png.*image/png.*application/pdf");
    }

    [Fact]
    public async Task A_picture_wider_than_a_letter_is_shown_as_wide_as_the_letter()
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house);
        byte[] wide = [.. Png[..8], 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x0B, 0x40];

        await Answers(house, ticket, "![leveä](leveä.png) ![pieni](pieni.png)", new("leveä.png", wide), new("pieni.png", Png));
        var (_, letter) = await Newest(letters);

        Regex.Matches(letter.Html!, "<img[^>]*>").Select(m => m.Value.Contains("width=\"640\" src=\"cid:")).ShouldBe([true, false]);
        letter.Attachments.ShouldAllBe(a => a.IsReferenced);
    }

    [Fact]
    public async Task Python_reads_the_letter_as_we_do_and_without_complaint()
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house, subject: "Lippu ei päivity =?utf-8?Q?=F0=9F=98=80?=");
        await Answers(house, ticket, Reply + "\n\n![nappi](nappi.png)", new("nappi.png", Png), new("ohje.pdf", "%PDF-1.7 ohje"u8.ToArray()));
        var (raw, letter) = await Newest(letters);
        using var python = new Oracle();

        var seen = python.Read(raw);

        seen.GetProperty("defects").GetArrayLength().ShouldBe(0);
        seen.GetProperty("text").GetString().ShouldBe(letter.Text);
        seen.GetProperty("html").GetString().ShouldBe(letter.Html);
        seen.GetProperty("subject").GetString().ShouldBe(letter.Subject);
        seen.GetProperty("attachments").EnumerateArray().Select(a => (a.GetProperty("fileName").GetString(), a.GetProperty("contentId").GetString())).ShouldBe(letter.Attachments.Select(a => (a.FileName, a.ContentId)));
    }

    [Fact]
    public async Task Nothing_a_customer_wrote_is_more_than_text_in_it()
    {
        await using var house = await House.Open();
        var evil = "<script>x</script> [paina](https://evil.example/a) **tätä** javascript:alert(1) \"><b>";
        var (ticket, letters) = await Arrives(house, from: "\"[Voita](https://evil.example/n) <b>Aino</b>\" <aino@example.fi>", subject: evil, text: $"{evil}\n\nhttps://evil.example/b");

        var acknowledged = (await letters.Newest()).Html!;
        await house.Replies(ticket, house.Antti, new WhatNext.Solves(), "Selvä.");
        var answered = (await letters.Newest()).Html!;

        foreach (var html in new[] { acknowledged, answered })
        {
            Regex.Matches(html, "<([a-z0-9!]+)").Select(m => m.Groups[1].Value).Except(["!doctype", "html", "head", "meta", "body", "div", "p", "br", "a", "blockquote"]).ShouldBeEmpty();
            Regex.Matches(html, "href=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ShouldAllBe(to => to.StartsWith("https://satama.example/t/"));
        }
        answered.ShouldContain("&lt;script&gt;x&lt;/script&gt; [paina](https://evil.example/a) **tätä** javascript:alert(1) &quot;&gt;&lt;b&gt;");
    }

    [Fact]
    public async Task What_would_make_a_letter_too_big_stays_on_the_customers_page_and_the_letter_says_so()
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house);
        var big = new byte[LetterFiles.MostBytes];
        Png.CopyTo(big, 0);

        await Answers(house, ticket, "Tässä.\n\n![iso](iso.png)", new("pieni.pdf", "%PDF-1.7"u8.ToArray()), new("iso.png", big));
        var (raw, letter) = await Newest(letters);

        letter.Attachments.Select(a => a.FileName).ShouldBe(["pieni.pdf"]);
        letter.Text.ShouldContain("Sähköpostiin ei mahtunut kaikkea. Omalla sivullasi odottaa: iso.png (7\u00a0Mt)");
        letter.Html!.ShouldContain("Omalla sivullasi odottaa: iso.png (7\u00a0Mt)");
        letter.Html!.ShouldContain("<p>iso</p>");
        raw.Length.ShouldBeLessThan(10_240_000);
    }

    [Fact]
    public async Task Html_that_would_be_endless_is_left_out_and_nothing_of_the_letter_with_it()
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house);

        await Answers(house, ticket, "![kuva](kuva.png)\n\n" + string.Concat(Enumerable.Repeat("> a\n\nb\n\n", 11_000)), new Upload("kuva.png", Png));
        var (raw, letter) = await Newest(letters);

        letter.Html.ShouldBeNull();
        letter.Text.ShouldStartWith("![kuva](kuva.png)\n\n> a\n\nb");
        letter.Attachments.ShouldHaveSingleItem().FileName.ShouldBe("kuva.png");
        raw.Length.ShouldBeLessThan(200_000);
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task An_answer_in_html_is_read_without_what_it_quotes(string program)
    {
        await using var house = await House.Open();
        var (ticket, letters) = await Arrives(house);
        await house.Replies(ticket, house.Antti, Tells, Reply);
        var letter = await letters.Newest();

        await house.Gets(Outbox.Answers.Raw(Outbox.Answers.From(program, "Ei ole tullut vieläkään.", letter.Html!), letter.MessageId!));

        var heard = await house.Look(db => db.Messages.Where(m => m.TicketId == ticket && m.Direction == Direction.FromCustomer).OrderByDescending(m => m.Id).Select(m => m.Body).FirstAsync());
        QuotedText.Read(heard).Own.ShouldBe("Ei ole tullut vieläkään.");
        heard.ShouldContain("Kolmonen.");
    }

    [Theory, OnBothDatabases]
    public async Task A_picture_of_ours_that_comes_back_in_an_answer_is_not_taken_for_theirs(string on)
    {
        await using var house = await House.On(on);
        var (ticket, letters) = await Arrives(house);
        await Answers(house, ticket, "![kuva](kuva.png)", new Upload("kuva.png", Png));
        var (_, letter) = await Newest(letters);
        var (ours, theirs) = (new OutgoingFile("image001.png", "image/png", Png, letter.Attachments[0].ContentId), new OutgoingFile("image002.png", "image/png", (byte[])[.. Png, 5], "omani@example.fi"));

        await house.Gets(Outbox.Answers.Raw(Outbox.Answers.From("outlook", "Tässä omani: <img src=\"cid:omani@example.fi\">", letter.Html!), letter.MessageId!, ours, theirs));

        (await house.Look(db => db.Attachments.Where(a => db.Messages.Any(m => m.Id == a.MessageId && m.Direction == Direction.FromCustomer)).Select(a => a.Name).ToListAsync())).ShouldBe(["image002.png"]);
    }

    public static TheoryData<string> Programs => [.. Outbox.Answers.Programs];

    [Fact]
    public async Task The_same_letter_is_the_same_bytes_however_often_it_is_written()
    {
        await using var house = await House.Open();
        var (ticket, _) = await Arrives(house);
        await Answers(house, ticket, "![kuva](kuva.png)", new Upload("kuva.png", Png));
        var entry = await house.Look(db => db.Outbox.AsNoTracking().OrderByDescending(o => o.Id).FirstAsync());

        var (first, again) = (await Write(), await Write());

        again.ShouldBe(first);
        Task<byte[]> Write() => house.Look(async db => LetterMail.Write(await house.Get<LetterWriter>().Write(entry, db, default)));
    }

    private static async Task<(TicketId Ticket, LettersOf Letters)> Arrives(House house, string from = "Aino Testinen <aino@example.fi>", string subject = "Lippu ei toimi", string text = "Hei, automaatti ei anna lippua.", params string[] more) =>
        ((await house.Gets(Mails.Raw(from, subject, text, more: more))).Ticket!.Value, new LettersOf(house));

    private static Task Answers(House house, TicketId ticket, string words, params Upload[] files) =>
        house.Get<SendReply>().For(ticket, new Reply(words, Tells), files, house.Antti, house.Nonce(), default);

    private static async Task<(byte[] Raw, MailMessage Letter)> Newest(LettersOf letters)
    {
        var raw = (await letters.New())[^1];
        return (raw, MailReader.Read(raw));
    }

    private static string AsText(string html) =>
        MailReader.Read(Encoding.UTF8.GetBytes($"From: a@example.fi\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{html}")).Text;

    /// <summary>Words alone: marks of Markdown and empty lines go.</summary>
    private static string Bare(string text) => string.Join(' ', text.Replace("**", "", StringComparison.Ordinal).Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries).Where(w => w != ">"));
}
