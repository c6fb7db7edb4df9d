using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;

namespace Lupaus.Tests.Core.Tickets;

/// <summary>Whatever is done to a ticket, in whatever order and at whatever time, refused or not.</summary>
public class TicketProperties
{
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(400);

    // What a desk can do to a ticket. Some of it is refused most of the time, as it should be.
    private static readonly Action<Ticket, int, DateTimeOffset>[] Deeds =
    [
        (t, n, now) => t.MariaWrites(now),
        (t, n, now) => t.MariaWritesAfterClosing(now, Agent(n)),
        (t, n, now) => t.HearAfterClosing("Kiitos!", Channel.Mail, Given.Letter, now),
        (t, n, now) => t.Answer(Given.AReply(new WhatNext.Solves(), n % 2 == 0), Agent(n), now),
        (t, n, now) => t.Answer(Given.AReply(new WhatNext.CannotHelp(), n % 2 == 0), Agent(n), now),
        (t, n, now) => t.Answer(Given.AReply(new WhatNext.Promises((PromiseKind)(n % 4), now + (n * Given.Hour)), n % 2 == 0), Agent(n), now),
        (t, n, now) => t.Answer(Given.AReply(new WhatNext.WaitsForCustomer(now + (n * Given.Hour), "Muistathan?"), n % 2 == 0), Agent(n), now),
        (t, n, now) => t.Answer(Given.AReply(new WhatNext.PromiseStands()), Agent(n), now),
        (t, n, now) => t.Answer(Given.AReply(n % 5 == 0 ? new WhatNext.Solves() : new WhatNext.Promises(PromiseKind.Act, now + (n * Given.Hour))) with { Understood = "Lippu ei aukea." }, Agent(n), now),
        (t, n, now) => t.ConfirmUnderstanding(n % 4 == 0 ? t.Messages[0].Id : t.Understanding?.ToldIn ?? default, (UnderstoodHow)(n % 4), Given.Maria, now),
        (t, n, now) => t.DoubtUnderstanding(t.Understanding?.ToldIn ?? default, t.Messages[^1].Id, Given.Maria, now),
        (t, n, now) => t.MovePromiseTo(now + (n * Given.Hour), "Myöhemmin.", Agent(n), now),
        (t, n, now) => t.LapsesAt(now),
        (t, n, now) => t.LapsesAt((t.Promise?.Due ?? now) + Given.Minute),
        (t, n, now) => t.RemindsAt(now),
        (t, n, now) => t.RemindsAt(t.Promise?.Due ?? now),
        (t, n, now) => t.CloseUnanswered("Suljemme.", t.Promise?.Due ?? now),
        (t, n, now) => t.PassTo(Agent(n), OwnerReason.TookNext, null, Agent(n), now),
        (t, n, now) => t.PassTo(Agent(n), OwnerReason.Given, "Uusi vastuuhenkilö.", Agent(n + 1), now),
        (t, n, now) => t.Offer(Agent(n), new Briefing("Tehty.", "Luvattu.", "Seuraavaksi."), Agent(n + 1), n % 4 == 0, now),
        (t, n, now) => t.AcceptOffer(t.OfferedAs ?? default, t.OfferedTo ?? Agent(n), n % 4 == 0, "Uusi vastuuhenkilö.", now),
        (t, n, now) => t.WithdrawOffer(t.OfferedAs ?? default, Agent(n), n % 4 == 0, now),
        (t, n, now) => t.LetOfferExpire(now),
        (t, n, now) => t.OfferedIsAway(Agent(n), Actor.Lupaus, now),
        (t, n, now) => t.Ask("Voiko?", Agent(n), now + (n * Given.Hour), Agent(n + 1), now),
        (t, n, now) => t.AnswerQuestion(t.Duties[n % t.Duties.Count].Id, n % 5 == 0 ? "" : "Voi.", Agent(n), now),
        (t, n, now) => t.PassQuestion(t.Duties[n % t.Duties.Count].Id, Agent(n), "Tietää.", Agent(n + 1), n % 2 == 0, now),
        (t, n, now) => t.PromiserLeaves(Agent(n), Given.LeadLiisa, now),
        (t, n, now) => t.Note("Soitin VR:lle.", Agent(n), now),
        (t, n, now) => t.TakeOn("hyvitys", Agent(n), now + (n * Given.Hour), n % 2 == 0, Agent(n), now),
        (t, n, now) => t.FinishDuty(t.Duties[n % t.Duties.Count].Id, n % 2 == 0, Agent(n), now),
        (t, n, now) => t.Raise(ObstacleKind.Failure, "Väärä lippu.", Agent(n), now),
        (t, n, now) => t.Disagree(Given.TwoWords(), Agent(n), now),
        (t, n, now) => t.ToldOfFailure(t.Messages[0], "Selvitä.", now + (n * Given.Hour), now),
        (t, n, now) => t.SettleObstacle(t.Obstacles[n % t.Obstacles.Count].Id, "Selvisi.", Agent(n), now),
        (t, n, now) => t.SettleDiscrepancy(t.Obstacles[n % t.Obstacles.Count].Id, Given.AVerdict((WhichHolds)(n % 4)), Agent(n), now),
        (t, n, now) => t.Withdraw(Given.Maria, now),
        (t, n, now) => t.SetAside(Agent(n), now),
        (t, n, now) => t.ConfirmSolved(now),
        (t, n, now) => t.Reopen(Agent(n), OwnerReason.OwnedBefore, Given.AnAnswerBy(now + (n * Given.Hour)), Agent(n), now),
        (t, n, now) => t.SetDeadline(n % 3 == 0 ? null : now + (n * Given.Hour), Given.Maria, now),
        (t, n, now) => Merge(t, Another(t, now, n), now),
        (t, n, now) => Merge(Another(t, now, n), t, now),
        (t, n, now) => Part(t, MetBy(t)[n % MetBy(t).Count], n, now),
        (t, n, now) => Part(MetBy(t)[n % MetBy(t).Count], t, n, now),
        (t, n, now) => t.SplitOff(new Parting([t.Messages[n % t.Messages.Count]], n % 3 > 0), new NewPart("Osa", Reference.From(n), Agent(n), OwnerReason.KnowsCustomer, Given.AnAnswerBy(now + (n * Given.Hour))), Agent(n), now),
        (t, n, now) => t.MoveMessagesTo(Another(t, now, n), new Parting([t.Messages[n % t.Messages.Count]], n % 3 > 0), Given.AnAnswerBy(now + (n * Given.Hour)), Agent(n), now),
    ];

    /// <summary>What each ticket has been merged with.</summary>
    private static readonly ConditionalWeakTable<Ticket, List<Ticket>> Met = [];

    private static List<Ticket> MetBy(Ticket ticket) => Met.GetValue(ticket, _ => []);

    /// <summary>Another matter of the same customer's, or another request of the same colleague's.</summary>
    private static Ticket Another(Ticket like, DateTimeOffset now, int n)
    {
        var matter = Ticket.Arrive(Given.AMatter() with { Requester = like.RequesterId }, Reference.From(n), Agent(n), OwnerReason.LeastWork, Given.AnAnswerBy(now + Given.Hour + (n * Given.Minute)), now);
        if (n % 2 == 0)
            matter.Answer(Given.AReply(n % 4 == 0 ? new WhatNext.Promises(PromiseKind.Act, now + (n * Given.Hour) + Given.Minute, "lippu") : new WhatNext.WaitsForCustomer(now + (n * Given.Hour) + Given.Minute, "Muistathan?")), Agent(n), now);
        if (n % 5 == 0)
            matter.TakeOn("hyvitys", Agent(n), now + Given.Day + (n * Given.Hour), n % 2 == 0, Agent(n), now);
        return matter;
    }

    private static void Merge(Ticket into, Ticket other, DateTimeOffset now)
    {
        var wasInOrder = IsInOrder(into, now) && IsInOrder(other, now);
        into.TakeIn(other, MetBy(other), new MergeTerms("Jatkuvat yhtenä.", now + Given.Hour, null, null, "Tee myös"), Given.Aino, now);
        if (wasInOrder && !IsInOrder(into, now))
            throw new InvalidOperationException("A merge left something that was told for sooner behind a later promise.");
        MetBy(into).Add(other);
        MetBy(other).Add(into);
    }

    private static bool IsInOrder(Ticket ticket, DateTimeOffset now) =>
        ticket.Promise is not { } live || ticket.Duties.All(d => !d.IsOpen || !d.IsTold || d.Due >= live.Due || d.Due <= now);

    private static void Part(Ticket part, Ticket whole, int n, DateTimeOffset now) =>
        part.PartFrom(whole, [.. MetBy(whole).Where(t => t.MergedIntoId == whole.Id)], Agent(n), OwnerReason.OwnedBefore, Given.AnAnswerBy(now + (n * Given.Hour)), Agent(n), now);

    [Fact]
    public void An_open_ticket_has_an_owner_and_a_promise_and_a_closed_one_has_a_closure_and_none() => Always((ticket, _) =>
        ticket.OwnerId != default && ticket.IsOpen == ticket.Promise is not null && ticket.IsOpen == ticket.Closure is null);

    [Fact]
    public void Promises_are_numbered_without_gaps_and_each_has_one_end_or_is_the_live_one() => Always((ticket, _) =>
        ticket.PromiseEnds.Select(e => e.Number).Concat(ticket.Promise is { } live ? [live.Number] : []).SequenceEqual(Enumerable.Range(1, ticket.PromisesMade)));

    [Fact]
    public void Whatever_broke_broke_at_its_due_or_by_closing_and_whatever_was_kept_was_in_time() => Always((ticket, _) =>
        ticket.PromiseEnds.All(e => e.MadeAt <= e.At && e.At <= e.Due && e.At <= e.NoticedAt && (e.How == HowItEnded.Broken || e.NoticedAt <= e.Due)) &&
        ticket.PromisesBroken == ticket.PromiseEnds.Count(e => e.How == HowItEnded.Broken));

    [Fact]
    public void The_live_promise_was_told_in_a_message_to_the_customer() => Always((ticket, _) =>
        ticket.Promise is not { } live || ticket.Messages.Any(m => m.Id == live.ToldIn && m.Direction == Direction.ToCustomer));

    [Fact]
    public void Nobody_solves_what_has_an_obstacle_or_owes_something() => Always((ticket, _) =>
        ticket.Closure?.How != HowClosed.Solved || (ticket.Obstacles.All(o => !o.IsOpen) && ticket.Duties.All(d => !d.IsOpen)));

    [Fact]
    public void The_facts_alone_tell_owner_state_and_promise() => Always((ticket, facts) =>
    {
        var told = new AsTheFactsTell();
        foreach (var fact in facts)
            told.Hear(fact);
        return told.Owner == ticket.OwnerId && told.IsOpen == ticket.IsOpen &&
            (told.Live?.Number, told.Live?.Kind, told.Live?.Due) == (ticket.Promise?.Number, ticket.Promise?.Kind, ticket.Promise?.Due);
    });

    [Fact]
    public void What_is_merged_is_closed_or_goes_on_nowhere_by_itself() => Always((ticket, _) =>
        ticket.IsMerged ? !ticket.IsOpen && ticket.Duties.All(d => !d.IsOpen) && ticket.Obstacles.All(o => !o.IsOpen) : ticket.CameWithId is null && ticket.Closure?.How != HowClosed.MergedInto);

    [Fact]
    public void Only_what_is_open_is_offered_and_never_to_whose_it_is() => Always((ticket, _) =>
        ticket.OfferedAs is null ? (ticket.OfferedTo, ticket.OfferedBy, ticket.OfferedUntil) == (null, null, null) : ticket.IsOpen && ticket.OfferedTo is { } to && to != ticket.OwnerId);

    [Fact]
    public void Each_offer_ends_once_or_is_the_open_one() => Always((ticket, facts) =>
        facts.OfType<HandoverOffered>().Select(o => o.Handover).SequenceEqual(facts.OfType<HandoverEnded>().Select(e => e.Handover).Concat(ticket.OfferedAs is { } open ? [open] : [])));

    [Fact]
    public void Nobody_has_been_sent_on_less_than_never() => Always((ticket, _) => ticket.Bounces >= 0);

    [Fact]
    public void What_was_understood_was_told_here_or_came_with_a_merge() => Always((ticket, _) =>
        ticket.Understanding is not { } its || its.CameFrom is not null || ticket.Messages.Any(m => m.Id == its.ToldIn && m.Understood is not null));

    [Fact]
    public void A_refused_deed_changes_nothing() => Always((_, _) => true, leavesNoTrace: true);

    [Fact]
    public void Nobody_answers_for_what_they_ask_themselves() => Always((ticket, _) =>
        ticket.RequesterId == Given.Bertil && ticket.OwnerId != Given.Bertil && ticket.Promise?.Promiser != Given.Bertil && ticket.OfferedTo != Given.Bertil &&
        ticket.PromiseEnds.All(e => e.Promiser != Given.Bertil) && ticket.Duties.All(d => d.Doer != Given.Bertil) &&
        ticket.Messages.All(m => m.AgentId != Given.Bertil), of: Given.ARequest);

    [Fact]
    public void A_deed_refused_in_a_colleagues_request_changes_nothing_either() => Always((_, _) => true, leavesNoTrace: true, of: Given.ARequest);

    private static void Always(Func<Ticket, IReadOnlyList<Fact>, bool> holds, bool leavesNoTrace = false, Func<Ticket>? of = null) =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Deed, byte Way, short Minutes)[]>(), steps => HoldsThroughout((of ?? Given.AnOpenTicket)(), steps, holds, leavesNoTrace)).Check(Thoroughly);

    private static bool HoldsThroughout(Ticket ticket, (byte Deed, byte Way, short Minutes)[] steps, Func<Ticket, IReadOnlyList<Fact>, bool> holds, bool leavesNoTrace)
    {
        var facts = new List<Fact>(ticket.Facts());
        var now = Given.Monday;
        foreach (var (deed, way, minutes) in steps)
        {
            // Mostly forward; one step in four, the clock goes back a little.
            now += minutes % 4 == 0 ? TimeSpan.FromSeconds(-Math.Abs(minutes % 60)) : TimeSpan.FromMinutes(Math.Abs((int)minutes) * 20);
            var wasDone = Done(() => Deeds[deed % Deeds.Length](ticket, way % 80, now));
            var happened = ticket.Facts();
            facts.AddRange(happened);
            if (!holds(ticket, facts) || (leavesNoTrace && !wasDone && happened.Count > 0))
                return false;
        }
        return true;
    }

    private static bool Done(Action deed)
    {
        try
        {
            deed();
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
        catch (DivideByZeroException) // nothing owed, nothing in the way
        {
            return false;
        }
    }

    private static AgentId Agent(int n) => new[] { Given.Aino, Given.Bertil, Given.LeadLiisa }[n % 3];

    /// <summary>What somebody knows who reads only the history.</summary>
    private sealed class AsTheFactsTell
    {
        public AgentId Owner { get; private set; }

        public bool IsOpen { get; private set; }

        public (int Number, PromiseKind Kind, DateTimeOffset Due)? Live { get; private set; }

        public void Hear(Fact fact) => (Owner, IsOpen, Live) = fact switch
        {
            TicketArrived => (Owner, true, Live),
            OwnerNamed named => (named.Owner, IsOpen, Live),
            OwnerChanged changed when changed.From == Owner => (changed.To, IsOpen, Live),
            PromiseMade made when Live is null => (Owner, IsOpen, (made.Number, made.Kind, made.Due)),
            PromiseEnded ended when Live?.Number == ended.Number => (Owner, IsOpen, null),
            TicketClosed => (Owner, false, Live),
            TicketReopened => (Owner, true, Live),
            OwnerChanged or PromiseMade or PromiseEnded => throw new InvalidOperationException($"This fact doesn't follow from those before: {fact}"),
            _ => (Owner, IsOpen, Live),
        };
    }
}
