using Lupaus.Mail.Quoting;

namespace Lupaus.Web.Core.Outbox;

/// <summary>A message quoted beneath the answer to it, with ">" before each line (RFC 3676, 4.5): its writer's own words, and no more of them than one looks through.</summary>
internal static class Quotation
{
    private const int MostLines = 60, MostLetters = 3000;

    /// <summary>Null when the writer said nothing of their own.</summary>
    public static string? Of(string body, string introduction)
    {
        var own = QuotedText.Read(body).Own;
        if (own.Length == 0)
            return null;
        var lines = own.CutTo(MostLetters).Split('\n');
        var quoted = lines.Take(MostLines).Select(line => line.Length == 0 ? ">" : $"> {line}");
        return string.Join('\n', [char.ToUpperInvariant(introduction[0]) + introduction[1..], .. quoted, .. lines.Length > MostLines || own.Length > MostLetters ? ["> …"] : Array.Empty<string>()]);
    }
}
