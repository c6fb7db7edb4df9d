using Lupaus.Care.Playbooks;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Work.Search;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Search;
using Lupaus.Work.Batches;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>An open ticket that seems to be about a playbook's trouble, and what would go out in it.</summary>
/// <param name="Words">The customer's own words that speak for it.</param>
/// <param name="WhyNot">Why it can't be answered with the others; null when it can.</param>
public sealed record TroubledTicket(Ticket Ticket, string Customer, IReadOnlyList<string> Words, FirstAid Aid, Refusal? WhyNot);

/// <summary>
/// The open tickets that a playbook's signs find: by the index of what was said, and those that were recognised as they came. Not
/// those that have got its answer, nor those of which somebody has said that they are about something else.
/// </summary>
public sealed class TroubledTickets(IDbContextFactory<LupausDb> databases, KnownPlaybooks known, OurCompany ourCompany, WordsForSearch words, SearchDialect dialect, TimeProvider clock)
{
    /// <summary>As many as can be answered with one press.</summary>
    public const int Most = Batch.Most;

    /// <summary>The newest entries of the index that are looked at: many of them are our own words, or of closed tickets.</summary>
    private const int MostEntries = 3_000;

    /// <param name="besides">One that somebody knows to be about it, found or not.</param>
    public async Task<IReadOnlyList<TroubledTicket>> Of(Playbook playbook, Reference? besides, Colleague me, CancellationToken stop)
    {
        var (company, signs) = (await ourCompany.Now(stop), (await known.Now(stop)).Signs.GetValueOrDefault(playbook.Id) ?? Signs.None);
        await using var db = await databases.CreateDbContextAsync(stop);
        var asked = besides is { } reference ? await db.Tickets.Where(t => t.Reference == reference && t.Closure == null).Select(t => t.Id).ToArrayAsync(stop) : null;
        var matches = await Matches(playbook.Id, asked, db, stop);
        var found = (asked is null && signs.Ways.Count > 0 ? await Found(playbook.Id, signs, db, stop) : [])
            .Concat(matches.Where(m => m.IsOpen).Select(m => (m.TicketId, m.SeenIn))).Where(f => asked is null || asked.Contains(f.TicketId))
            .Concat((asked ?? []).Select(id => (id, (MessageId?)null)))
            .DistinctBy(f => f.Item1).Take(Most).ToDictionary(f => f.Item1, f => f.Item2);
        TicketId[] ids = [.. found.Keys];
        if (ids.Length == 0)
            return [];
        var tickets = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).OrderByDescending(t => t.Id).ToListAsync(stop);
        var customers = await db.People.AsNoTracking().Include(p => p.Contacts).Where(p => db.Tickets.Any(t => ids.Contains(t.Id) && t.CustomerId == p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var bodies = await Bodies(found, db, stop);
        var (inTheWay, now) = (await db.InTheWay(ids, playbook.Id, me.Id, stop), clock.Now());
        return [.. tickets.Select(Row).Where(row => row.Words.Count > 0 || asked?.Contains(row.Ticket.Id) == true || matches.Any(m => m.TicketId == row.Ticket.Id))];

        TroubledTicket Row(Ticket ticket)
        {
            var customer = customers[ticket.CustomerId];
            var aid = FirstAid.In(ticket, playbook, customer, me.FirstName, company, now);
            var match = matches.FirstOrDefault(m => m.TicketId == ticket.Id);
            return new TroubledTicket(ticket, customer.Name, WordsIn(ticket, bodies.GetValueOrDefault(ticket.Id), signs), aid, aid.WhyNotGive(ticket, match, inTheWay, null, me.Id, now));
        }
    }

    /// <summary>The words of the customer's that speak for it, as they stand there.</summary>
    public IReadOnlyList<string> WordsIn(Ticket ticket, string? body, Signs signs)
    {
        var text = RecogniseTrouble.TextOf(ticket.Subject, body);
        return [.. signs.In(words.Tokens(text, ticket.Language)).Select(s => s.Of(text)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyList<(TicketId TicketId, MessageId? SeenIn)>> Found(PlaybookId id, Signs signs, LupausDb db, CancellationToken stop)
    {
        var entries = dialect.Newest(signs.Ways, MostEntries, db).Where(e =>
            db.Tickets.Any(t => t.Id == e.TicketId && t.Closure == null && t.AsideUntil == null) &&
            (e.MessageId == null || db.Messages.Any(m => m.Id == e.MessageId && m.Direction == Direction.FromCustomer)) &&
            !db.PlaybookMatches.Any(m => m.TicketId == e.TicketId && m.PlaybookId == id && (m.AnsweredAt != null || m.DismissedAt != null)));
        return [.. (await entries.OrderByDescending(e => e.Id).Take(Most * 3).Select(e => new { e.TicketId, e.MessageId }).ToListAsync(stop)).Select(e => (e.TicketId, e.MessageId))];
    }

    private static async Task<IReadOnlyList<PlaybookMatch>> Matches(PlaybookId id, TicketId[]? asked, LupausDb db, CancellationToken stop) =>
        await db.PlaybookMatches.AsNoTracking().Where(m => m.PlaybookId == id &&
                ((asked != null && asked.Contains(m.TicketId)) || (m.AnsweredAt == null && m.DismissedAt == null && db.Tickets.Any(t => t.Id == m.TicketId && t.Closure == null && t.AsideUntil == null))))
            .OrderByDescending(m => m.TicketId).Take(Most).ToListAsync(stop);

    private static async Task<Dictionary<TicketId, string>> Bodies(IReadOnlyDictionary<TicketId, MessageId?> found, LupausDb db, CancellationToken stop)
    {
        MessageId[] messages = [.. found.Values.OfType<MessageId>()];
        var bodies = messages.Length == 0 ? [] : await db.Messages.AsNoTracking().Where(m => messages.Contains(m.Id)).Select(m => new { m.Id, Body = m.Body.Substring(0, RecogniseTrouble.MostLetters) }).ToDictionaryAsync(m => m.Id, m => m.Body, stop);
        return found.Where(f => f.Value is { } message && bodies.ContainsKey(message)).ToDictionary(f => f.Key, f => bodies[f.Value!.Value]);
    }
}
