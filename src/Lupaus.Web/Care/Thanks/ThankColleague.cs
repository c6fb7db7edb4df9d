using Lupaus.Care.Thanks;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Thanks;

/// <summary>A colleague who works here is thanked for their help in a matter, open or closed; once by each of us.</summary>
public sealed class ThankColleague(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, AgentId to, string? words, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var ticket = await db.Tickets.One(id, stop);
        (await db.ActiveAgents.AnyAsync(a => a.AgentId == to, stop) ? null : Refusal.Because("thanks.whom")).StopIfAny();
        (await db.ThankYous.AnyAsync(t => t.TicketId == id && t.FromId == by && t.ToId == to && t.TakenBackAt == null, stop) ? Refusal.Because("thanks.already") : null).StopIfAny();
        var now = clock.Now();
        db.ThankYous.Add(ThankYou.Say(ticket.Id, to, words, by, now));
        db.Remember(source, id, now);
    }, stop);
}

/// <summary>Thanks said by mistake are taken back by whoever said them; their words are gone.</summary>
public sealed class TakeThanksBack(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, ThankYouId which, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var thanks = await db.ThankYous.FirstOrDefaultAsync(t => t.Id == which && t.TicketId == id, stop) ?? throw new RuleBroken(Refusal.Because("thanks.unknown"));
        var now = clock.Now();
        thanks.TakeBack(by, now);
        db.Remember(source, id, now);
    }, stop);
}
