using System.Text;

namespace Lupaus.Mail.Tests;

/// <summary>Messages of about a megabyte, made to take as long or as much memory as they can.</summary>
public static class WorstCases
{
    private const int Size = 1_000_000;

    public static IEnumerable<(string Name, byte[] Bytes)> All() =>
    [
        ("plain text", Text("text/plain", "Hei, tässä on tavallista tekstiä riveittäin.\n")),
        ("plain attachment", Of("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n", string.Concat(Enumerable.Repeat("QUJD", 18)) + "\n")),
        ("base64 with garbage", Of("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n", "QUJD!QUJD=QUJD\n")),
        ("base64 padding only", Of("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n", "=")),
        ("quoted-printable", Of("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n", "=C3=A4   =\n")),
        ("quoted-printable white space", Of("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n", " ")),
        ("header fields", Of("", "a:\n")),
        ("one endless header", Of("Subject: ", "=?utf-8?Q?a")),
        ("folded header", Of("Subject: x", "\n ")),
        ("white lines in the header", Of("Subject: x\n", " \n\t\n")),
        ("lines that are no fields", Of("Subject: x\n", "nothing\nTo: x\n")),
        ("addresses", Of("To: ", "a@b.c,")),
        ("address commas", Of("To: ", ",")),
        ("address quotes", Of("To: ", "\"a\"@")),
        ("address angles", Of("To: ", "<a")),
        ("address comments", Of("To: ", "(a@")),
        ("address groups", Of("To: ", "a@:")),
        ("references", Of("References: ", "<a@b> ")),
        ("references unclosed", Of("References: ", "<")),
        ("parameters", Of("Content-Type: text/plain", "; a*0*=%41")),
        ("parameter quotes", Of("Content-Type: text/plain; a=\"", "\\\"")),
        ("boundary lines", Of("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n")),
        ("boundary-like lines", Deep("--c\n")),
        ("dashes", Deep("--\n")),
        ("empty parts", Of("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\n\n")),
        ("attachments", Of("Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: a/b\n\nx\n")),
        ("unclosed multiparts", Of("Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: multipart/mixed; boundary=b\n\n")),
        ("multiparts without boundary", Of("Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: multipart/mixed; boundary=never\n\nx\n")),
        ("messages in messages", Of("", "Content-Type: message/rfc822\n\n")),
        ("report in report", Of("From: mailer-daemon@x.fi\nSubject: Undelivered mail\nContent-Type: multipart/report; boundary=b; report-type=delivery-status\n\n", "--b\nContent-Type: message/delivery-status\n\nAction: failed\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <a@b>\n\n")),
        ("bounce text", Text("text/plain", "Message-ID: maija@example.fi 5.1\n", "From: mailer-daemon@x.fi\nSubject: Undelivered mail\n")),
        ("tags", Text("text/html", "<b>")),
        ("less than", Text("text/html", "<")),
        ("less than, and one close", Text("text/html", "<", end: ">")),
        ("open tags, quoted close", Text("text/html", "<a ", end: "x=\"> \"")),
        ("quotes that mislead", Text("text/html", "<a x=\">\"")),
        ("single quotes", Text("text/html", "<a x='>'")),
        ("comments unclosed", Text("text/html", "<!--")),
        ("comments", Text("text/html", "<!---->")),
        ("styles unclosed", Text("text/html", "<style><script><title>")),
        ("quoted paragraphs", Text("text/html", "<blockquote><p>a")),
        ("paragraphs", Text("text/html", "a<p>")),
        ("line breaks", Text("text/html", "<br>")),
        ("lists", Text("text/html", "<ul><li>a")),
        ("links", Text("text/html", "<a href=http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</a>")),
        ("link that never closes", Text("text/html", "<a href=http://b>a ")),
        ("entities", Text("text/html", "&amp;")),
        ("ampersands", Text("text/html", "&")),
        ("attributes", Text("text/html", "<p " + string.Concat(Enumerable.Repeat("a=b ", 990)) + ">")),
        ("pre", Text("text/html", "a\n", begin: "<pre>")),
        ("cids", Text("text/html", "cid:a%41 ")),
        ("html in two parts", TwoParts("text/html", "ab ")),
        ("html and escaped text", TwoParts("text/plain", "<")),
        ("flowed", Text("text/plain; format=flowed; delsp=yes", "> \n>> a \n")),
        ("uuencode begins", Text("text/plain", "begin 644 a\n")),
        ("uuencode", Text("text/plain", "begin 644 a\n#AAAA\nend\n")),
        ("uuencode lines", Text("text/plain", "MAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", begin: "begin 644 a\n")),
        ("nul", Text("text/plain", "\0")),
        ("nul and letters", Text("text/plain", "\0a\r")),
        ("utf-7", Text("text/plain; charset=utf-7", "+AOQ")),
        ("iso-2022-jp", Text("text/plain; charset=iso-2022-jp", "\u001b$BF|\u001b(B")),
        ("hz", Text("text/plain; charset=hz-gb-2312", "~{<:Ky~}")),
        ("gb18030", Text("text/plain; charset=gb18030", "ä\u0081")),
        ("broken utf-8", Raw("text/plain; charset=utf-8", [0xC3, 0x20, 0xE4])),
        ("utf-16", Raw("text/plain; charset=utf-16", [0xD8, 0x00])),
        ("ooo dates", Text("text/plain", "palaan 12 asti - 1.", "Subject: Automaattinen vastaus: x\nDate: Mon, 11 May 2026 10:15:30 +0300\n")),
    ];

    private static byte[] Of(string head, string unit) => Encoding.UTF8.GetBytes(head + Repeated(unit));

    private static byte[] Text(string type, string unit, string headers = "", string begin = "", string end = "") =>
        Encoding.UTF8.GetBytes($"{headers}Content-Type: {(type.Contains("charset", StringComparison.Ordinal) ? type : type + "; charset=utf-8")}\n\n{begin}{Repeated(unit)}{end}");

    private static byte[] Raw(string type, byte[] unit) =>
        [.. Encoding.UTF8.GetBytes($"Content-Type: {type}\n\n"), .. Enumerable.Range(0, Size / unit.Length).SelectMany(_ => unit)];

    private static byte[] TwoParts(string type, string unit) =>
        Encoding.UTF8.GetBytes($"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: {type}\n\n{Repeated(unit)[(Size / 2)..]}\n--b\nContent-Type: text/html\n\n{Repeated(unit)[(Size / 2)..]}\n--b--\n");

    private static byte[] Deep(string unit)
    {
        var head = new StringBuilder();
        for (var i = 10; i < 29; i++)
            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary={i}\n\n--{i}\n");
        return Encoding.UTF8.GetBytes(head + "\n" + Repeated(unit));
    }

    private static string Repeated(string unit) => new StringBuilder(Size + unit.Length).Insert(0, unit, Size / unit.Length).ToString();
}
