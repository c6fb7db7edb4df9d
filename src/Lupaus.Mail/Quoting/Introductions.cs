namespace Lupaus.Mail.Quoting;

/// <summary>Lines that introduce a quote: "ma 12.5.2026 klo 10.15 Maija (maija@example.fi) kirjoitti:", on one line or broken over three.</summary>
internal static class Introductions
{
    private const int MostLines = 3, Longest = 300;
    private static readonly string[] Wrote = ["kirjoitti", "kirjoitti seuraavasti", "skrev", "skrev följande", "wrote", "writes", "schrieb"];

    private static readonly string[] Rules =
    [
        "original message", "alkuperäinen viesti", "ursprungligt meddelande", "originalmeddelande", "urspr. meddelande", "forwarded message", "välitetty viesti", "edelleenlähetetty viesti", "vidarebefordrat meddelande", "vidarebefordrat brev",
        "reply message", "vastausviesti",
    ];

    /// <summary>How many lines the introduction takes that begins there; 0 when there is none.</summary>
    public static int LengthAt(string[] lines, int at)
    {
        if (IsRule(lines[at]))
            return 1;
        if (!MayBegin(lines[at]))
            return 0;
        var length = 0;
        for (var count = 1; count <= MostLines && at + count <= lines.Length; count++)
        {
            var line = lines[at + count - 1].AsSpan().Trim();
            length += line.Length;
            if (line.IsEmpty || length > Longest)
                return 0;
            if (EndsIntroduction(line))
                return HasDateOrAddress(lines.AsSpan(at, count)) ? count : 0;
        }
        return 0;
    }

    /// <summary>"-----Original Message-----" and its relatives.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length > 80 || !(trimmed.StartsWith("--") || trimmed.StartsWith("__") || trimmed.StartsWith("==")))
            return false;
        var words = trimmed.Trim("-_= ");
        foreach (var rule in Rules)
        {
            if (words.StartsWith(rule, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    // "… kirjoitti:" and "… wrote:" end it; in Swedish the name follows: "Den 12 maj 2026 skrev Maija <m@x>:".
    private static bool EndsIntroduction(ReadOnlySpan<char> line)
    {
        if (line is not [.., ':'])
            return false;
        var text = line[..^1].TrimEnd();
        foreach (var word in Wrote)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)])))
                return true;
        }
        // "Maija kirjoitti 11.5.2026 klo 10.15:"
        if (HasMoment(text) && (text.Contains(" kirjoitti ", StringComparison.OrdinalIgnoreCase) || text.Contains(" wrote ", StringComparison.OrdinalIgnoreCase)))
            return true;
        return text.Contains(" skrev ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("skrev ", StringComparison.OrdinalIgnoreCase) || text is [.., '>'];
    }

    private static bool HasDateOrAddress(ReadOnlySpan<string> lines)
    {
        bool digits = false, address = false, wrote = false;
        foreach (var line in lines)
        {
            digits |= line.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
            address |= line.Contains('@');
            foreach (var word in Wrote)
                wrote |= line.Contains(word, StringComparison.OrdinalIgnoreCase);
        }
        return wrote && (digits || address);
    }

    /// <summary>Whether it is surely a program's: it names an address, or a day with its year. A person may write "asiakas 12 kirjoitti:".</summary>
    public static bool IsCertain(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            if (IsRule(line) || line.Contains('@') || HasYear(line))
                return true;
        }
        return false;
    }

    private static bool HasMoment(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] is ':' or '.' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
                return HasYear(text);
        }
        return false;
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i..].StartsWith("20") && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])))
                return true;
        }
        return false;
    }

    // A cheap first look, so that no text is read three times for nothing.
    private static bool MayBegin(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length is > 3 and <= Longest && (trimmed[^1] == ':' || trimmed.IndexOfAnyInRange('0', '9') >= 0 || trimmed.Contains('@'))
            && (char.IsLetterOrDigit(trimmed[0]) || trimmed[0] is '"' or '<' or '\'' or '*');
    }
}
