using Lupaus.Mail.Writing;

namespace Lupaus.Web.Tests.Core.Outbox;

/// <summary>How mail programs answer a letter in HTML: their own words above, the letter's page beneath.</summary>
internal static class Answers
{
    public static readonly string[] Programs = ["outlook", "outlook on the web", "gmail", "apple", "thunderbird"];

    /// <summary>A page from which a program takes what stands within its body.</summary>
    public static string From(string program, string own, string page)
    {
        var quoted = page[(page.IndexOf("<body>", StringComparison.Ordinal) + 6)..page.IndexOf("</body>", StringComparison.Ordinal)];
        return program switch
        {
            "outlook" => $"<html><body lang=FI><div class=WordSection1><p class=MsoNormal>{own}<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Lähettäjä:</b> Antti Aalto, Satama &lt;apua@satama.example&gt; <br><b>Lähetetty:</b> maanantai 23. marraskuuta 2026 10.00<br><b>Vastaanottaja:</b> aino@example.fi<br><b>Aihe:</b> Lippu ei toimi<o:p></o:p></p></div></div>{quoted}</div></body></html>",
            "outlook on the web" => $"<html><body dir=\"ltr\"><div class=\"elementToProof\">{own}</div><div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\" tabindex=\"-1\"><div id=\"divRplyFwdMsg\" dir=\"ltr\"><font face=\"Calibri, sans-serif\"><b>From:</b> Antti Aalto &lt;apua@satama.example&gt;<br><b>Sent:</b> Monday, November 23, 2026 10:00<br><b>To:</b> aino@example.fi<br><b>Subject:</b> Lippu ei toimi</font><div>&nbsp;</div></div>{quoted}</body></html>",
            "gmail" => $"<div dir=\"ltr\">{own}</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">ma 23.11.2026 klo 10.00 Antti Aalto (<a href=\"mailto:apua@satama.example\">apua@satama.example</a>) kirjoitti:<br></div><blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex\">{quoted}</blockquote></div>",
            "apple" => $"<html><body><div dir=\"ltr\">{own}</div><div dir=\"ltr\"><br><blockquote type=\"cite\">Antti Aalto &lt;apua@satama.example&gt; kirjoitti 23.11.2026 kello 10.00:<br><br></blockquote></div><blockquote type=\"cite\"><div dir=\"ltr\">{quoted}</div></blockquote></body></html>",
            _ => $"<html><body><p>{own}</p><div class=\"moz-cite-prefix\">Antti Aalto kirjoitti 23.11.2026 klo 10.00:<br></div><blockquote type=\"cite\" cite=\"mid:1@satama.example\">{quoted}</blockquote></body></html>",
        };
    }

    /// <summary>A mail of HTML alone.</summary>
    /// <param name="pictures">What the quoted page shows; it goes along.</param>
    public static byte[] Raw(string html, string inReplyTo, params OutgoingFile[] pictures) => MailWriter.Write(new OutgoingMail
    {
        From = new("Aino Testinen", "aino@example.fi"),
        To = [new("", "apu@satama.example")],
        Subject = "VS: Lippu ei toimi",
        Date = House.MondayAtTen.AddMinutes(20),
        MessageId = $"{Guid.NewGuid():N}@example.fi",
        InReplyTo = inReplyTo,
        Html = html,
        Inline = pictures,
    });
}
