using Lupaus.Care.Playbooks;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Batches;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <param name="Seen">The newest word of the customers' that whoever answers may have seen: what came later is left for them to read.</param>
/// <param name="AtOnce">Without the moment in which it may be taken back: a program has none.</param>
public sealed record Giving(PlaybookId Playbook, MessageId? Seen, bool AtOnce = false);

/// <summary>
/// Answers many tickets with what is prepared: each in its own language, with a promise of its own, by the rules that any reply
/// goes by. What one of them refuses is written down with the reason, and keeps no other from being answered. All of it is one
/// change, so that nothing is left half done; each waits for its moment to be taken back as other replies do.
/// </summary>
public sealed class GiveFirstAid(Changes changes, OurCompany ourCompany, HeldLeave held, Settings settings, TimeProvider clock)
{
    private readonly TimeSpan undoTime = TimeSpan.FromSeconds(settings.UndoSeconds);

    public async Task<BatchId> To(IReadOnlyCollection<TicketId> tickets, Giving giving, AgentId by, Source? source, CancellationToken stop)
    {
        TicketId[] chosen = [.. tickets.Distinct()];
        Batch.WhyNotDo(chosen.Length).StopIfAny();
        var company = await ourCompany.Now(stop);
        var id = await changes.Make(async db =>
        {
            await db.Done(source, stop);
            var key = source is null ? null : $"{source.Name} {source.Key}";
            if (key is not null && await db.Batches.Where(b => b.Source == key).Select(b => (BatchId?)b.Id).FirstOrDefaultAsync(stop) is { } done)
                return done;
            var now = clock.Now();
            var hand = await Hand.Reach(chosen, giving, UndoTime(giving), by, company, db, now, stop);
            var batch = new Batch(BatchAct.FirstAid, by, now) { Playbook = giving.Playbook, UndoUntil = now + UndoTime(giving), Source = key };
            foreach (var ticket in await db.Tickets.Where(t => chosen.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(stop))
            {
                var line = new BatchLine(batch.Id, ticket.Id) { OwnerBefore = ticket.OwnerId, TopicBefore = ticket.TopicId, DeadlineBefore = ticket.Deadline, AsideBefore = ticket.AsideUntil };
                batch.Add(line);
                if (hand.WhyNotGive(ticket) is { } refusal)
                    line.Refuse(refusal);
                else
                    line.Done(hand.Give(ticket));
            }
            db.Batches.Add(batch);
            if (source?.Fingerprint is not null)
                db.Remember(source, null, now);
            return batch.Id;
        }, stop);
        held.Wake();
        return id;
    }

    /// <summary>To one that was recognised, or that somebody knows to be about the same.</summary>
    public async Task To(TicketId id, Giving giving, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            var hand = await Hand.Reach([id], giving, UndoTime(giving), by, company, db, now, stop);
            hand.WhyNotGive(ticket).StopIfAny();
            hand.Give(ticket);
            db.Remember(source, id, now);
        }, stop);
        held.Wake();
    }

    private TimeSpan UndoTime(Giving giving) => giving.AtOnce ? TimeSpan.Zero : undoTime;

    /// <summary>All that is needed to answer any of the tickets: as many statements for a hundred as for one.</summary>
    private sealed class Hand(Playbook playbook, Agent me, MessageId? seen, TimeSpan undoTime, CompanyNow company, LupausDb db, DateTimeOffset now)
    {
        public required InTheWay InTheWay { get; init; }

        public required Dictionary<TicketId, PlaybookMatch> Matches { get; init; }

        public required Dictionary<PersonId, Person> Customers { get; init; }

        public static async Task<Hand> Reach(TicketId[] tickets, Giving giving, TimeSpan undoTime, AgentId by, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
        {
            var playbook = await db.Playbooks.One(giving.Playbook, stop);
            var me = await db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == by, stop);
            return new Hand(playbook, me, giving.Seen, undoTime, company, db, now)
            {
                InTheWay = await db.InTheWay(tickets, playbook.Id, by, stop),
                Matches = await db.PlaybookMatches.Where(m => m.PlaybookId == playbook.Id && tickets.Contains(m.TicketId)).ToDictionaryAsync(m => m.TicketId, stop),
                Customers = await db.People.AsNoTracking().Include(p => p.Contacts).Where(p => db.Tickets.Any(t => tickets.Contains(t.Id) && t.CustomerId == p.Id)).ToDictionaryAsync(p => p.Id, stop),
            };
        }

        public Refusal? WhyNotGive(Ticket ticket) => AidFor(ticket).WhyNotGive(ticket, Matches.GetValueOrDefault(ticket.Id), InTheWay, seen, me.Id, now);

        /// <summary>Answers the ticket's version then.</summary>
        public int Give(Ticket ticket)
        {
            var aid = AidFor(ticket);
            if (undoTime == TimeSpan.Zero)
            {
                ticket.Answer(aid.Reply(seen), me.Id, now);
            }
            else
            {
                ticket.HoldAnswer(aid.Reply(seen), now + undoTime, me.Id, now);
                db.HeldReplies.Add(new HeldReply(ticket.Id, me.Id, aid.Reply(seen), aid.Draft(), [], now, undoTime));
            }
            Match(ticket).Answer(me.Id, now);
            return ticket.Version;
        }

        private FirstAid AidFor(Ticket ticket) => FirstAid.In(ticket, playbook, Customers[ticket.CustomerId], me.FirstName, company, now);

        private PlaybookMatch Match(Ticket ticket)
        {
            if (Matches.TryGetValue(ticket.Id, out var match))
                return match;
            db.PlaybookMatches.Add(match = new PlaybookMatch(playbook.Id, ticket.Id));
            return match;
        }
    }
}
