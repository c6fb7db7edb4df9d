using Lupaus.Core.Links;
using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.People;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Texts;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Intake;

/// <summary>A new matter as it comes in by a form, the API, a call or mail.</summary>
/// <param name="Language">Where it was said outright; else its words tell.</param>
public sealed record NewMatter(
    string? Name,
    EmailAddress? Email,
    PhoneNumber? Phone,
    string Body,
    LanguageCode? Language,
    Channel Channel,
    Source Source,
    string Subject = "",
    DateTimeOffset? Deadline = null,
    TopicId? Topic = null)
{
    /// <summary>What its words are taken to be in where they don't tell: the page they were written on.</summary>
    public LanguageCode? Likely { get; init; }

    public IReadOnlyList<Upload> Files { get; init; } = [];

    public Reception Reception { get; init; }

    /// <summary>One of ours passed it on, and answers for it where they serve its topic.</summary>
    public AgentId? BroughtBy { get; init; }

    /// <summary>One of ours asks it of colleagues: by their own name and address they are its customer, and never its owner.</summary>
    public AgentId? RequestedBy { get; init; }
}

/// <summary>How a new matter is received.</summary>
public enum Reception
{
    /// <summary>The customer is told at once who answers and by when.</summary>
    Acknowledged,

    /// <summary>That stands on their page and isn't sent: a machine wrote, and machines must not talk with each other (RFC 3834).</summary>
    Silent,

    /// <summary>It waits aside, as from somebody we don't listen to.</summary>
    Aside,
}

/// <summary>The ticket it became, and a link of the customer's own to its page.</summary>
public sealed record OpenedTicket(TicketId Id, Reference Reference, LinkId Link);

/// <summary>
/// Somebody writes to us. In the same moment there is a ticket, an owner and a promise, and the customer is told.
/// The same thing sent twice is one ticket.
/// </summary>
public sealed class OpenTicket(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, Telling telling, HouseLanguage reading, TimeProvider clock)
{
    /// <summary>So many matters of one customer are acknowledged in an hour; what more comes is acknowledged on the page alone.</summary>
    public const int MostReceipts = 10;

    private static readonly TimeSpan BrakeHour = TimeSpan.FromHours(1);

    public async Task<OpenedTicket> From(NewMatter matter, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        return await changes.Make(async db => LinkTo(await From(matter, company, db, stop), db, clock.Now()), stop);
    }

    /// <summary>As part of a greater change.</summary>
    public async Task<Ticket> From(NewMatter matter, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        matter = await AsTheyAreCalled(matter, db, stop);
        (Message.WhyNotSay(matter.Body) ?? Person.WhyNotMeet(matter.Name, matter.Email, matter.Phone)).StopIfAny();
        var now = clock.Now();
        await db.Done(matter.Source, stop);
        if (await db.TicketHearing(matter.Source, stop) is { } before)
            return await db.Tickets.One(before, stop);

        var (customer, language) = await Meet(matter, company, db, now, stop);
        var topic = company.Topic(matter.Topic);
        var everybody = await db.Roster(company, topic.Id, language, now, stop);
        matter = matter with { Language = language, RequestedBy = WhoAsks(matter, everybody) };
        var roster = everybody.Beside(matter.RequestedBy);
        if (matter.Reception == Reception.Aside || await db.IsBlocked(matter.Email, stop))
            return await KeepAside(matter, customer, topic, roster, company, db, now, stop);
        var (owner, named) = await ChooseOwner(customer, roster, matter, db, stop);
        var earlier = await AnswerForecasts.Arrivals(customer.Id, db, now, stop);
        var deadline = matter.Deadline ?? Pressing(matter.Body, company, now);
        var answer = await forecasts.New(topic, roster, earlier, deadline, company, db, now, stop);
        var opens = company.HoursOf(topic.Id) is var hours && hours.IsOpenAt(now) ? null : hours.NextOpening(now);
        var words = telling.Acknowledgement(company, matter.Language!.Value, customer, named, answer.Forecast, deadline, opens, now, topic.Id);

        var arrival = new Arrival(customer.Id, topic.Id, matter.Language!.Value, matter.Subject, matter.Body, matter.Channel, matter.Source, matter.Deadline?.Whole(), InLineSince: answer.InLineSince, Requester: matter.RequestedBy);
        var ticket = Ticket.Arrive(arrival, Reference.Random(), owner.Agent, owner.Why, new AnswerPromised(answer.Due, words, matter.Reception == Reception.Silent || HaveHadEnough(earlier, now), answer.Reckoned), now);
        return await Store(ticket, matter, db, now, stop);
    }

    // A brake: two machines that answer each other's receipts come to rest, whatever else they hide behind.
    private static bool HaveHadEnough(IReadOnlyList<DateTimeOffset> earlier, DateTimeOffset now) => earlier.Count(at => at > now - BrakeHour) >= MostReceipts;

    /// <summary>A time within a day that the customer's words name: it orders the queue at once, so the promise looks to it too.</summary>
    private static DateTimeOffset? Pressing(string body, CompanyNow company, DateTimeOffset now) =>
        NamedTimes.In(body, now, company.Zone) is { } found && (found.Until?.AddMinutes(-1) ?? found.At) is var latest && latest > now && latest - now <= Ticket.CountsAtOnceWithin ? latest.ToUniversalTime() : null;

    /// <summary>From somebody we don't listen to: nothing of it is lost, and nothing is sent to them.</summary>
    private async Task<Ticket> KeepAside(NewMatter matter, Person customer, Topic topic, Roster roster, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var duty = roster.Agent(roster.DutyAgent);
        var until = company.AsideUntil(topic.Id, now);
        var words = telling.Acknowledgement(company, matter.Language!.Value, customer, duty, new Forecast(until + Ticket.AsideBeforeDue, IsInTime: true), null, null, now, topic.Id);
        var arrival = new Arrival(customer.Id, topic.Id, matter.Language!.Value, matter.Subject, matter.Body, matter.Channel, matter.Source, Requester: matter.RequestedBy);
        return await Store(Ticket.ArriveAside(arrival, Reference.Random(), duty.Id, until, words, now), matter, db, now, stop);
    }

    private static async Task<Ticket> Store(Ticket ticket, NewMatter matter, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        ticket.Messages[0].Attach(await db.Keep(matter.Files, now, stop), now);
        db.Tickets.Add(ticket);
        // A form's key tells what was typed; a program's doesn't, so what it sent is remembered beside the message.
        db.Remember(matter.Source.Fingerprint is null ? null : matter.Source, ticket.Id, now);
        return ticket;
    }

    /// <summary>Whoever asks colleagues is known to us by name and address.</summary>
    private static async Task<NewMatter> AsTheyAreCalled(NewMatter matter, LupausDb db, CancellationToken stop)
    {
        if (matter.RequestedBy is not { } id)
            return matter;
        var agent = await db.Agents.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Activity != null, stop) ?? throw new RuleBroken(Refusal.Because("agent.inactive"));
        return matter with { Name = agent.Name, Email = agent.Email, Phone = null, Likely = matter.Likely ?? agent.DeskLanguage };
    }

    /// <summary>Mail has no page that could say no: where nobody else works here, one's own mail is a matter as any other.</summary>
    private static AgentId? WhoAsks(NewMatter matter, Roster everybody) =>
        matter is { Channel: Channel.Mail, RequestedBy: { } asks } && !everybody.HasOthersThan(asks) ? null : matter.RequestedBy;

    /// <summary>Who writes, and in what language: as was said, as the words tell, else as is likely.</summary>
    private async Task<(Person, LanguageCode)> Meet(NewMatter matter, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var email = matter.Email?.Value;
        var phone = matter.Phone?.Value;
        var reached = db.Contacts.Where(c => (c.Kind == ContactKind.Email && c.Value == email) || (c.Kind == ContactKind.Phone && c.Value == phone));
        var known = await db.People.Include(p => p.Contacts).Where(p => reached.Select(c => c.PersonId).Contains(p.Id))
            .OrderByDescending(p => p.Contacts.Any(c => c.Kind == ContactKind.Email && c.Value == email)).ThenBy(p => p.Id).FirstOrDefaultAsync(stop)
            ?? await WhoAskedBefore(matter, db, now, stop);
        var told = matter.Language ?? reading.LanguageOf($"{matter.Subject}\n{matter.Body}");
        var language = told ?? matter.Likely ?? known?.Language ?? company.Language;
        if (known is not null)
        {
            known.IsCalled(matter.Name);
            if (told is { } spoken)
                known.Speaks(spoken);
            return (known, language);
        }
        var met = Person.Meet(matter.Name, matter.Email, matter.Phone, language, now);
        db.People.Add(met);
        return (met, language);
    }

    /// <summary>One of ours has another address now than when they asked before: they are the same human, and are written to there.</summary>
    private static async Task<Person?> WhoAskedBefore(NewMatter matter, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (matter is not { RequestedBy: { } asks, Email: { } address })
            return null;
        var person = await db.People.Include(p => p.Contacts)
            .FirstOrDefaultAsync(p => p.Id == db.Tickets.Where(t => t.RequesterId == asks).OrderByDescending(t => t.Id).Select(t => t.CustomerId).FirstOrDefault(), stop);
        person?.Add(new Contact(person.Id, address), asks, now);
        person?.Prefer(ContactKind.Email, address.Value, asks, now);
        return person;
    }

    private static async Task<(ChosenOwner Owner, Agent Named)> ChooseOwner(Person customer, Roster roster, NewMatter matter, LupausDb db, CancellationToken stop)
    {
        if (roster.Candidates.FirstOrDefault(c => c.Agent == matter.BroughtBy && c is { IsAble: true, IsAway: false }) is { } brought)
            return (new ChosenOwner(brought.Agent, OwnerReason.BroughtIt), roster.Agent(brought.Agent));
        var present = await db.Tickets.Where(t => t.CustomerId == customer.Id && t.Closure == null)
            .OrderByDescending(t => t.LastWordAt).Select(t => (AgentId?)t.OwnerId).FirstOrDefaultAsync(stop);
        // A colleague asks those who know about it: who answers another request of theirs isn't thereby one of them.
        var knows = matter.RequestedBy is null || roster.Candidates.Any(c => c.Agent == present && c.IsAble);
        var owner = roster.Choose(knows ? present : null);
        return (owner, roster.Agent(owner.Agent));
    }

    private static OpenedTicket LinkTo(Ticket ticket, LupausDb db, DateTimeOffset now)
    {
        var link = new CustomerLink(ticket.Id, ticket.CustomerId, now);
        db.CustomerLinks.Add(link);
        return new OpenedTicket(ticket.Id, ticket.Reference, link.Id);
    }
}
