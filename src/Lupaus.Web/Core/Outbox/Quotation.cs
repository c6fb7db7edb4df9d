using Lupaus.Mail.Quoting;

namespace Lupaus.Web.Core.Outbox;

/// <summary>A message quoted beneath the answer to it: its writer's own words, and no more of them than one looks through.</summary>
internal sealed record Quotation(string Introduction, IReadOnlyList<string> Lines)
{
    private const int MostLines = 60, MostLetters = 3000;

    /// <summary>With ">" before each line (RFC 3676, 4.5).</summary>
    public string Text => string.Join('\n', [Introduction, .. Lines.Select(line => line.Length == 0 ? ">" : $"> {line}")]);

    /// <summary>Null when the writer said nothing of their own.</summary>
    public static Quotation? Of(string body, string introduction)
    {
        var own = QuotedText.Read(body).Own;
        if (own.Length == 0)
            return null;
        var lines = own.CutTo(MostLetters).Split('\n');
        return new Quotation(
            char.ToUpperInvariant(introduction[0]) + introduction[1..],
            [.. lines.Take(MostLines), .. lines.Length > MostLines || own.Length > MostLetters ? ["…"] : Array.Empty<string>()]);
    }
}
