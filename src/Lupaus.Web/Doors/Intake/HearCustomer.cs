using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Mail.Quoting;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.People;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Intake;

/// <summary>What a customer writes in a matter of theirs.</summary>
/// <param name="SaysNotSolved">They pressed "not yet", so it opens again whatever the words.</param>
/// <param name="SaysItFailed">They tell that something went wrong: it opens again, and is looked into.</param>
public sealed record CustomerWord(TicketId Ticket, string Body, Channel Channel, Source Source, bool SaysNotSolved = false, bool SaysItFailed = false)
{
    public IReadOnlyList<Upload> Files { get; init; } = [];

    /// <summary>What they called it, where it came by mail.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Who wrote it, where it isn't the customer but somebody who takes part.</summary>
    public PersonId? By { get; init; }

    /// <summary>The understanding of ours that they say isn't quite so: the message that told it.</summary>
    public MessageId? Doubts { get; init; }

    /// <summary>They say thanks and nothing else.</summary>
    public bool IsThanksAlone => ThanksOnly.Is(Body);
}

/// <summary>
/// The customer writes again. An open ticket hears it; a closed one opens again within 30 days, unless it was thanks
/// alone; later than that it is a new ticket that goes on from the old one. Answers which ticket it is in.
/// </summary>
public sealed class HearCustomer(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, Telling telling, TimeProvider clock)
{
    public async Task<TicketId> Say(CustomerWord word, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var heardIn = await changes.Make(async db => (await Say(word, company, db, stop)).Id, stop);
        // A change of its own: as long as a ticket is stored as solved, the schema takes no failure (invariant 6). Should
        // we stop in between, the same word sent again is heard once and looked into then.
        if (word.SaysItFailed)
            await changes.Make(db => LookInto(heardIn, word, company, db, stop), stop);
        return heardIn;
    }

    /// <summary>"Näin se on", said on their page. Where we had been waiting for a word of theirs, this is one.</summary>
    public async Task SayItIsSo(TicketId id, MessageId which, PersonId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            ticket.ConfirmUnderstanding(which, UnderstoodHow.ByPage, by, now, ticket.MakesItOurTurn(UnderstoodHow.ByPage) ? await Promised(ticket, company, db, now, stop) : null);
            db.Remember(source, id, now);
        }, stop);

        async Task<AnswerPromised> Promised(Ticket ticket, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
        {
            var (customer, owner) = (await Customer(ticket, db, stop), await Owner(ticket, db, stop));
            var answer = await forecasts.Again(ticket, owner.Id, company, db, now, stop);
            return new AnswerPromised(answer.Due, telling.Confirmed(company, ticket.Language, customer, owner, answer.Due, now), Reckoned: answer.Reckoned);
        }
    }

    private async Task LookInto(TicketId id, CustomerWord word, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var once = word.Source with { Name = $"{word.Source.Name} failure" };
        if (await db.Done(once, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        var said = await db.Messages.AsNoTracking().FirstAsync(m => m.SourceName == word.Source.Name && m.SourceKey == word.Source.Key, stop);
        ticket.ToldOfFailure(said, telling.LookInto((await Owner(ticket, db, stop)).DeskLanguage), (await forecasts.Again(ticket, ticket.OwnerId, company, db, now, stop)).Due, now);
        db.Remember(once, id, now);
    }

    /// <summary>As part of a greater change: the ticket that heard it.</summary>
    public async Task<Ticket> Say(CustomerWord word, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        if (await db.TicketHearing(word.Source, stop) is { } heard)
            return await db.Tickets.One(heard, stop);
        var now = clock.Now();
        var ticket = await db.Tickets.One(word.Ticket, stop);
        if (ticket.MergedIntoId is { } whole)
            ticket = await db.Tickets.One(whole, stop);
        var message =
            ticket.IsOpen ? await InOpen(ticket, word, company, db, now, stop) :
            !word.SaysNotSolved && !word.SaysItFailed && word.Doubts is null && word.IsThanksAlone ? ticket.HearAfterClosing(word.Body, word.Channel, word.Source, now, word.By) :
            ticket.WhyNotReopen(now) is null ? await InReopened(ticket, word, company, db, now, stop) :
            null;
        if (message is null)
        {
            ticket = await InNew(ticket, word, company, db, now, stop);
            message = ticket.Messages[0];
        }
        else
            await Name(message, ticket, word, db, stop);
        // One that a newer has replaced meanwhile is no longer in doubt; what they say is heard all the same.
        if (word.Doubts is { } understood && ticket.WhyNotDoubtUnderstanding(understood) is null)
            ticket.DoubtUnderstanding(understood, message.Id, word.By ?? ticket.CustomerId, now);
        message.Attach(await Theirs(await db.Keep(word.Files, now, stop), [word.Ticket, ticket.Id], db, stop), now);
        return ticket;
    }

    /// <summary>A picture of our letter comes back within the answer that quotes it, and isn't something they sent.</summary>
    private static async Task<IEnumerable<Enclosure>> Theirs(IReadOnlyList<Enclosure> files, TicketId[] here, LupausDb db, CancellationToken stop)
    {
        var inline = files.Where(f => f.IsInline).Select(f => f.File.Hash).ToArray();
        if (inline.Length == 0)
            return files;
        var ours = await db.Attachments.Where(a => inline.Contains(a.Hash) && db.Messages.Any(m => m.Id == a.MessageId && m.Direction == Direction.ToCustomer && (here.Contains(m.TicketId) || db.Tickets.Any(t => t.Id == m.TicketId && t.MergedIntoId != null && here.Contains(t.MergedIntoId.Value)))))
            .Select(a => a.Hash).ToListAsync(stop);
        return files.Where(f => !f.IsInline || !ours.Contains(f.File.Hash));
    }

    /// <summary>Its subject tells of something else: that is kept, so that one of ours can say whether it is a matter of its own.</summary>
    private static async Task Name(Message message, Ticket ticket, CustomerWord word, LupausDb db, CancellationToken stop)
    {
        if (word.IsThanksAlone || !ticket.IsCalledOtherwise(word.Subject))
            return;
        var id = ticket.Id;
        var parts = await db.Tickets.Where(t => t.MergedIntoId == id).Select(t => t.Subject).ToListAsync(stop);
        if (parts.Count > 0 && !Subjects.IsAnother(word.Subject, parts))
            return;
        var before = await db.Messages.Where(m => m.TicketId == id && m.NewSubject != null && m.BelongsSince != null).Select(m => m.NewSubject!).ToListAsync(stop);
        message.IsCalled(word.Subject, belongs: before.Exists(b => Subjects.AreTheSame(b, word.Subject)));
    }

    private async Task<Message> InOpen(Ticket ticket, CustomerWord word, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (!ticket.WaitsForCustomer)
            return ticket.CustomerWrites(word.Body, word.Channel, word.Source, null, now, word.By);
        var customer = await Customer(ticket, db, stop);
        var owner = await Owner(ticket, db, stop);
        var answer = await forecasts.Again(ticket, owner.Id, company, db, now, stop);
        return ticket.CustomerWrites(word.Body, word.Channel, word.Source, new AnswerPromised(answer.Due, telling.Receipt(company, ticket.Language, customer, owner, answer.Due, now), Reckoned: answer.Reckoned), now, word.By);
    }

    private async Task<Message> InReopened(Ticket ticket, CustomerWord word, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (chosen, owner) = await db.WhoGoesOn(ticket, company, now, stop);
        var customer = await Customer(ticket, db, stop);
        var answer = await forecasts.Again(ticket, owner.Id, company, db, now, stop);
        return ticket.CustomerReopens(word.Body, word.Channel, word.Source, chosen.Agent, chosen.Why,
            new AnswerPromised(answer.Due, telling.Reopened(company, ticket.Language, customer, owner, answer.Due, now), Reckoned: answer.Reckoned), now, word.By);
    }

    private async Task<Ticket> InNew(Ticket earlier, CustomerWord word, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (chosen, owner) = await db.WhoGoesOn(earlier, company, now, stop);
        var customer = await Customer(earlier, db, stop);
        if (await db.IsBlocked(EmailAddress.Read(customer.Email), stop))
            return await KeepAside(earlier, customer, earlier.RequesterId == company.DutyAgent ? owner.Id : company.DutyAgent, word, company, db, now, stop);
        var answer = await forecasts.Again(earlier, owner.Id, company, db, now, stop);
        var words = telling.Acknowledgement(company, earlier.Language, customer, owner, answer.Forecast, null, null, now);
        var arrival = new Arrival(earlier.CustomerId, earlier.TopicId, earlier.Language, earlier.IsCalledOtherwise(word.Subject) ? word.Subject : earlier.Subject, word.Body, word.Channel, word.Source, Follows: earlier.Id, By: word.By, Requester: earlier.RequesterId);
        var ticket = Ticket.Arrive(arrival, Reference.Random(), chosen.Agent, chosen.Why, new AnswerPromised(answer.Due, words, Reckoned: answer.Reckoned), now);
        foreach (var participant in earlier.Participants)
            ticket.LetTakePart(participant.PersonId, participant.Email, Actor.Lupaus, now);
        db.Tickets.Add(ticket);
        return ticket;
    }

    /// <summary>From somebody we don't listen to any more: kept, and not acknowledged.</summary>
    private async Task<Ticket> KeepAside(Ticket earlier, Person customer, AgentId keeper, CustomerWord word, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var duty = await db.Agents.AsNoTracking().FirstAsync(a => a.Id == keeper, stop);
        var until = company.AsideUntil(earlier.TopicId, now);
        var words = telling.Acknowledgement(company, earlier.Language, customer, duty, new Forecast(until + Ticket.AsideBeforeDue, IsInTime: true), null, null, now);
        var arrival = new Arrival(earlier.CustomerId, earlier.TopicId, earlier.Language, earlier.Subject, word.Body, word.Channel, word.Source, Follows: earlier.Id, Requester: earlier.RequesterId);
        var ticket = Ticket.ArriveAside(arrival, Reference.Random(), duty.Id, until, words, now);
        db.Tickets.Add(ticket);
        return ticket;
    }

    private static Task<Agent> Owner(Ticket ticket, LupausDb db, CancellationToken stop) =>
        db.Agents.AsNoTracking().FirstAsync(a => a.Id == ticket.OwnerId, stop);

    private static Task<Person> Customer(Ticket ticket, LupausDb db, CancellationToken stop) =>
        db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
}
