using Lupaus.Mail.Quoting;

namespace Lupaus.Mail.Tests;

public sealed class ForwardedSenderTests
{
    [Theory]
    [InlineData("Fwd: Lasku", "---------- Forwarded message ---------\nFrom: Maija Virtanen <maija@example.fi>\nDate: Mon, May 11, 2026 at 10:15 AM\nSubject: Lasku\nTo: Olli <olli@example.com>\n\nHei")]
    [InlineData("VL: Lasku", "Lähettäjä: Maija Virtanen <maija@example.fi>\nLähetetty: maanantai 11. toukokuuta 2026 10.15\nVastaanottaja: Olli\nAihe: Lasku\n\nHei")]
    [InlineData("VB: Faktura", "Från: Maija Virtanen [mailto:maija@example.fi]\nSkickat: den 11 maj 2026 10:15\nTill: Olli\nÄmne: Faktura\n\nHej")]
    [InlineData("Lasku", "Begin forwarded message:\n\nFrom: Maija Virtanen <maija@example.fi>\nSubject: Lasku\nDate: 11 May 2026 at 10.15.30 EEST\nTo: olli@example.com\n\nHei")]
    [InlineData("Lasku", "Alkaa välitetty viesti:\n\nLähettäjä: Maija Virtanen <maija@example.fi>\nAihe: Lasku\nPäiväys: 11. toukokuuta 2026 klo 10.15.30\nVastaanottaja: olli@example.com\n\nHei")]
    [InlineData("Fwd: Lasku", "> From: Maija Virtanen <maija@example.fi>\n> Subject: Lasku\n> Date: 11 May 2026\n> To: olli@example.com\n>\n> Hei")]
    [InlineData("FW: Lasku", "*From:* Maija Virtanen <maija@example.fi<mailto:maija@example.fi>>\n*Sent:* Monday\n*To:* Olli\n*Subject:* Lasku\n\nHei")]
    [InlineData("Fwd: Lasku", "-------- Välitetty viesti --------\nAihe: \tLasku\nPäiväys: \tMon, 11 May 2026\nLähettäjä: \tMaija Virtanen <maija@example.fi>\nVastaanottaja: \tolli@example.com\n\nHei")]
    public void The_first_writer_of_a_forwarded_message_is_found(string subject, string text)
    {
        var message = Given.Mail($"From: olli@example.com\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\nHoidatko?\n\n{text}\n");

        ForwardedSender.In(message).ShouldBe(new("Maija Virtanen", "maija@example.fi"));
        var forwarded = ForwardedSender.Read(message).ShouldNotBeNull();
        forwarded.Own.ShouldBe("Hoidatko?");
        forwarded.Text.Trim().ShouldBeOneOf("Hei", "Hej");
        forwarded.Whole.ShouldBeNull();
    }

    [Fact]
    public void What_is_forwarded_is_told_whole_however_long_it_is()
    {
        var text = string.Join('\n', Enumerable.Range(1, 1_000).Select(i => $"rivi {i}"));

        var forwarded = ForwardedSender.Read(Given.Mail($"From: olli@example.com\nSubject: Fwd: Lasku\nContent-Type: text/plain\n\nFrom: Maija <maija@example.fi>\nSubject: Lasku\nDate: 11 May 2026\n\n{text}\n"));

        forwarded!.Text.Trim().ShouldBe(text);
        forwarded.Own.ShouldBeEmpty();
    }

    [Fact]
    public void A_message_forwarded_as_an_attachment_is_told_whole() =>
        ForwardedSender.Read(Samples.Read("forwarded-attached"))!.Whole!.From[0].Address.ShouldBe("asiakas@example.org");

    [Fact]
    public void A_message_forwarded_as_an_attachment_tells_its_sender() =>
        ForwardedSender.In(Samples.Read("forwarded-attached")).ShouldBe(new("Asiakas", "asiakas@example.org"));

    [Theory]
    [InlineData("Re: Lasku", "From: Maija <maija@example.fi>\nSent: Monday\nTo: Olli\nSubject: Lasku\n\nHei")]
    [InlineData("Fwd: Lasku", "From here on it is yours.\nTo: do")]
    [InlineData("Fwd: Lasku", "Lähettäjä: tuntematon\nAihe: Lasku\nPäiväys: eilen\n")]
    public void Where_nobody_is_named_nobody_is_found(string subject, string text) =>
        ForwardedSender.In(Given.Mail($"From: olli@example.com\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n")).ShouldBeNull();

    [Fact]
    public void A_message_that_came_back_was_not_forwarded() => ForwardedSender.In(Samples.Read("bounce")).ShouldBeNull();
}
