using Lupaus.Care.Playbooks;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>What a ticket seems to be about, with the answer that is prepared for it.</summary>
/// <param name="Words">The customer's own words that speak for it; none where they can't be shown any more.</param>
public sealed record FirstAidOffer(Playbook Playbook, IReadOnlyList<string> Words, FirstAid Aid);

/// <summary>What is offered in a ticket, as long as the trouble goes on.</summary>
public sealed class FirstAidOffers(KnownPlaybooks known, TroubledTickets troubled, TimeProvider clock)
{
    public async ValueTask<IReadOnlyList<FirstAidOffer>> In(Ticket ticket, Person customer, IReadOnlyList<PlaybookMatch> matches, Func<MessageId, string?> bodyOf, Colleague me, CompanyNow company, CancellationToken stop)
    {
        if (!ticket.IsOpen || ticket.WhyNotServe(me.Id) is not null || !matches.Any(m => m.IsOpen))
            return [];
        var (playbooks, now) = (await known.Now(stop), clock.Now());
        var open = matches.Where(m => m.IsOpen).ToDictionary(m => m.PlaybookId);
        return
        [
            .. playbooks.GoingOn(now).Where(p => open.ContainsKey(p.Id)).Select(p => new FirstAidOffer(
                p, open[p.Id].SeenIn is { } message && bodyOf(message) is { } body ? troubled.WordsIn(ticket, body, playbooks.Signs[p.Id]) : [],
                FirstAid.In(ticket, p, customer, me.FirstName, company, now))),
        ];
    }
}

/// <summary>The same in short for programs.</summary>
public sealed class RecognisedForPrograms(KnownPlaybooks known, TimeProvider clock)
{
    public async Task<ILookup<TicketId, RecognisedJson>> In(IReadOnlyCollection<TicketId> tickets, LupausDb db, CancellationToken stop)
    {
        var goingOn = (await known.Now(stop)).GoingOn(clock.Now()).ToDictionary(p => p.Id, p => p.Name);
        if (goingOn.Count == 0 || tickets.Count == 0)
            return Array.Empty<TicketId>().ToLookup(t => t, _ => (RecognisedJson)null!);
        var found = await db.PlaybookMatches.Where(m => tickets.Contains(m.TicketId) && m.AnsweredAt == null && m.DismissedAt == null).Select(m => new { m.TicketId, m.PlaybookId, m.SeenIn }).ToListAsync(stop);
        return found.Where(f => goingOn.ContainsKey(f.PlaybookId)).ToLookup(f => f.TicketId, f => new RecognisedJson(f.PlaybookId, goingOn[f.PlaybookId], f.SeenIn));
    }
}
