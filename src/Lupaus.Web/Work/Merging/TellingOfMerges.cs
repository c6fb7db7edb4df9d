using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Work.Merging;

/// <summary>The one message in which a customer hears that two matters go on as one, or that one is a matter of its own.</summary>
public sealed class TellingOfMerges(Words words, Telling telling)
{
    public string Merged(CompanyNow company, Ticket ticket, Ticket other, Person customer, Agent owner, Agent promiser, GoesOn goesOn, DateTimeOffset now)
    {
        var say = words.In(ticket.Language);
        var isLate = new[] { ticket.Promise, other.Promise }.Any(p => p?.Kind != PromiseKind.CheckBack && p?.IsLapsed(now) == true);
        var told = $"{telling.Greeting(ticket.Language, customer)} {say.Say("merging.told", ("one", ticket.Subject), ("other", other.Subject), ("owner", owner.Name))}";
        return string.Join("\n\n", [told, .. isLate ? [say["merging.told.late"]] : Array.Empty<string>(), Promised(company, ticket.Language, goesOn.Kind, promiser, goesOn.Due, now)]);
    }

    public string Parted(CompanyNow company, Ticket ticket, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        OfOne("merging.parted", company, ticket, ticket.Subject, customer, owner, due, now);

    public string Split(CompanyNow company, Ticket ticket, string subject, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        OfOne("merging.split", company, ticket, subject.OneLine(), customer, owner, due, now);

    /// <summary>Begins the duty that a promise without words of its own becomes; for our own eyes.</summary>
    public string Owed(LanguageCode desk) => words.In(desk)["merging.owed"];

    private string OfOne(string key, CompanyNow company, Ticket ticket, string subject, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        $"{telling.Greeting(ticket.Language, customer)} {words.In(ticket.Language).Say(key, ("subject", subject), ("owner", owner.Name))}\n\n{Promised(company, ticket.Language, PromiseKind.Answer, owner, due, now)}";

    private string Promised(CompanyNow company, LanguageCode language, PromiseKind kind, Agent promiser, DateTimeOffset due, DateTimeOffset now) =>
        telling.Promise(language, kind, promiser.FirstName, due, new CivilTime(language, company.Zone, now));
}
