namespace Lupaus.Mail.Domains;

/// <summary>How a domain stands with one of the things that make its mail believed.</summary>
public enum RecordStanding
{
    /// <summary>It is there and says something sensible.</summary>
    Good,

    /// <summary>It is there, and protects little.</summary>
    Weak,

    /// <summary>It is there, and receivers can't use it.</summary>
    Broken,

    /// <summary>It isn't there.</summary>
    Missing,

    /// <summary>DNS didn't answer.</summary>
    Unknown,
}

/// <summary>One finding.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Why">A stable key for the words; empty when all is well.</param>
/// <param name="Record">What stands in DNS, where something does.</param>
/// <param name="Name">Where it stands, or is missing.</param>
public sealed record RecordFinding(RecordStanding Standing, string Why, string? Record, string Name);

/// <summary>What DNS says of a domain that mail is sent from: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).</summary>
/// <param name="Spf">Who may send for it.</param>
/// <param name="Dkim">Its keys, by selector.</param>
/// <param name="Dmarc">What receivers do with mail that only pretends to come from it.</param>
public sealed record SenderRecords(RecordFinding Spf, RecordFinding Dkim, RecordFinding Dmarc)
{
    /// <summary>A DNS server isn't asked for more than this by SPF (RFC 7208, 4.6.4).</summary>
    private const int MostLookups = 10;

    /// <summary>Selectors that the great mail services use; which one a house uses can't be asked of DNS.</summary>
    private static readonly string[] UsualSelectors = ["default", "google", "selector1", "selector2", "mail", "dkim", "s1", "s2", "k1", "fm1", "smtp", "mx"];

    /// <summary>Looks a domain up.</summary>
    /// <param name="domain">What stands after the @.</param>
    /// <param name="selector">The selector that its mail is signed by; null to try the usual ones.</param>
    /// <param name="ask">How DNS is asked.</param>
    public static async Task<SenderRecords> Of(string domain, string? selector, Func<string, Task<DnsTexts>> ask)
    {
        var (spf, dkim, dmarc) = (SpfOf(domain, ask), DkimOf(domain, selector, ask), DmarcOf(domain, ask));
        return new SenderRecords(await spf, await dkim, await dmarc);
    }

    private static async Task<RecordFinding> SpfOf(string domain, Func<string, Task<DnsTexts>> ask)
    {
        var told = await ask(domain);
        if (told.Outcome == DnsOutcome.NotReached)
            return new(RecordStanding.Unknown, "dns", null, domain);
        var records = told.Texts.Where(t => t.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || t.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (records is not [var record])
            return records.Length == 0 ? new(RecordStanding.Missing, "spf.missing", null, domain) : new(RecordStanding.Broken, "spf.several", string.Join('\n', records), domain);
        var terms = record.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(t => t.ToLowerInvariant()).ToArray();
        var why =
            terms.Any(t => t is "+all" or "all") ? "spf.everybody" :
            terms.Count(t => t.TrimStart('+', '-', '~', '?') is var m && (m.StartsWith("include:", StringComparison.Ordinal) || m.StartsWith("exists:", StringComparison.Ordinal) || m.StartsWith("redirect=", StringComparison.Ordinal) || m is "a" or "mx" or "ptr" || m.StartsWith("a:", StringComparison.Ordinal) || m.StartsWith("mx:", StringComparison.Ordinal))) > MostLookups ? "spf.lookups" :
            !terms.Any(t => t is "-all" or "~all" || t.StartsWith("redirect=", StringComparison.Ordinal)) ? "spf.open" : "";
        return new(why switch { "" => RecordStanding.Good, "spf.lookups" => RecordStanding.Broken, _ => RecordStanding.Weak }, why, record, domain);
    }

    private static async Task<RecordFinding> DkimOf(string domain, string? selector, Func<string, Task<DnsTexts>> ask)
    {
        var names = (selector is null ? UsualSelectors : [selector]).Select(s => $"{s}._domainkey.{domain}").ToArray();
        var told = await Task.WhenAll(names.Select(ask));
        for (var i = 0; i < names.Length; i++)
        {
            if (told[i].Texts.FirstOrDefault(t => Tag(t, "p") is not null) is not { } record)
                continue;
            return Tag(record, "p")!.Length == 0 ? new(RecordStanding.Broken, "dkim.revoked", record, names[i]) : new(RecordStanding.Good, "", record, names[i]);
        }
        return Array.TrueForAll(told, t => t.Outcome == DnsOutcome.NotReached) ? new(RecordStanding.Unknown, "dns", null, names[0]) :
            new(RecordStanding.Missing, selector is null ? "dkim.notfound" : "dkim.missing", null, selector is null ? $"._domainkey.{domain}" : names[0]);
    }

    private static async Task<RecordFinding> DmarcOf(string domain, Func<string, Task<DnsTexts>> ask)
    {
        var asked = $"_dmarc.{domain}";
        // The domain's own, else its parents' (RFC 7489, 6.6.3).
        for (var at = domain; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var told = await ask($"_dmarc.{at}");
            if (told.Outcome == DnsOutcome.NotReached)
                return new(RecordStanding.Unknown, "dns", null, asked);
            var records = told.Texts.Where(t => Tag(t, "v")?.Equals("DMARC1", StringComparison.OrdinalIgnoreCase) == true).ToArray();
            if (records.Length > 1)
                return new(RecordStanding.Broken, "dmarc.several", string.Join('\n', records), $"_dmarc.{at}");
            if (records is not [var record])
                continue;
            var policy = (at == domain ? null : Tag(record, "sp")) ?? Tag(record, "p");
            return policy?.ToLowerInvariant() switch
            {
                "quarantine" or "reject" => new(RecordStanding.Good, "", record, $"_dmarc.{at}"),
                "none" => new(RecordStanding.Weak, "dmarc.none", record, $"_dmarc.{at}"),
                _ => new(RecordStanding.Broken, "dmarc.policy", record, $"_dmarc.{at}"),
            };
        }
        return new(RecordStanding.Missing, "dmarc.missing", null, asked);
    }

    /// <summary>The value of a tag in "a=b; c=d" (RFC 6376, 3.2).</summary>
    private static string? Tag(string record, string name)
    {
        foreach (var part in record.Split(';'))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && part[..at].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return part[(at + 1)..].Trim();
        }
        return null;
    }
}
