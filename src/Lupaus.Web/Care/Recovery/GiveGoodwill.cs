using Lupaus.Care.Recovery;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Recovery;

/// <summary>
/// One of ours gives a customer something of their own month's limit, unasked. What has to be done for it becomes their
/// duty with the same press, if they wish.
/// </summary>
public sealed class GiveGoodwill(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    /// <param name="dutyDue">By when they do what has to be done; null where nothing has to.</param>
    public async Task For(TicketId id, Gift gift, DateTimeOffset? dutyDue, AgentId by, Source? source, CancellationToken stop)
    {
        var zone = (await ourCompany.Now(stop)).Zone;
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            var giver = await db.Agents.FirstAsync(a => a.Id == by, stop);
            var purse = await db.PurseFor(gift, giver, zone, now, stop);
            Goodwill.WhyNotGive(ticket, gift, purse, by, now).StopIfAny();
            var duty = dutyDue is { } due ? ticket.TakeOn(gift.What, by, due, isTold: false, by, now) : null;
            db.Goodwills.Add(Goodwill.Give(ticket, gift, purse, duty?.Id, by, now));
            giver.GivesGoodwill();
            db.Remember(source, id, now);
        }, stop);
    }
}

/// <summary>Booked by mistake, or not needed after all: it counts no longer, and what was to be done for it is dropped.</summary>
public sealed class TakeGoodwillBack(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, GoodwillId which, string reason, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var goodwill = await db.Goodwills.FirstOrDefaultAsync(g => g.Id == which && (g.TicketId == id || db.Tickets.Any(t => t.Id == g.TicketId && t.MergedIntoId == id)), stop)
            ?? throw new RuleBroken(Refusal.Because("goodwill.unknown"));
        (await db.GoodwillReturns.AnyAsync(r => r.GoodwillId == which, stop) ? Refusal.Because("goodwill.back.already") : null).StopIfAny();
        var role = await db.Agents.Where(a => a.Id == by).Select(a => a.Role).FirstAsync(stop);
        db.GoodwillReturns.Add(GoodwillReturn.Of(goodwill, reason, by, role, now));
        if (goodwill.DutyId is { } duty)
            await Drop(duty, by, db, now, stop);
        db.Remember(source, id, now);
    }, stop);

    /// <summary>Wherever it stands now: a merge takes duties along.</summary>
    private static async Task Drop(DutyId duty, AgentId by, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var owes = await db.Duties.Where(d => d.Id == duty && d.DoneAt == null).Select(d => (TicketId?)d.TicketId).FirstOrDefaultAsync(stop);
        if (owes is { } ticket)
            (await db.Tickets.One(ticket, stop)).FinishDuty(duty, dropped: true, by, now);
    }
}

/// <summary>What each of us may give in a month: set by an admin for everybody, and for one of us.</summary>
public sealed class LimitGoodwill(Changes changes, TimeProvider clock)
{
    public Task ForAll(int cents, AgentId by, CancellationToken stop) => changes.Make(async db =>
        (await db.Companies.FirstAsync(stop)).AllowGoodwill(cents, by, clock.Now()), stop);

    /// <param name="cents">Null for as much as everybody.</param>
    public Task For(AgentId agent, int? cents, AgentId by, CancellationToken stop) => changes.Make(async db =>
        (await db.Agents.FirstAsync(a => a.Id == agent, stop)).LimitGoodwill(cents, by, clock.Now()), stop);
}
