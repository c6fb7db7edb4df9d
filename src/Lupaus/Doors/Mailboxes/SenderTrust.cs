namespace Lupaus.Doors.Mailboxes;

/// <summary>Whether a mail came from where its From says.</summary>
public enum SenderTrust
{
    /// <summary>Nobody has looked, or nothing follows from what they found.</summary>
    Unknown,

    /// <summary>The domain of its From vouches for it.</summary>
    Vouched,

    /// <summary>Somebody else may have sent it.</summary>
    Doubtful,
}

/// <summary>
/// What our own mail server found out, as it is kept: "spf=pass dkim=pass(other) dmarc=none", where "(other)" is a finding about
/// another domain than that of the From. DMARC (RFC 7489) asks just this, so where it has an answer, that is the answer.
/// </summary>
public static class SenderChecks
{
    public const string OfAnother = "(other)";

    public static SenderTrust Read(string? checks)
    {
        var found = (checks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool Says(params string[] any) => found.Intersect(any).Any();
        return Says("dmarc=pass") ? SenderTrust.Vouched
            : Says("dmarc=fail") ? SenderTrust.Doubtful
            : Says("dkim=pass", "spf=pass") ? SenderTrust.Vouched
            : Array.Exists(found, f => f.StartsWith("spf=fail", StringComparison.Ordinal) || f.StartsWith("spf=softfail", StringComparison.Ordinal) || f.StartsWith("dkim=fail", StringComparison.Ordinal)) ? SenderTrust.Doubtful
            : SenderTrust.Unknown;
    }

    /// <summary>Whether what is known of one domain holds for the other: the same one, or one within it (RFC 7489, 3.1).</summary>
    public static bool AreOneHouse(string? domain, string? fromDomain) =>
        domain is { Length: > 0 } && fromDomain is { Length: > 0 } && domain.Contains('.') && fromDomain.Contains('.')
        && (Within(domain, fromDomain) || Within(fromDomain, domain));

    private static bool Within(string inner, string outer) =>
        inner.Equals(outer, StringComparison.OrdinalIgnoreCase) || inner.EndsWith("." + outer, StringComparison.OrdinalIgnoreCase);
}
