using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Spam;
using Lupaus.Work.Batches;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Batches;

/// <summary>What is to be done to all of them.</summary>
/// <param name="Text">What each customer reads when their matter is solved.</param>
public sealed record BatchWish(BatchAct Act, AgentId? To = null, string? Tag = null, TopicId? Topic = null, BlockKind? Block = null, string? Text = null);

/// <summary>
/// Does one thing to many tickets, each by its own rules: what one of them refuses is written down with the reason, and
/// keeps no other from being done. All of it is one change.
/// </summary>
public sealed class DoBatch(Changes changes, OurCompany ourCompany, Telling telling, TimeProvider clock)
{
    public async Task<BatchId> For(IReadOnlyCollection<TicketId> tickets, BatchWish wish, AgentId by, Source? source, CancellationToken stop)
    {
        TicketId[] chosen = [.. tickets.Distinct()];
        (Batch.WhyNotDo(chosen.Length) ?? (wish.Act == BatchAct.FirstAid ? Refusal.Because("batch.act") : null)).StopIfAny();
        var company = await ourCompany.Now(stop);
        return await changes.Make(async db =>
        {
            await db.Done(source, stop);
            var key = source is null ? null : $"{source.Name} {source.Key}";
            if (key is not null && await db.Batches.Where(b => b.Source == key).Select(b => (BatchId?)b.Id).FirstOrDefaultAsync(stop) is { } done)
                return done;
            var doing = await Doing.Begin(wish, key, by, company, telling, db, clock.Now(), stop);
            foreach (var ticket in await db.Tickets.Where(t => chosen.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(stop))
                await doing.One(ticket, stop);
            db.Batches.Add(doing.Batch);
            if (source?.Fingerprint is not null)
                db.Remember(source, null, clock.Now());
            return doing.Batch.Id;
        }, stop);
    }

    /// <summary>One batch while it is done.</summary>
    private sealed class Doing(Batch batch, BatchWish wish, Agent me, Agent? to, Tag? tag, CompanyNow company, Telling telling, LupausDb db, DateTimeOffset now)
    {
        public Batch Batch => batch;

        public static async Task<Doing> Begin(BatchWish wish, string? key, AgentId by, CompanyNow company, Telling telling, LupausDb db, DateTimeOffset now, CancellationToken stop)
        {
            var to = wish.Act == BatchAct.Give ? await Receiver(wish.To, db, now, stop) : null;
            var tag = wish.Act is BatchAct.Tag ? await db.TagNamed(wish.Tag ?? "", now, stop) : wish.Act is BatchAct.Untag ? await KnownTag(wish.Tag, db, stop) : null;
            if (wish.Act == BatchAct.Topic && !company.OpenTopics.Any(t => t.Id == wish.Topic))
                throw new RuleBroken(Refusal.Because("batch.topic"));
            if (wish.Act == BatchAct.Solve)
                Message.WhyNotSay(wish.Text).StopIfAny();
            var me = await db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == by, stop);
            var batch = new Batch(wish.Act, by, now) { GivenTo = to?.Id, Tag = tag?.Id, Topic = wish.Act == BatchAct.Topic ? wish.Topic : null, Source = key };
            return new Doing(batch, wish, me, to, tag, company, telling, db, now);
        }

        public async Task One(Ticket ticket, CancellationToken stop)
        {
            var line = new BatchLine(batch.Id, ticket.Id) { OwnerBefore = ticket.OwnerId, TopicBefore = ticket.TopicId, DeadlineBefore = ticket.Deadline, AsideBefore = ticket.AsideUntil };
            batch.Add(line);
            try
            {
                if (await Act(ticket, line, stop))
                    line.Done(ticket.Version);
            }
            catch (RuleBroken broken)
            {
                line.Refuse(broken.Refusal);
            }
        }

        /// <summary>False when it is so already. Every rule is asked before anything is changed.</summary>
        private async Task<bool> Act(Ticket ticket, BatchLine line, CancellationToken stop)
        {
            switch (wish.Act)
            {
                case BatchAct.Give:
                    return Give(ticket, line);
                case BatchAct.Tag:
                    return await db.TagAs(ticket, tag!, me.Id, now, stop);
                case BatchAct.Untag:
                    return await db.Untag(ticket, tag!.Key, me.Id, now, stop);
                case BatchAct.Topic:
                    var before = ticket.TopicId;
                    ticket.ChangeTopic(wish.Topic!.Value, me.Id, now);
                    return ticket.TopicId != before;
                case BatchAct.Spam:
                    await NothingOnItsWay(ticket, stop);
                    line.Blocked = (await db.MarkSpam(ticket, wish.Block, company.Email, me.Id, now, stop))?.Id;
                    return true;
                case BatchAct.Withdraw:
                    await NothingOnItsWay(ticket, stop);
                    ticket.WhyNotSetAside().StopIfAny();
                    ticket.Withdraw(me.Id, now);
                    return true;
                default:
                    await NothingOnItsWay(ticket, stop);
                    var reply = new Reply($"{await Greeting(ticket, stop)}\n\n{wish.Text.Cleaned()}", new WhatNext.Solves());
                    ticket.Answer(reply, me.Id, now);
                    return true;
            }
        }

        private bool Give(Ticket ticket, BatchLine line)
        {
            if (ticket.IsOpen && ticket.OwnerId == to!.Id)
                return false;
            ticket.WhyNotGive(to!.Id, me.Id, byLead: me.Role != Role.Agent).StopIfAny();
            var words = ticket.IsUntouched || !ticket.IsOpen ? null : telling.TakesOver(company, ticket.Language, to, ticket.Promise!, now);
            ticket.PassTo(to.Id, OwnerReason.Given, words, me.Id, now);
            line.IsTold = words is not null;
            return true;
        }

        private async Task NothingOnItsWay(Ticket ticket, CancellationToken stop) =>
            (await db.HeldReplies.AnyAsync(h => h.TicketId == ticket.Id, stop) ? Refusal.Because("batch.held") : null).StopIfAny();

        private async Task<string> Greeting(Ticket ticket, CancellationToken stop) =>
            telling.Greeting(ticket.Language, await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop));

        private static async Task<Agent> Receiver(AgentId? to, LupausDb db, DateTimeOffset now, CancellationToken stop)
        {
            var agent = to is { } id ? await db.Agents.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Activity != null, stop) : null;
            (agent is null ? Refusal.Because("batch.owner") : null).StopIfAny();
            var isAway = await db.Absences.At(now).AnyAsync(x => x.AgentId == agent!.Id, stop);
            (isAway ? Refusal.Because("batch.away") : null).StopIfAny();
            return agent!;
        }

        private static async Task<Tag> KnownTag(string? name, LupausDb db, CancellationToken stop)
        {
            Tag.WhyNot(name).StopIfAny();
            var key = Tag.KeyOf(name);
            return await db.Tags.FirstOrDefaultAsync(t => t.Key == key, stop) ?? throw new RuleBroken(Refusal.Because("tag.unknown"));
        }
    }
}
