using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// What is heard of letters after they left: one didn't arrive, or is late. A letter that came back says so, its address
/// counts as dead where the server says that of it, and whoever answers for the matter hears of it.
/// </summary>
public sealed class Letters(Telling telling, TimeProvider clock)
{
    /// <summary>Refused where no such letter left, or not to that address. Tells which ticket it is of; null where it is of none.</summary>
    internal async Task<Ticket?> NotReached(OutboxEntry entry, Returned why, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        entry.WhyNotComeBack(why).StopIfAny();
        var now = clock.Now();
        var isNews = why.GaveUp && entry.ComesBack(why, now);
        if (isNews && why.IsOfTheAddress && entry.Letter is Letter.Message or Letter.Copy or Letter.FreshLinks)
            await MarkDead(entry.Address!, now, db, stop);
        if (entry.Letter is not (Letter.Message or Letter.Copy))
            return null;
        var ticket = await TicketOf(entry, db, stop);
        var unreached = new Unreached(entry.CopyOf ?? entry.Id, entry.Id, await CopiedTo(entry, db, stop), why.Status);
        if (isNews)
            ticket.DidNotReach(unreached, await ToDo(ticket, db, stop), ReachBy(ticket, company, now), now);
        else if (!why.GaveUp && entry.State != Dispatch.NotReached)
            ticket.IsDelayed(unreached, now);
        return ticket;
    }

    /// <summary>Its sending broke off where it may have gone or not.</summary>
    internal async Task Unsure(OutboxEntry entry, string trouble, LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        entry.Unknown(trouble, now);
        (await TicketOf(entry, db, stop)).IsUnsure(entry.CopyOf ?? entry.Id, entry.Id, await CopiedTo(entry, db, stop), now);
    }

    /// <summary>What the duty is called: for the owner's eyes.</summary>
    internal async Task<string> ToDo(Ticket ticket, LupausDb db, CancellationToken stop) =>
        telling.ReachAnotherWay(await db.Agents.Where(a => a.Id == ticket.OwnerId).Select(a => a.DeskLanguage).FirstAsync(stop));

    private static async Task MarkDead(string address, DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        var whose = await db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == address).Select(c => (PersonId?)c.PersonId).FirstOrDefaultAsync(stop);
        if (whose is { } person)
            (await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == person, stop)).Mark(ContactKind.Email, address, dead: true, Actor.Lupaus, now);
    }

    /// <summary>Where its words stand now: they may have been moved, or their matter merged into another.</summary>
    private static async Task<Ticket> TicketOf(OutboxEntry entry, LupausDb db, CancellationToken stop)
    {
        var said = entry.CopyOf ?? entry.Id;
        var ticket = await db.Tickets.One(await db.Messages.Where(m => m.Id == said).Select(m => m.TicketId).FirstAsync(stop), stop);
        return ticket.MergedIntoId is { } whole ? await db.Tickets.One(whole, stop) : ticket;
    }

    private static async Task<PersonId?> CopiedTo(OutboxEntry entry, LupausDb db, CancellationToken stop) => entry.Letter != Letter.Copy ? null :
        await db.CustomerLinks.Where(l => l.Id == entry.LinkId).Select(l => (PersonId?)l.PersonId).FirstAsync(stop);

    /// <summary>As soon as an answer would be promised, and no later than what is promised already.</summary>
    private static DateTimeOffset ReachBy(Ticket ticket, CompanyNow company, DateTimeOffset now)
    {
        var answer = ticket.NoLaterThanTold(company.MakerFor(ticket.TopicId).AnswerBy(company.Topic(ticket.TopicId), now).Due, now);
        return ticket.Promise is { } live && live.Due > now && live.Due < answer ? live.Due : answer;
    }
}
