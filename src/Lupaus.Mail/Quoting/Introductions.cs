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

    // A cheap first look, so that no text is read three times for nothing.
    private static bool MayBegin(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length is > 3 and <= Longest && (trimmed[^1] == ':' || trimmed.IndexOfAnyInRange('0', '9') >= 0 || trimmed.Contains('@'))
            && (char.IsLetterOrDigit(trimmed[0]) || trimmed[0] is '"' or '<' or '\'' or '*');
    }
}
