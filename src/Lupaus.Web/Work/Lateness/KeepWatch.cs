using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Lateness;

/// <summary>
/// One look at the clock: reminders whose time has come go out, and promises that lapsed are broken, renewed and told.
/// </summary>
public sealed class KeepWatch(IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, Telling telling, AnswerForecasts forecasts, TimeProvider clock, ILogger<KeepWatch> log)
{
    /// <summary>More than this late means that Lupaus itself was off; then the lead gets time to look before mail goes out.</summary>
    private static readonly TimeSpan WasOff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HoldForLead = TimeSpan.FromMinutes(15);

    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        foreach (var due in await RemindersDue(stop))
            await Try(() => Remind(due, company, stop));
        var lapsed = InOwnersLine(await Lapsed(stop));
        foreach (var customer in lapsed.GroupBy(l => l.Customer))
            await Try(() => Renew([.. customer], company, stop));
    }

    /// <summary>Nobody can answer everything at once: each owner's renewed promises come one after the other.</summary>
    private static IEnumerable<Lapse> InOwnersLine(IEnumerable<Lapse> lapsed) =>
        lapsed.GroupBy(l => l.Owner).SelectMany(owner => owner.Select((l, place) => l with { Place = place }));

    /// <summary>One that can't be done now must not keep the others waiting; the next look comes soon.</summary>
    private async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A promise could not be renewed or a reminder sent; the watch tries again soon.");
        }
    }

    private async Task<List<TicketId>> RemindersDue(CancellationToken stop)
    {
        var soon = clock.Now() + Ticket.RemindBefore;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.ComingUpBy(soon).Where(t => t.Promise!.Kind == PromiseKind.CheckBack && t.Promise.Due <= soon && !db.HeldReplies.Any(h => h.TicketId == t.Id))
            .OrderBy(t => t.Promise!.Due).Select(t => t.Id).ToListAsync(stop);
    }

    private Task Remind(TicketId id, CompanyNow company, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        if (ticket.WhyNotCloseUnanswered(now) is null)
        {
            ticket.CloseUnanswered(telling.ClosedUnanswered(ticket.Language), now);
            return;
        }
        if (ticket.WhyNotStopWaiting(now) is null)
        {
            await TakeTheTurn(ticket, company, db, now, stop); // something is ours to do or to settle
            return;
        }
        if (ticket.WhyNotRemind(now) is not null)
            return; // the customer wrote, or somebody replied, while we were looking
        var number = ticket.Promise!.WordsIn;
        var words = await db.PromiseWords.Where(w => w.TicketId == id && w.Number == number).Select(w => w.Text).FirstAsync(stop);
        ticket.Remind(words, AskAgainAt(ticket, company, now), now);
    }, stop);

    private async Task TakeTheTurn(Ticket ticket, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (answer, customer, owner) = (await forecasts.Again(ticket, ticket.OwnerId, company, db, now, stop), await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop), await db.Agents.AsNoTracking().FirstAsync(a => a.Id == ticket.OwnerId, stop));
        var promised = new AnswerPromised(answer.Due, telling.GoesOnAlone(company, ticket.Language, customer, owner, answer.Due, now), Reckoned: answer.Reckoned);
        ticket.TakeTheTurn(promised, now);
    }

    /// <summary>As long again as the first time, in open hours.</summary>
    private static DateTimeOffset AskAgainAt(Ticket ticket, CompanyNow company, DateTimeOffset now)
    {
        var hours = company.HoursOf(ticket.TopicId);
        var again = hours.Between(ticket.Promise!.MadeAt, ticket.Promise.Due);
        var least = TimeSpan.FromHours(1);
        return ticket.NoLaterThanTold(company.MakerFor(ticket.TopicId).InOpenHours(now, again < least ? least : again), now);
    }

    // A reply that was sent in time has kept its promise, though it leaves in a moment.
    private async Task<List<Lapse>> Lapsed(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.ComingUpBy(now).Where(t => t.Promise!.Kind != PromiseKind.CheckBack && t.Promise.Due < now && !db.HeldReplies.Any(h => h.TicketId == t.Id))
            .OrderBy(t => t.Promise!.Due).Select(t => new Lapse(t.Id, t.CustomerId, t.OwnerId, 0)).ToListAsync(stop);
    }

    /// <summary>One customer's promises that lapsed: each is broken and renewed, and one letter tells of them all.</summary>
    private Task Renew(IReadOnlyCollection<Lapse> lapses, CompanyNow company, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var (lapsed, standIns) = (new List<Renewal>(), await db.StandIns(now, stop));
        foreach (var lapse in lapses)
        {
            var ticket = await db.Tickets.One(lapse.Ticket, stop);
            if (ticket.Promise is not { } promise || ticket.WaitsForCustomer || !promise.IsLapsed(now))
                continue; // somebody was faster, and that is the best that could happen
            var lead = await Lead(ticket, company, standIns, db, stop);
            var promiser = ticket.LapsesSinceOurWord > 0 ? lead : await db.Agents.AsNoTracking().FirstAsync(a => a.Id == promise.Promiser, stop);
            lapsed.Add(new Renewal(ticket, promise, lead.Id, promiser, await forecasts.Anew(ticket, lapse.Place, company, now, stop)));
        }
        var toTell = lapsed.Where(r => r.Ticket.LapsesSinceOurWord == 0).ToArray();
        var writing = await WhereOwnersWrite([.. lapses.Select(l => l.Ticket)], db, now, stop);
        foreach (var renewal in lapsed)
        {
            var words = toTell.Length > 1 && renewal == toTell[0]
                ? telling.LateWithMany(company, renewal.Ticket.Language, [.. toTell.Select(r => (r.Ticket.Subject, r.Promiser, r.Due))], now)
                : telling.Late(company, renewal.Ticket.Language, renewal.Promiser, renewal.Was.Due, renewal.Due, now);
            var hold =
                now - renewal.Was.Due > WasOff ? HoldForLead :
                writing.Contains(renewal.Ticket.Id) ? Unsent.Writing :
                TimeSpan.Zero;
            renewal.Ticket.Lapse(renewal.Due, renewal.Lead, words, hold, onPageOnly: toTell.Length > 1 && renewal != toTell[0], now, renewal.Answer.Reckoned);
        }
    }, stop);

    /// <summary>An answer may be a minute away: then no robot goes first.</summary>
    private static async Task<HashSet<TicketId>> WhereOwnersWrite(IReadOnlyCollection<TicketId> tickets, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var lately = now - Unsent.Writing;
        return [.. await db.Unsent.Where(u => tickets.Contains(u.TicketId) && u.Reply != null && u.ChangedAt > lately)
            .Where(u => db.Tickets.Any(t => t.Id == u.TicketId && t.OwnerId == u.AgentId)).Select(u => u.TicketId).ToListAsync(stop)];
    }

    /// <summary>One who is here, before those who are away.</summary>
    private static async Task<Agent> Lead(Ticket ticket, CompanyNow company, StandIns standIns, LupausDb db, CancellationToken stop)
    {
        var leads = await db.Agents.AsNoTracking().Where(a => a.Activity != null && a.Role != Role.Agent && a.Id != ticket.OwnerId && a.Id != ticket.RequesterId).ToListAsync(stop);
        return leads.OrderBy(a => standIns.IsAway(a.Id)).ThenBy(a => a.Role == Role.Lead ? 0 : 1).ThenBy(a => a.Id.Value).FirstOrDefault()
            ?? await db.Agents.AsNoTracking().FirstAsync(a => a.Id == (company.DutyAgent == ticket.RequesterId ? ticket.OwnerId : company.DutyAgent), stop);
    }

    private sealed record Lapse(TicketId Ticket, PersonId Customer, AgentId Owner, int Place);

    private sealed record Renewal(Ticket Ticket, Promise Was, AgentId Lead, Agent Promiser, ForecastAnswer Answer)
    {
        public DateTimeOffset Due => Answer.Due;
    }
}
