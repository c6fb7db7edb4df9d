using System.Globalization;
using Lupaus.Core.Links;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>
/// A customer has lost their link and asks for a fresh one. The letter goes only to an address we know, and carries
/// links to that person's own matters: the open ones, and those closed lately. Nobody learns from the answer whether
/// we know the address, and no mailbox is flooded.
/// </summary>
public sealed class AskForLinks(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    public const int LettersADay = 3;
    private const int MostMatters = 20;

    public async Task To(EmailAddress address, Source source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(db => Write(address, source, company, db, stop), stop);
    }

    private async Task Write(EmailAddress address, Source source, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        if (await db.Done(source, stop) is not null || await Whose(address, db, stop) is not { } person)
            return;
        var matters = await Matters(person, db, now, stop);
        if (matters.Count == 0 || await LetterOfToday(person, company, db, now, stop) is not { } letter)
            return;
        CustomerLink[] links = [.. matters.Select(ticket => new CustomerLink(ticket, person, now))];
        db.CustomerLinks.AddRange(links);
        db.Outbox.Add(OutboxEntry.OfLinks(links[0].Id, address, company.Email.Value.Split('@')[1], now));
        db.Remember(letter, null, now);
        db.Remember(source, null, now);
    }

    private static Task<PersonId?> Whose(EmailAddress address, LupausDb db, CancellationToken stop)
    {
        var email = address.Value;
        return db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == email).Select(c => (PersonId?)c.PersonId).FirstOrDefaultAsync(stop);
    }

    private static Task<List<TicketId>> Matters(PersonId person, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var lately = now - Closure.Reopenable;
        return db.Tickets.Where(t => t.CustomerId == person && t.MergedIntoId == null && (t.RequesterId == null || db.ActiveAgents.Any(a => a.AgentId == t.RequesterId)) && (t.Closure == null || (t.Closure.At >= lately && t.Closure.How != HowClosed.NotService)))
            .OrderBy(t => t.Closure == null ? 0 : 1).ThenByDescending(t => t.LastWordAt).Take(MostMatters).Select(t => t.Id).ToListAsync(stop);
    }

    /// <summary>The next letter of the day to this person; null when they have had them all. Two at once never get the same one.</summary>
    private static async Task<Source?> LetterOfToday(PersonId person, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var today = TimeZoneInfo.ConvertTime(now, company.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var number = 1; number <= LettersADay; number++)
        {
            var letter = Source.Of(string.Create(CultureInfo.InvariantCulture, $"fresh-links {person.Value}"), $"{today} {number}");
            if (await db.Done(letter, stop) is null)
                return letter;
        }
        return null;
    }
}
