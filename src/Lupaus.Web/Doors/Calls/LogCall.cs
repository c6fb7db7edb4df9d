using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Calls;

/// <summary>
/// A call in a matter there is: it settles the promise as a reply does, or is on record as tried. What waited to be told
/// by ringing is told with it, or put off until the next try.
/// </summary>
public sealed class LogCall(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, Telling telling, Words words, TimeProvider clock)
{
    /// <param name="takes">The matter began with this call, and whoever is on the line answers for it.</param>
    public async Task For(TicketId id, CallMade made, bool takes, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var once = source is null ? null : source with { Name = $"{source.Name} call" };
        // Opening again makes a promise, and one change can't make two.
        await changes.Make(db => OpenAgain(id, made, by, once, company, db, stop), stop);
        await changes.Make(db => Log(id, made, takes, by, once, company, db, stop), stop);
    }

    private async Task OpenAgain(TicketId id, CallMade made, AgentId by, Source? once, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var goesOn = made.Call.IsReached && made.Next is not (null or WhatNext.Solves or WhatNext.CannotHelp);
        if (!goesOn || await db.Done(once, stop) is not null || await db.Tickets.One(id, stop) is not { IsOpen: false } ticket)
            return;
        var now = clock.Now();
        (Message.WhyNotSay(made.Summary) ?? made.Call.WhyNotHave(now) ?? WhyNotPromise(made.Next!, now) ?? ticket.WhyNotReopen(now)).StopIfAny();
        var (chosen, owner) = await db.WhoGoesOn(ticket, company, now, stop);
        var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        // Not learnt from: whoever is on the line has their answer in the same moment.
        var due = (await forecasts.Again(ticket, owner.Id, company, db, now, stop)).Due;
        ticket.Reopen(chosen.Agent, chosen.Why, new AnswerPromised(due, telling.Reopened(company, ticket.Language, customer, owner, due, now)), by, now);
    }

    private async Task Log(TicketId id, CallMade made, bool takes, AgentId by, Source? once, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        if (await db.Done(once, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        if (ticket.MergedIntoId is { } whole)
            ticket = await db.Tickets.One(whole, stop);
        if (takes && ticket.IsUntouched && ticket.OwnerId != by)
            ticket.PassTo(by, OwnerReason.TookNext, null, by, now);
        // The company's own language, so that whoever rings next finds the same duty done.
        var toDo = words.In(company.Language)["calls.again"];
        ticket.LogCall(await PutOff(ticket.Id, made, toDo, now, db, stop), toDo, by, now);
        db.Remember(once, ticket.Id, now);
    }

    /// <summary>What was to be told by this call is to be told by the next; that is no duty beside it.</summary>
    private static async Task<CallMade> PutOff(TicketId ticket, CallMade made, string toDo, DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        if (made.Call.IsReached || made.TryAgainAt is not { } again)
            return made;
        var owed = await db.Outbox.Where(o => o.TicketId == ticket && o.Way == Way.Call && o.State == Dispatch.Waiting).ToListAsync(stop);
        if (owed.Count == 0)
            return made;
        Duty.WhyNotOwe(toDo, again, now).StopIfAny();
        foreach (var call in owed)
            call.PutOff(again);
        return made with { TryAgainAt = null };
    }

    private static Refusal? WhyNotPromise(WhatNext next, DateTimeOffset now) => next switch
    {
        WhatNext.Promises promises => Promise.WhyNotPromise(promises.Due, now),
        WhatNext.WaitsForCustomer waits => Promise.WhyNotPromise(waits.AskAgainAt, now),
        _ => Refusal.Because("promise.answered"),
    };
}
