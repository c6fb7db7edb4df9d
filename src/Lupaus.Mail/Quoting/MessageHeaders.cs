namespace Lupaus.Mail.Quoting;

/// <summary>The little header that Outlook and forwarding programs write above a message: From, Sent, To, Subject in Finnish, Swedish or English.</summary>
internal static class MessageHeaders
{
    private const int MostLines = 12;
    private static readonly string[] From = ["from", "lähettäjä", "från", "avsändare", "lahettaja"];

    private static readonly string[] Others =
    [
        "sent", "date", "to", "cc", "subject", "reply-to", "importance",
        "lähetetty", "lähetysaika", "päivämäärä", "päiväys", "pvm", "vastaanottaja", "vastaanottajat", "kenelle", "kopio", "aihe", "otsikko", "tärkeys", "vastausosoite",
        "skickat", "datum", "till", "kopia", "ämne", "prioritet", "svara till", "kopia till",
    ];

    /// <summary>How many lines the header takes that begins there, a rule above it included; 0 when there is none.</summary>
    public static int LengthAt(string[] lines, int at)
    {
        var first = IsLine(lines[at]) && at + 1 < lines.Length ? at + 1 : at;
        return TryRead(lines, first, out var length, out _) ? first - at + length : 0;
    }

    /// <summary>The header that begins right there: how many lines, and what its From says.</summary>
    public static bool TryRead(string[] lines, int at, out int length, out string from)
    {
        (length, from) = (0, "");
        if (at >= lines.Length || !IsField(lines[at]))
            return false;
        var others = 0;
        for (; at + length < lines.Length && length < MostLines; length++)
        {
            var line = lines[at + length];
            if (Value(line, From) is { } who)
                from = who.Length > 0 ? who : at + length + 1 < lines.Length ? Plain(lines[at + length + 1]).Trim().ToString() : "";
            else if (Value(line, Others) is not null)
                others++;
            else if (Plain(line).IsWhiteSpace() || length == 0)
                break;
        }
        return from.Length > 0 && others >= 2;
    }

    private static bool IsField(string line) => Value(line, From) is not null || Value(line, Others) is not null;

    // "Lähettäjä: Maija", "*Från:* Maija", "> From: Maija"
    private static string? Value(string line, string[] names)
    {
        var plain = Plain(line);
        var colon = plain[..Math.Min(plain.Length, 24)].IndexOf(':');
        if (colon <= 0)
            return null;
        var name = plain[..colon].Trim("* \t");
        foreach (var known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return plain[(colon + 1)..].Trim("* \t").ToString();
        }
        return null;
    }

    private static ReadOnlySpan<char> Plain(string line) => line.AsSpan().TrimStart("> \t\u00A0");

    // Three dashes are what is read of an <hr>, which Outlook on the web puts there.
    private static bool IsLine(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length >= 3 && (trimmed.IndexOfAnyExcept('_') < 0 || trimmed.IndexOfAnyExcept('-') < 0);
    }
}
