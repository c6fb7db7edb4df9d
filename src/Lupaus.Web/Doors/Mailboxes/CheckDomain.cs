using Lupaus.Mail.Domains;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Looks up what makes a domain's mail believed: SPF, DKIM and DMARC.</summary>
public sealed class CheckDomain(Settings settings)
{
    private readonly DnsAsker dns = new(settings.DnsAt ?? DnsAsker.OfThisMachine());

    /// <param name="selector">The one its mail is signed by; null to try the usual ones.</param>
    public Task<SenderRecords> Of(string domain, string? selector, CancellationToken stop) => SenderRecords.Of(domain, selector, name => dns.Texts(name, stop));
}
