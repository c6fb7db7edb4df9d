using Lupaus.Mail.Quoting;

namespace Lupaus.Mail.Tests;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("ma 11.5.2026 klo 10.15 Apu (apua@example.com) kirjoitti:\n\n> Lasku on matkalla.")]
    [InlineData("ma 11. toukok. 2026 klo 10.15 Apu <\napua@example.com> kirjoitti:\n\n> Lasku on matkalla.")]
    [InlineData("Apu kirjoitti 11.5.2026 klo 10:15:\n> Lasku on matkalla.")]
    [InlineData("Apu <apua@example.com> kirjoitti 11.5.2026 kello 10.15:\n\nLasku on matkalla.")]
    [InlineData("Den mån 11 maj 2026 kl 10:15 skrev Hjälp <hjalp@example.com>:\n\n> Fakturan är på väg.")]
    [InlineData("11 maj 2026 kl. 10:15 skrev Hjälp <hjalp@example.com>:\n\nFakturan är på väg.")]
    [InlineData("On Mon, May 11, 2026 at 10:15 AM Help <help@example.com> wrote:\n\n> The invoice is on its way.")]
    [InlineData("On Mon, May 11, 2026 at 10:15 AM Help Desk of a Long Name\n<help@example.com> wrote:\n\n> The invoice.")]
    [InlineData("> On 11 May 2026, at 10.15, Help <help@example.com> wrote:\n> \n> The invoice is on its way.")]
    [InlineData("-----Original Message-----\nFrom: Help <help@example.com>\nSent: Monday, May 11, 2026 10:15\nTo: Maija\nSubject: Lasku\n\nThe invoice.")]
    [InlineData("-----Alkuperäinen viesti-----\nHei,\nlasku on matkalla.")]
    [InlineData("________________________________\nLähettäjä: Apu <apua@example.com>\nLähetetty: maanantai 11. toukokuuta 2026 10.15\nVastaanottaja: Maija\nAihe: Lasku\n\nLasku on matkalla.")]
    [InlineData("---\nLähettäjä: Apu <apua@example.com>\nLähetetty: maanantai 11. toukokuuta 2026 10.15\nVastaanottaja: Maija\nAihe: Lasku\n\nLasku on matkalla.")]
    [InlineData("Från: Hjälp <hjalp@example.com>\nSkickat: den 11 maj 2026 10:15\nTill: Maija\nÄmne: Faktura\n\nFakturan är på väg.")]
    [InlineData("*From:* Help <help@example.com>\n*Sent:* Monday\n*To:* Maija\n*Subject:* Lasku\n\nThe invoice.")]
    [InlineData("> Lasku on matkalla.\n>\n> Terveisin Apu")]
    public void What_others_wrote_is_folded(string quote)
    {
        var text = QuotedText.Read($"Hei,\n\nei ole tullut.\n\n{quote}\n");

        text.Own.ShouldBe("Hei,\n\nei ole tullut.");
        text.HasQuotes.ShouldBeTrue();
    }

    [Fact]
    public void Answers_between_quoted_lines_are_never_folded()
    {
        var text = QuotedText.Read("11.5.2026 Apu <apua@example.com> kirjoitti:\n> Mikä on numerosi?\n\n040 123\n\n> Entä osoite?\nMannerheimintie 1\n> Kiitos\n");

        text.Own.ShouldBe("040 123\n\nMannerheimintie 1");
        text.Pieces.Select(p => p.Kind).ShouldBe([PieceKind.Quote, PieceKind.Own, PieceKind.Quote, PieceKind.Own, PieceKind.Quote]);
    }

    [Fact]
    public void Answers_above_marks_that_come_later_are_not_folded_either()
    {
        var text = QuotedText.Read("On 11 May 2026 Help <help@example.com> wrote:\n\nMy answer comes first.\n> Your question\n");

        text.Own.ShouldContain("My answer comes first.");
    }

    [Theory]
    [InlineData("-- \nMaija Virtanen\nOy Yritys Ab")]
    [InlineData("Lähetetty iPhonesta")]
    [InlineData("Sent from my Galaxy")]
    [InlineData("Hämta Outlook för iOS")]
    public void A_signature_is_no_part_of_the_message(string signature)
    {
        var text = QuotedText.Read($"Hei,\nlasku puuttuu.\n\n{signature}\n");

        text.Own.ShouldBe("Hei,\nlasku puuttuu.");
        text.Pieces.ShouldContain(p => p.Kind == PieceKind.Signature);
    }

    [Theory]
    [InlineData("Asiakas kirjoitti:\nen saanut laskua")]
    [InlineData("Lähettäjä: Matkahuolto\nPaketti on kadonnut.")]
    [InlineData("Kysymys: milloin?\nVastaus: heti.")]
    [InlineData("He wrote: nothing at all")]
    [InlineData("Tilauksen 12345 saaja kirjoitti:\n\npaketti on tyhjä")]
    [InlineData("Maija skrev 3 gånger:\nsvara")]
    [InlineData("Tilaus 123:\n- paita\n--\nhousut\n" + "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18")]
    public void What_only_looks_like_a_quote_stays(string words)
    {
        var text = QuotedText.Read($"Hei!\n{words}\n");

        text.Own.ShouldBe($"Hei!\n{words}");
    }

    [Fact]
    public void A_message_of_nothing_but_a_quote_is_shown_whole()
    {
        var text = QuotedText.Read("\n> Lasku on matkalla.\n> Terveisin Apu\n");

        text.HasQuotes.ShouldBeFalse();
        text.Own.ShouldBe("> Lasku on matkalla.\n> Terveisin Apu");
    }

    [Theory]
    [InlineData("outlook-html", "Hei,\n\nlasku puuttuu.")]
    [InlineData("html-gmail", "Moi\n\nToinen")]
    [InlineData("outlook-web-answer", "Kiitos!")]
    public void Quotes_in_HTML_are_folded_as_well(string sample, string own) => QuotedText.Read(Samples.Read(sample).Text).Own.ShouldBe(own);

    [Fact]
    public void Every_line_belongs_to_one_piece()
    {
        var text = QuotedText.Read("a\n> b\n\n> c\n\nd\n-- \ne");

        text.Pieces.Select(p => p.FirstLine).ShouldBe([0, 1, 4, 6]);
        text.Pieces.Sum(p => p.Lines).ShouldBe(8);
        text.TextOf(text.Pieces[1]).ShouldBe("> b\n\n> c");
    }
}
