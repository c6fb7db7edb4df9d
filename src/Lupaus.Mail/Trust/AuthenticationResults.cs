using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Trust;

/// <summary>
/// What our own mail server found out about the sender (RFC 8601). Anybody can write such a field, so only those of the server
/// named are read, and of them only the topmost run: what stands below a Received field was there before our server wrote its own.
/// The server must remove fields that bear its name (RFC 8601, section 5); where it doesn't, this is the second fence.
/// </summary>
public sealed class AuthenticationResults
{
    private const int MostFields = 50, MostVerdicts = 100;

    private AuthenticationResults(List<AuthenticationVerdict> verdicts) => Verdicts = verdicts;

    /// <summary>All verdicts, in the order they stand.</summary>
    public IReadOnlyList<AuthenticationVerdict> Verdicts { get; }

    /// <summary>Whether the server that handed the mail over may send for the envelope's domain; null when it wasn't looked at.</summary>
    public AuthenticationVerdict? Spf => Best("spf");

    /// <summary>Whether a domain signed the mail: a signature that passed before one that didn't. Null when it wasn't looked at.</summary>
    public AuthenticationVerdict? Dkim => Best("dkim");

    /// <summary>Whether the From's own domain vouches for it; null when it wasn't looked at.</summary>
    public AuthenticationVerdict? Dmarc => Best("dmarc");

    /// <summary>
    /// Whether somebody vouches for the From's domain itself: DMARC passed, or, where the domain asks for no DMARC, a signature
    /// by just that domain did. SPF alone is shared by all who send through the same house, and isn't enough.
    /// </summary>
    /// <param name="domain">What stands after the @ of the From.</param>
    public bool VouchesFor(string domain) => Dmarc switch
    {
        { Passed: true } found => found.Domain is null || Is(found.Domain, domain),
        null or { Result: "none" } => Verdicts.Any(v => v is { Method: "dkim", Passed: true, Domain: { } signed } && Is(signed, domain)),
        _ => false,
    };

    /// <summary>Reads what the server of that name wrote; null when it wrote nothing.</summary>
    /// <param name="headers">The message's header.</param>
    /// <param name="server">Our server's authserv-id, as it writes it (RFC 8601, 2.5). Compared without regard to case.</param>
    public static AuthenticationResults? Read(HeaderFields headers, string server)
    {
        var verdicts = new List<AuthenticationVerdict>();
        var fields = 0;
        foreach (var field in headers)
        {
            if (fields > 0 && field.Is("Received"))
                break;
            if (!field.Is("Authentication-Results") || !TryRead(field.Text, server, verdicts))
                continue;
            if (++fields == MostFields)
                break;
        }
        return fields == 0 ? null : new AuthenticationResults(verdicts);
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private AuthenticationVerdict? Best(string method) =>
        Verdicts.FirstOrDefault(v => v.Method == method && v.Passed) is { } passed && method == "dkim" ? passed :
        Verdicts.FirstOrDefault(v => v.Method == method);

    private static bool TryRead(string text, string server, List<AuthenticationVerdict> verdicts)
    {
        var statements = ResultTokens.Statements(text);
        if (statements.Count == 0 || statements[0] is not [var id, ..] || !id.Equals(server, StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var statement in statements.Skip(1))
        {
            if (verdicts.Count < MostVerdicts && Verdict(statement) is { } verdict)
                verdicts.Add(verdict);
        }
        return true;
    }

    // method[/version]=result [reason=...] [ptype.property=value ...]
    private static AuthenticationVerdict? Verdict(List<string> words)
    {
        if (words.Count < 3 || words[1] != "=")
            return null;
        var method = words[0].Split('/')[0].ToLowerInvariant();
        var wanted = method switch
        {
            "spf" => (string[])["smtp.mailfrom", "smtp.helo"],
            "dkim" => ["header.d", "header.i"],
            _ => ["header.from"],
        };
        return new AuthenticationVerdict(method, words[2].ToLowerInvariant(), wanted.Select(name => Property(words, name)).FirstOrDefault(v => v is not null));
    }

    private static string? Property(List<string> words, string name)
    {
        for (var i = 3; i + 2 < words.Count; i++)
        {
            if (words[i + 1] == "=" && words[i].Equals(name, StringComparison.OrdinalIgnoreCase) && words[i + 2] is { Length: > 0 } value)
                return value[(value.LastIndexOf('@') + 1)..].TrimEnd('.', '>').ToLowerInvariant();
        }
        return null;
    }
}
