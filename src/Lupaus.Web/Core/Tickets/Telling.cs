using Lupaus.Core.Promises;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Core.Tickets;

/// <summary>The words Lupaus itself writes to customers, in the ticket's language: what they tell is always a promise.</summary>
public sealed class Telling(Words words)
{
    public string Acknowledgement(CompanyNow company, LanguageCode language, Person customer, Agent owner, Forecast forecast, DateTimeOffset? deadline, DateTimeOffset? opens, DateTimeOffset now, TopicId? topic = null)
    {
        var (say, times) = For(company, language, now);
        var told = new List<string>
        {
            $"{Greeting(say, customer)} {say.Say("telling.acknowledged", ("owner", owner.Name), ("time", times.By(forecast.Due)))}",
        };
        if (opens is { } opening)
            told.Add(say.Say("telling.closed", ("time", times.At(opening))));
        if (deadline is { } limit && !forecast.IsInTime)
            told.Add(CannotMake(company.UrgentPhone(topic), say, times, limit));
        return string.Join("\n\n", told);
    }

    /// <summary>Short, after the customer has written in a matter that goes on.</summary>
    public string Receipt(CompanyNow company, LanguageCode language, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        InShort("telling.receipt", company, language, customer, owner, due, now);

    /// <summary>They have said on their page that we understood, and it is our turn.</summary>
    public string Confirmed(CompanyNow company, LanguageCode language, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        InShort("telling.confirmed", company, language, customer, owner, due, now);

    /// <summary>Nothing has been heard of them, and something is ours to do all the same.</summary>
    public string GoesOnAlone(CompanyNow company, LanguageCode language, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        InShort("telling.goesonalone", company, language, customer, owner, due, now);

    public string Reopened(CompanyNow company, LanguageCode language, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now) =>
        InShort("telling.reopened", company, language, customer, owner, due, now);

    private string InShort(string key, CompanyNow company, LanguageCode language, Person customer, Agent owner, DateTimeOffset due, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        return $"{Greeting(say, customer)} {say.Say(key, ("owner", owner.Name), ("time", times.By(due)))}";
    }

    public string Moved(CompanyNow company, LanguageCode language, string reason, DateTimeOffset due, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        return say.Say("telling.moved", ("reason", reason.OneLine().TrimEnd('.')), ("time", times.By(due)));
    }

    public string Late(CompanyNow company, LanguageCode language, Agent promiser, DateTimeOffset was, DateTimeOffset due, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        return $"{say.Say("telling.late", ("time", times.By(was)))}\n\n{say.Say("telling.late.next", ("owner", promiser.Name), ("time", times.By(due)))}";
    }

    /// <summary>One apology for several matters of the same customer that lapsed together.</summary>
    public string LateWithMany(CompanyNow company, LanguageCode language, IReadOnlyCollection<(string Subject, Agent Promiser, DateTimeOffset Due)> matters, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        var lines = matters.Select(m => "– " + say.Say("telling.late.one", ("subject", m.Subject), ("owner", m.Promiser.Name), ("time", times.By(m.Due))));
        return $"{say["telling.late.many"]}\n\n{string.Join('\n', lines)}\n\n{say["telling.late.nothing"]}";
    }

    /// <summary>A colleague has accepted it: they have been told what was done and what was promised.</summary>
    public string HandedOver(CompanyNow company, LanguageCode language, Agent owner, Agent from, Promise promise, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        return WithPromise(say.Say("telling.handedover", ("owner", owner.FirstName), ("from", from.FirstName)), say, times, promise, now);
    }

    /// <summary>Another goes on because the owner can't. They haven't read it all yet, and nobody says they have.</summary>
    public string TakesOver(CompanyNow company, LanguageCode language, Agent owner, Promise promise, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        return WithPromise(say.Say("telling.takesover", ("owner", owner.FirstName)), say, times, promise, now);
    }

    /// <summary>We are closed when it was promised, since whoever does it all alone is away.</summary>
    public string MovedByClosure(CompanyNow company, LanguageCode language, DateTimeOffset opens, DateTimeOffset due, DateTimeOffset now)
    {
        var (say, times) = For(company, language, now);
        return say.Say("telling.movedbyclosure", ("opens", times.At(opens)), ("time", times.By(due)));
    }

    /// <summary>What the owner is to do when a customer has told that something went wrong; for our own eyes.</summary>
    public string LookInto(LanguageCode desk) => words.In(desk)["telling.lookinto"];

    /// <summary>A duty, for the owner's eyes: a letter of ours didn't arrive.</summary>
    public string ReachAnotherWay(LanguageCode desk) => words.In(desk)["telling.reach"];

    public string ClosedUnanswered(LanguageCode language) => words.In(language)["telling.unanswered"];

    /// <summary>The promise as one sentence for the customer: who does what by when.</summary>
    public string Promise(LanguageCode language, PromiseKind kind, string promiser, DateTimeOffset due, CivilTime times) =>
        words.In(language).Say(KeyOf(kind), ("owner", promiser), ("time", kind == PromiseKind.CheckBack ? times.At(due) : times.By(due)));

    /// <summary>"Hei Maria," – or "Hei," where we only know an address or a company.</summary>
    public string Greeting(LanguageCode language, Person customer) => Greeting(words.In(language), customer);

    /// <summary>A promise that has just broken isn't said to stand.</summary>
    private static string WithPromise(string takes, Phrases say, CivilTime times, Promise promise, DateTimeOffset now) =>
        promise.IsLapsed(now) ? takes :
        promise.Kind == PromiseKind.CheckBack ? $"{takes}\n\n{say.Say("telling.newowner.checkback", ("time", times.At(promise.Due)))}" :
        $"{takes}\n\n{say.Say("telling.newowner.stands", ("time", times.By(promise.Due)))}";

    private static string KeyOf(PromiseKind kind) => kind switch
    {
        PromiseKind.Answer => "telling.promise.answer",
        PromiseKind.FindOut => "telling.promise.findout",
        PromiseKind.Act => "telling.promise.act",
        _ => "telling.promise.checkback",
    };

    private static string CannotMake(PhoneNumber? number, Phrases say, CivilTime times, DateTimeOffset deadline) => number is { } phone
        ? say.Say("telling.cannotmake.call", ("time", times.At(deadline)), ("number", phone.ForPeople()))
        : say.Say("telling.cannotmake", ("time", times.At(deadline)));

    private static string Greeting(Phrases say, Person customer) => customer.FirstName is { } name
        ? say.Say("telling.greeting", ("name", name))
        : say["telling.greeting.unnamed"];

    private (Phrases Say, CivilTime Times) For(CompanyNow company, LanguageCode language, DateTimeOffset now) =>
        (words.In(language), new CivilTime(language, company.Zone, now));
}
