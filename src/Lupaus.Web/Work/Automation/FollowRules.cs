using System.Collections.Concurrent;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <summary>
/// Lets the rules act: on what has happened, and on what the clock brings. Each rule acts in a change of its own, and the
/// row that says so is part of it: whoever tries it again, after a crash or on another node, finds it done.
/// </summary>
public sealed class FollowRules(
    IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, KnownAutomation known, Doers doers, SendWebhooksBell webhooks, TimeProvider clock, ILogger<FollowRules> log)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>What the clock brought while we were off is still looked at, so far back.</summary>
    private static readonly TimeSpan WasOff = TimeSpan.FromDays(7);

    /// <summary>A promise may be stored a little after the moment at which it is threatened already.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<RuleId, DateTimeOffset> lookedAt = new();

    /// <summary>How many causes were looked at.</summary>
    public async Task<int> Now(CancellationToken stop)
    {
        var now = clock.Now();
        List<RuleCause> causes;
        await using (var db = await databases.CreateDbContextAsync(stop))
            causes = await db.RuleCauses.AsNoTracking().Where(c => c.ClaimedUntil == null || c.ClaimedUntil <= now).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(stop);
        var done = 0;
        foreach (var cause in causes)
        {
            if (!await Take(cause.Id, stop))
                continue;
            foreach (var rule in (await known.Now(stop)).RulesOn.Where(r => !r.When.FollowsClock && r.When.Event == cause.Event))
                await Act(rule.Id, cause.TicketId, new Occasion(cause.Id, cause.At), cause.Step, stop);
            await changes.Make(async db =>
            {
                if (await db.RuleCauses.FirstOrDefaultAsync(c => c.Id == cause.Id, stop) is { } looked)
                    db.RuleCauses.Remove(looked);
            }, stop);
            done++;
        }
        return done;
    }

    /// <summary>What the clock alone brings: time that has passed, promises that are threatened.</summary>
    public async Task LookAtClock(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        foreach (var rule in (await known.Now(stop)).RulesOn.Where(r => r.When.FollowsClock))
        {
            var now = clock.Now();
            try
            {
                await Look(rule, company, lookedAt.GetValueOrDefault(rule.Id, now - WasOff) - Overlap, now, stop);
                lookedAt[rule.Id] = now;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Rule {Rule} could not look at the clock this time; it looks again soon.", rule.Id.Value);
            }
        }
    }

    private async Task Look(Rule rule, CompanyNow company, DateTimeOffset from, DateTimeOffset now, CancellationToken stop)
    {
        var due = new List<(TicketId Ticket, Occasion Occasion)>();
        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            foreach (var batch in (await db.GoingOn(rule.When, company, from, now).Distinct().ToListAsync(stop)).Chunk(Dossiers.AtOnce))
            {
                foreach (var dossier in await db.Read(batch, rule.Text, stop))
                    due.AddRange(dossier.Occasions(rule.When, company).Where(o => o.At > from && o.At <= now && rule.Concerns(o)).Select(o => (dossier.Id, o)));
            }
        }
        foreach (var (ticket, occasion) in due.OrderBy(d => d.Occasion.At))
            await Act(rule.Id, ticket, occasion, 1, stop);
    }

    private Task<bool> Take(long id, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        return await db.RuleCauses.FirstOrDefaultAsync(c => c.Id == id, stop) is { } cause && cause.Claim(now, now + Claim);
    }, stop);

    private async Task Act(RuleId id, TicketId ticket, Occasion occasion, int step, CancellationToken stop)
    {
        try
        {
            var company = await ourCompany.Now(stop);
            await changes.Make(db => Act(db, id, ticket, occasion, step, company, stop), stop);
            webhooks.Ring();
        }
        catch (RuleBroken broken)
        {
            await Ended(id, ticket, occasion, step, RunEnd.Refused, broken.Refusal.Key, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Rule {Rule} failed on a ticket, and it is our fault.", id.Value);
            await Ended(id, ticket, occasion, step, RunEnd.Failed, "rule.fault", stop);
        }
    }

    private async Task Act(LupausDb db, RuleId id, TicketId ticketId, Occasion occasion, int step, CompanyNow company, CancellationToken stop)
    {
        var now = clock.Now();
        var rule = await db.Rules.AsNoTracking().FirstAsync(r => r.Id == id, stop);
        if (!rule.Concerns(occasion) || await HasActed(db, id, ticketId, occasion, stop))
            return;
        var dossier = (await db.Read([ticketId], rule.Text, stop))[0];
        if (!rule.Text.Fits(dossier.At(now, company)))
            return;
        var lately = now - Rule.BrakeTime;
        if (await db.RuleRuns.CountAsync(r => r.TicketId == ticketId && r.At > lately, stop) >= Rule.MostOnOneTicket)
        {
            db.RuleRuns.Add(new RuleRun(id, ticketId, occasion.Cause, step, RunEnd.Braked, "rule.brake", now));
            return;
        }
        db.RuleRuns.Add(new RuleRun(id, ticketId, occasion.Cause, step, RunEnd.Done, null, now));
        var at = new InHand(await db.Tickets.One(ticketId, stop), db, company, null, rule, now);
        at.Ticket.ActedOnBy(id, occasion.Cause, now);
        await doers.Do(rule.Then, at, stop);
    }

    private Task Ended(RuleId id, TicketId ticket, Occasion occasion, int step, RunEnd end, string why, CancellationToken stop) => changes.Make(async db =>
    {
        if (!await HasActed(db, id, ticket, occasion, stop))
            db.RuleRuns.Add(new RuleRun(id, ticket, occasion.Cause, step, end, why.CutTo(60), clock.Now()));
    }, stop);

    private static Task<bool> HasActed(LupausDb db, RuleId id, TicketId ticket, Occasion occasion, CancellationToken stop) =>
        db.RuleRuns.AnyAsync(r => r.RuleId == id && r.TicketId == ticket && r.Cause == occasion.Cause, stop);
}
