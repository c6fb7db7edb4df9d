using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>Reads a server's reply, of one line or several (RFC 5321, 4.2.1). Neither is without limit.</summary>
internal static class ReplyReader
{
    private const int LongestLine = 8 * 1024, MostLines = 200;

    public static async Task<(SmtpReply Reply, List<string> Lines)> Read(Wire wire, Deadline deadline, CancellationToken stop)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await wire.Line(LongestLine, deadline, stop);
            if (Code(line) is not { } code)
                throw ConversationBroken.Odd(Said.Clean(line));
            lines.Add(Encoding.UTF8.GetString(line.AsSpan(Math.Min(line.Length, 4))));
            if (line.Length == 3 || line[3] != '-')
                return (Reply(code, lines), lines);
        }
        throw new ConversationBroken(HowItWent.Odd, Trouble.LineTooLong);
    }

    private static int? Code(byte[] line) =>
        line.Length >= 3 && line[0] is >= (byte)'2' and <= (byte)'5' && char.IsAsciiDigit((char)line[1]) && char.IsAsciiDigit((char)line[2])
        && (line.Length == 3 || line[3] is (byte)' ' or (byte)'-')
            ? (line[0] - '0') * 100 + (line[1] - '0') * 10 + line[2] - '0'
            : null;

    private static SmtpReply Reply(int code, List<string> lines)
    {
        var status = StatusOf(lines[0], code);
        var words = lines.Select(line => status is not null && line.StartsWith(status, StringComparison.Ordinal) ? line[status.Length..] : line);
        return new SmtpReply(code, status, Said.Clean(string.Join(' ', words.Select(w => w.Trim()))));
    }

    // Class, subject, detail, each as RFC 3463, 2 has it; the class must fit the code.
    private static string? StatusOf(string line, int code)
    {
        var word = line.Split(' ')[0];
        var parts = word.Split('.');
        return parts is [[var kind], { Length: >= 1 and <= 3 }, { Length: >= 1 and <= 3 }] && kind == '0' + code / 100
            && parts.All(part => part.All(char.IsAsciiDigit)) ? word : null;
    }
}
