using System.Text;

namespace Lupaus.Mail.Tests;

/// <summary>Makes strange messages stranger. The same seed makes the same message, whatever came before.</summary>
public sealed class Mutations(IReadOnlyList<byte[]> samples)
{
    private const int Longest = 64 * 1024;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r\n", "\n", "\r", "\r\n\r\n", "\n\n", "\0", " ", "\t", "--", "--b1", "--b1--", "=", "==", "=?", "?=", "=?utf-8?Q?", "=?utf-8?B?", "=?iso-2022-jp?B?", "=?x?q??=", "<", ">", "\"", "\\", "(", ")", ",", ";", ":", "@", "'", "%", "&", "&#", "&#x110000;",
            "\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\n", "\nContent-Type: multipart/mixed\n", "\nContent-Type: message/rfc822\n\n", "\nContent-Type: text/html; charset=utf-7\n\n", "\nContent-Type: text/plain; charset=iso-2022-jp; format=flowed\n",
            "\nContent-Transfer-Encoding: base64\n", "\nContent-Transfer-Encoding: quoted-printable\n", "\nContent-Transfer-Encoding: x-uuencode\n", "\nFrom: ", "\nTo: ", "\nDate: ", "\nSubject: ", "\nReferences: <", "\nAuto-Submitted: auto-replied\n",
            "charset=utf-16", "charset=utf-32", "charset=hz-gb-2312", "charset=iso-2022-kr", "charset=gb18030", "charset=big5", "charset=x-mac-japanese", "filename*0*=", "filename*1=", "filename*=utf-8''%", "name*99999999999=a",
            "<a href=\"", "<blockquote>", "<table><tr><td>", "<pre>", "<!--", "-->", "<script>", "</style>", "<li>", "begin 644 a\n", "\nend\n", "> > > ", "-- \n", "\u00E4", "\u20AC", "\uD83D\uDE00",
            "ma 11.5.2026 klo 10.15 A (a@b.fi) kirjoitti:\n", "-----Original Message-----\n", "Lähettäjä: a\nLähetetty: b\nAihe: c\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x1B, 0x24, 0x29, 0x43], [0x0E], [0x0F], [0x7E, 0x7B],
    ];

    /// <summary>The message of that number.</summary>
    public byte[] Make(int seed)
    {
        var random = new Random(seed);
        var message = new List<byte>(samples[random.Next(samples.Count)]);
        for (var changes = random.Next(1, 12); changes > 0; changes--)
            Change(message, random);
        return message.Count > Longest ? [.. message.Take(Longest)] : [.. message];
    }

    private void Change(List<byte> message, Random random)
    {
        var at = random.Next(message.Count + 1);
        var length = Math.Min(message.Count - at, random.Next(8) == 0 ? random.Next(400) : random.Next(1, 12));
        switch (random.Next(8))
        {
            case 0:
                for (var i = at; i < at + length; i++)
                    message[i] = (byte)random.Next(256);
                break;
            case 1:
                message.RemoveRange(at, length);
                break;
            case 2:
                message.InsertRange(at, message.GetRange(at, length));
                break;
            case 3:
                Repeat(message, at, length, random);
                break;
            case 4:
                Splice(message, at, random);
                break;
            default:
                message.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }

    private static void Repeat(List<byte> message, int at, int length, Random random)
    {
        var piece = random.Next(2) == 0 ? Tokens[random.Next(Tokens.Length)] : [.. message.GetRange(at, length)];
        var most = random.Next(30) == 0 ? 2000 : 30;
        for (var times = random.Next(most); times > 0 && message.Count < Longest; times--)
            message.InsertRange(at, piece);
    }

    private void Splice(List<byte> message, int at, Random random)
    {
        var other = samples[random.Next(samples.Count)];
        var from = random.Next(other.Length + 1);
        message.RemoveRange(at, message.Count - at);
        message.AddRange(other.AsSpan(from));
    }
}
