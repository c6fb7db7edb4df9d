using System.Text;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Mail.Tests;

public sealed class MailWriterTests
{
    [Fact]
    public void A_plain_message_is_plain()
    {
        var text = Written(Given.AReply());

        text.ShouldBe("""
            Date: Mon, 11 May 2026 12:00:00 +0300
            From: Olli Omistaja <apua@example.com>
            To: Maija <maija@example.fi>
            Subject: Re: Lasku
            Message-ID: <m1@lupaus.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hei,

            lasku on matkalla.

            """.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void The_same_message_is_the_same_bytes()
    {
        var mail = Given.AReply() with { Html = "<p>Hei</p>", Attachments = [new("a.pdf", "application/pdf", new byte[100])] };

        MailWriter.Write(mail).ShouldBe(MailWriter.Write(mail));
    }

    [Fact]
    public void Of_a_long_thread_the_first_and_the_last_are_kept_in_short_lines()
    {
        string[] references = [.. Enumerable.Range(0, 100).Select(i => $"a-rather-long-message-id-{i}@mail.example.fi")];

        var text = Written(Given.AReply() with { References = references, InReplyTo = references[^1] });

        Read(text).References.ShouldBe([references[0], .. references[^20..]]);
        text.Split("\r\n").Max(line => line.Length).ShouldBeLessThan(79);
    }

    [Fact]
    public void Ids_that_cannot_be_written_are_left_out_of_the_thread() =>
        Read(Written(Given.AReply() with { References = ["a b@x", "ok@x", "evil@x>\r\nBcc: y"], InReplyTo = "<x" })).References.ShouldBe(["ok@x"]);

    [Fact]
    public void A_machines_message_says_so_and_a_persons_does_not()
    {
        Read(Written(Given.AReply() with { AutoSubmitted = "auto-replied", Headers = [new("X-Auto-Response-Suppress", "All")] })).Automatic!.Why.ShouldBe("auto-submitted");
        Read(Written(Given.AReply())).Automatic.ShouldBeNull();
    }

    [Fact]
    public void Smtputf8_is_needed_only_for_what_stands_before_the_at()
    {
        var domain = Given.AReply() with { To = [new("Åke", "ake@räksmörgås.example")] };
        var local = Given.AReply() with { To = [new("Åke", "åke@example.se")] };

        MailWriter.NeedsSmtpUtf8(domain).ShouldBeFalse();
        Read(Written(domain)).To.ShouldBe([new("Åke", "ake@xn--rksmrgs-5wao1o.example")]);
        MailWriter.NeedsSmtpUtf8(local).ShouldBeTrue();
        Read(Written(local)).To.ShouldBe([new("Åke", "åke@example.se")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("maija")]
    [InlineData("@example.fi")]
    [InlineData("maija@")]
    [InlineData("maija@example.fi\r\nBcc: x@example.org")]
    [InlineData("maija@example.fi, x@example.org")]
    [InlineData("<maija@example.fi>")]
    [InlineData("mai ja@example.fi")]
    public void What_is_no_address_is_refused(string address) =>
        Should.Throw<ArgumentException>(() => MailWriter.Write(Given.AReply() with { To = [new("", address)] }));

    [Theory]
    [InlineData("Bcc")]
    [InlineData("X-A: b\r\nBcc")]
    [InlineData("X A")]
    [InlineData("")]
    [InlineData("Subject")]
    public void A_header_that_is_not_free_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => MailWriter.Write(Given.AReply() with { Headers = [new(name, "x")] }));

    [Theory]
    [InlineData("Hei\n", "7bit")]
    [InlineData("Hyvää päivää, Maija\n", "quoted-printable")]
    [InlineData("日本語\n", "base64")]
    [InlineData("From here\n", "quoted-printable")]
    [InlineData(".\n", "quoted-printable")]
    [InlineData("-- \nOlli\n", "7bit")]
    [InlineData("loppuu välilyöntiin \n", "quoted-printable")]
    [InlineData("--=_abc\n", "quoted-printable")]
    public void A_text_travels_in_the_plainest_way_that_is_safe(string text, string encoding)
    {
        var written = Written(Given.AReply() with { Text = text });

        written.ShouldContain($"Content-Transfer-Encoding: {encoding}\r\n");
        Read(written).Text.ShouldBe(text);
    }

    [Fact]
    public void Every_part_is_where_programs_look_for_it()
    {
        var mail = Given.AReply() with
        {
            Html = "<p>Hei <img src=\"cid:kuva@x\"></p>",
            Inline = [new("kuva.png", "image/png", new byte[10], "kuva@x")],
            Attachments = [new("päiväkirja, jolla on todella pitkä nimi ja vielä € loppuun.pdf", "application/pdf", new byte[1000]), new("viesti.eml", "message/rfc822", Encoding.UTF8.GetBytes("Subject: Sisällä\r\n\r\nHei\r\n")), new("a.txt", "nonsense", new byte[1])],
        };

        var message = Read(Written(mail));

        message.ContentType.ShouldBe("multipart/mixed");
        message.Html.ShouldBe("<p>Hei <img src=\"cid:kuva@x\"></p>\n");
        message.Attachments.Select(a => a.FileName).ShouldBe(["kuva.png", .. mail.Attachments.Select(a => a.FileName)]);
        message.Attachments.Select(a => a.ContentType).ShouldBe(["image/png", "application/pdf", "application/octet-stream", "application/octet-stream"]);
        message.Attachments[0].IsReferenced.ShouldBeTrue();
        message.Repairs.ShouldBeEmpty();
    }

    [Fact]
    public void A_message_in_plain_ASCII_goes_along_as_a_message()
    {
        var message = Read(Written(Given.AReply() with { Attachments = [new("viesti.eml", "message/rfc822", Encoding.ASCII.GetBytes("Subject: Inside\r\n\r\nHei\r\n"))] }));

        message.Attachments.ShouldHaveSingleItem().Message()!.Subject.ShouldBe("Inside");
    }

    private static string Written(OutgoingMail mail) => Encoding.UTF8.GetString(MailWriter.Write(mail));

    private static MailMessage Read(string written) => MailReader.Read(Encoding.UTF8.GetBytes(written));
}
