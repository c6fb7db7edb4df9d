using Lupaus.Ground.Identity;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>One of the demo company's own.</summary>
internal sealed record DemoAgent(string Name, string Mailbox, Role Role, string Does, string Languages, string Teams, string Hours)
{
    public string Email => $"{Mailbox}@satama.example";

    public IReadOnlyList<LanguageCode> Speaks => [.. Languages.Split(' ').Select(l => LanguageCodes.Read(l)!.Value)];
}

/// <summary>Somebody the demo company serves.</summary>
internal sealed record DemoCustomer(string Name, string? Email, string? Phone = null, LanguageCode Language = LanguageCode.Fi);

/// <summary>Who works at Satama Palvelut Oy, a service bureau that sells trips, keeps books and makes web sites.</summary>
internal static class DemoPeople
{
    public const string CompanyName = "Satama Palvelut Oy";

    /// <summary>Known to everybody, and set by nothing but the demo.</summary>
    public const string Password = "lupaus-demo-2026";

    public const string Trips = "Matkat";
    public const string Books = "Kirjanpito";
    public const string Sites = "Verkkosivut";
    public const string Other = "Muu asia";

    public static readonly EmailAddress Mailbox = EmailAddress.Parse("apu@satama.example");

    public static readonly DemoAgent Minna = new("Minna Salo", "minna", Role.Admin, "admin, runs the place", "fi en", "Verkkosivut", "Mon-Fri 08:00-16:00");
    public static readonly DemoAgent Riikka = new("Riikka Lindholm", "riikka", Role.Lead, "lead", "fi sv en", "Matkat", "Mon-Fri 09:00-17:00");
    public static readonly DemoAgent Maija = new("Maija Virtanen", "maija", Role.Agent, "agent for trips, on duty now", "fi sv en", "Matkat", "Mon-Sun 00:00-24:00");
    public static readonly DemoAgent Antti = new("Antti Laine", "antti", Role.Agent, "agent for trips", "fi sv", "Matkat", "Mon-Fri 10:00-18:00");
    public static readonly DemoAgent Johan = new("Johan Sjöblom", "johan", Role.Agent, "agent for bookkeeping, stands in for Petri", "fi sv en", "Kirjanpito", "Mon-Fri 09:00-16:00");
    public static readonly DemoAgent Petri = new("Petri Mäkelä", "petri", Role.Agent, "agent for bookkeeping, away these days", "fi en", "Kirjanpito", "Mon-Fri 09:00-16:00");
    public static readonly DemoAgent Sanna = new("Sanna Korhonen", "sanna", Role.Agent, "agent for web sites", "fi sv en", "Verkkosivut", "Mon-Thu 09:00-16:00; Fri 09:00-13:00");

    public static readonly IReadOnlyList<DemoAgent> Agents = [Minna, Riikka, Maija, Antti, Johan, Petri, Sanna];
}
