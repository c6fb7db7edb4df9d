using System.Net;
using Lupaus.Storage;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web;

/// <summary>What a machine's keeper decides: `LUPAUS__…` in the environment, or "Lupaus" in appsettings.json.</summary>
public sealed class Settings
{
    /// <summary>"Host=..." is PostgreSQL; nothing means SQLite in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>The one folder that holds everything else.</summary>
    public string Data { get; set; } = "data";

    public string Urls { get; set; } = "http://localhost:5080";

    /// <summary>The address people reach us at, for the links in letters.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// The proxies we stand behind: addresses and networks, with commas between. Only they are believed when they say
    /// who asks, and whether by https; without any, nobody is.
    /// </summary>
    public string? Proxies { get; set; }

    /// <summary>
    /// Where the source code of the very version that runs here is to be had (AGPL, section 13). Nothing means a page
    /// of ours that tells whom to ask.
    /// </summary>
    public string? Source { get; set; }

    /// <summary>Which of several web nodes on one database this is: 0 to 255.</summary>
    public byte Node { get; set; }

    /// <summary>How often one API key may call.</summary>
    public int ApiCallsPerMinute { get; set; } = 600;

    /// <summary>How many open forms one network may send in a minute.</summary>
    public int FormsPerMinute { get; set; } = 20;

    /// <summary>Where the nightly backups go: a folder; nothing means "backups" in the data folder, "off" that there are none.</summary>
    public string? Backups { get; set; }

    public string? BackupFolder => string.IsNullOrWhiteSpace(Backups) ? Path.Combine(Data, "backups") : Backups == "off" ? null : Backups;

    /// <summary>So long a reply that an agent has sent can be taken back: 0 to 60; 0 sends at once.</summary>
    public int UndoSeconds { get; set; } = 10;

    /// <summary>
    /// Whether webhooks may go to addresses of our own network, and by plain http to this very machine. Off, they go only
    /// where anybody on the internet can.
    /// </summary>
    public bool PrivateWebhooks { get; set; }

    /// <summary>Voikko's dictionary of Finnish, mor.vfst or the folder it lies in, where Swedish is looked for first; nothing means those beside the program, or the system's.</summary>
    public string? Dictionary { get; set; }

    /// <summary>Where mail is received by SMTP: an address and a port, "0.0.0.0:25"; nothing for not at all.</summary>
    public string? Smtp { get; set; }

    /// <summary>Where our own mail server hands mail over by LMTP (RFC 2033): an address and a port; nothing for not at all.</summary>
    public string? Lmtp { get; set; }

    /// <summary>A certificate with its chain (PEM), under which mail is received; without it mail comes in the clear.</summary>
    public string? Certificate { get; set; }

    /// <summary>The certificate's key (PEM); nothing where it stands in the same file.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>The resolver that a domain's records are asked of; nothing for this machine's own.</summary>
    public string? Dns { get; set; }

    public IPEndPoint? DnsAt => IPEndPoint.TryParse(Dns ?? "", out var at) ? new IPEndPoint(at.Address, at.Port == 0 ? 53 : at.Port) : null;

    public IPEndPoint? SmtpAt => EndPoint(Smtp);

    public IPEndPoint? LmtpAt => EndPoint(Lmtp);

    /// <summary>
    /// Whether mail to our address with something after a plus ("tuki+abc@") comes to us too (RFC 5233). Then every ticket has
    /// an address of its own that answers go to, and they find their ticket from wherever they are sent.
    /// </summary>
    public bool PlusAddresses { get; set; }

    /// <summary>Where letters are written until a mail server is set.</summary>
    public string LetterFolder => Path.Combine(Data, "letters");

    public string Connection => string.IsNullOrWhiteSpace(Database) ? $"Data Source={Path.Combine(Data, "lupaus.db")}" : Database;

    public Uri PublicAddress => new((PublicUrl ?? Urls.Split(';')[0].Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)).TrimEnd('/') + "/");

    /// <summary>An address is a network of one.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies => [.. NamedProxies.Select(Network).OfType<IPNetwork>()];

    private string[] NamedProxies => (Proxies ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="BadSetting">In words for the machine's keeper.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        try
        {
            var settings = configuration.GetSection("Lupaus").Get<Settings>() ?? new Settings();
            return settings.WhatIsWrong().FirstOrDefault() is { } wrong ? throw new BadSetting(wrong) : settings;
        }
        catch (InvalidOperationException e)
        {
            throw new BadSetting(e.Message);
        }
    }

    private IEnumerable<string> WhatIsWrong()
    {
        // Kestrel takes * and + for every address of the machine; a Uri doesn't.
        foreach (var url in Urls.Split(';').Where(u => !IsWeb(u.Replace("//*", "//host", StringComparison.Ordinal).Replace("//+", "//host", StringComparison.Ordinal))))
            yield return $"LUPAUS__URLS: \"{url}\" is no address to listen at. An example: http://localhost:5080";
        if (PublicUrl is { } address && !IsWeb(address))
            yield return $"LUPAUS__PUBLICURL: \"{address}\" is no web address. An example: https://help.example.com";
        foreach (var proxy in NamedProxies.Where(p => Network(p) is null))
            yield return $"LUPAUS__PROXIES: \"{proxy}\" is neither an address nor a network. An example: 127.0.0.1, 10.0.0.0/8";
        if (StorageServices.WhatIsWrongIn(Connection) is { } unreadable)
            yield return $"LUPAUS__DATABASE: {unreadable}. An example: Host=localhost;Database=lupaus;Username=lupaus";
        if (Source is { } source && !IsWeb(source))
            yield return $"LUPAUS__SOURCE: \"{source}\" is no web address. An example: https://git.example.com/lupaus";
        foreach (var (name, at) in new[] { ("SMTP", Smtp), ("LMTP", Lmtp) }.Where(d => !string.IsNullOrWhiteSpace(d.Item2) && EndPoint(d.Item2) is null))
            yield return $"LUPAUS__{name}: \"{at}\" is no address and port. An example: 127.0.0.1:2525";
        if (!string.IsNullOrWhiteSpace(Certificate) && CertificateFile.WhatIsWrongIn(Certificate, CertificateKey) is { } broken)
            yield return $"LUPAUS__CERTIFICATE: {broken}. An example: /etc/ssl/help.example.com.pem, and its key in LUPAUS__CERTIFICATEKEY";
        if (!string.IsNullOrWhiteSpace(Dns) && DnsAt is null)
            yield return $"LUPAUS__DNS: \"{Dns}\" is no address of a resolver. An example: 9.9.9.9";
        if (UndoSeconds is < 0 or > 60)
            yield return "LUPAUS__UNDOSECONDS has to be from 0 to 60.";
        if (ApiCallsPerMinute < 1)
            yield return "LUPAUS__APICALLSPERMINUTE has to be at least 1.";
    }

    // "10" would be read as 0.0.0.10, which nobody means.
    private static IPNetwork? Network(string text) =>
        !text.Contains('.') && !text.Contains(':') ? null :
        IPNetwork.TryParse(text, out var network) ? network :
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) :
        null;

    private static IPEndPoint? EndPoint(string? text) => text?.Contains(':') == true && IPEndPoint.TryParse(text, out var at) ? at : null;

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}

/// <summary>A setting that can't be meant.</summary>
public sealed class BadSetting(string words) : Exception(words);
