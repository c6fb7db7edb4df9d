using System.Text;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Mail.Tests;

internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 11, 12, 0, 0, TimeSpan.FromHours(3));

    public static OutgoingMail AReply() => new()
    {
        From = new("Olli Omistaja", "apua@example.com"),
        To = [new("Maija", "maija@example.fi")],
        Subject = "Re: Lasku",
        Date = Noon,
        MessageId = "m1@lupaus.example",
        Text = "Hei,\n\nlasku on matkalla.\n",
    };

    public static MailMessage Mail(string raw) => MailReader.Read(Encoding.UTF8.GetBytes(raw));
}
