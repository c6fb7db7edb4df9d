using System.Globalization;
using System.Text;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// Puts letters into a folder as .eml files (RFC 5322, plain text in base64). A letter's file is named by its
/// Message-ID, so one that is handed over twice is there once.
/// </summary>
public sealed class FolderCarrier(Settings settings)
{
    public async Task Carry(ReadyLetter letter, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.LetterFolder);
        var file = Path.Combine(settings.LetterFolder, letter.MessageId.Split('@')[0] + ".eml");
        var unfinished = file + ".part";
        await File.WriteAllTextAsync(unfinished, TextOf(letter), Encoding.ASCII, stop);
        File.Move(unfinished, file, overwrite: true);
    }

    private static string TextOf(ReadyLetter letter)
    {
        var text = new StringBuilder();
        void Header(string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");
        Header("Date", letter.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("From", $"{Encoded(letter.FromName)} <{letter.From}>");
        Header("To", $"<{letter.To}>");
        Header("Message-ID", $"<{letter.MessageId}>");
        if (letter.InReplyTo is { } earlier)
        {
            Header("In-Reply-To", $"<{earlier}>");
            Header("References", $"<{earlier}>");
        }
        if (letter.IsAutomatic)
            Header("Auto-Submitted", "auto-generated"); // RFC 3834, 5: so that machines don't answer it
        Header("Subject", Encoded(letter.Subject));
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Transfer-Encoding", "base64");
        text.Append("\r\n");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(letter.Body.Replace("\n", "\r\n", StringComparison.Ordinal)));
        for (var start = 0; start < body.Length; start += 76)
            text.Append(body, start, Math.Min(76, body.Length - start)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>RFC 2047 encoded words of at most 75 characters, cut between characters and folded.</summary>
    private static string Encoded(string text)
    {
        const int MostBytes = 42; // 56 in base64, and 12 of frame
        if (text.All(c => c is >= ' ' and < '\u007f' and not ('"' or '<' or '>' or ',' or '=' or '?' or '[' or ']' or '(' or ')' or ':' or ';' or '@' or '\\')) && text.Length <= 60)
            return text;
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > MostBytes)
            {
                words.Add(Convert.ToBase64String([.. word]));
                word.Clear();
            }
            word.AddRange(bytes);
        }
        words.Add(Convert.ToBase64String([.. word]));
        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{w}?="));
    }
}
