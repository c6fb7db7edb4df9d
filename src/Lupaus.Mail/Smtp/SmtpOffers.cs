using System.Globalization;

namespace Lupaus.Mail.Smtp;

/// <summary>What a server says it can, in its answer to EHLO (RFC 5321, 4.1.1.1).</summary>
public sealed record SmtpOffers
{
    /// <summary>STARTTLS (RFC 3207).</summary>
    public bool StartTls { get; private init; }

    /// <summary>Several commands at once (RFC 2920).</summary>
    public bool Pipelining { get; private init; }

    /// <summary>Bodies with bytes beyond ASCII (RFC 6152).</summary>
    public bool EightBit { get; private init; }

    /// <summary>Addresses and headers beyond ASCII (RFC 6531).</summary>
    public bool International { get; private init; }

    /// <summary>Whether a message's size may be told beforehand (RFC 1870).</summary>
    public bool Size { get; private init; }

    /// <summary>The biggest message it takes, in bytes; null when it doesn't say.</summary>
    public long? BiggestMessage { get; private init; }

    /// <summary>The ways of signing in, in capitals (RFC 4954).</summary>
    public IReadOnlyList<string> SignIns { get; private init; } = [];

    internal static SmtpOffers In(IEnumerable<string> lines) => lines.Aggregate(new SmtpOffers(), (offers, line) => offers.With(line));

    private SmtpOffers With(string line)
    {
        // "AUTH=LOGIN" is how servers of the last century said it.
        var words = line.Trim().ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["STARTTLS", ..] => this with { StartTls = true },
            ["PIPELINING", ..] => this with { Pipelining = true },
            ["8BITMIME", ..] => this with { EightBit = true },
            ["SMTPUTF8", ..] => this with { International = true },
            ["SIZE", ..] => this with { Size = true, BiggestMessage = Biggest(words) },
            ["AUTH", ..] => this with { SignIns = [.. SignIns.Union(words[1..])] },
            _ => this,
        };
    }

    private static long? Biggest(string[] words) =>
        words.Length > 1 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;
}
