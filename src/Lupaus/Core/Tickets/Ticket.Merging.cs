using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Tickets;

/// <summary>What a merge needs beside the two tickets.</summary>
/// <param name="TellingWords">The one message that tells the customer.</param>
/// <param name="AnswerBy">When we can answer, should neither promise stand any more.</param>
/// <param name="MyWords">What exactly was promised here, where its kind doesn't say all.</param>
/// <param name="ItsWords">The same of the other one.</param>
/// <param name="Owed">Begins the duty that a promise without words of its own becomes.</param>
public sealed record MergeTerms(string TellingWords, DateTimeOffset AnswerBy, string? MyWords, string? ItsWords, string Owed);

/// <summary>The promise under which two matters go on as one.</summary>
public sealed record GoesOn(PromiseKind Kind, DateTimeOffset Due, AgentId Promiser, Promise? As);

/// <summary>What leaves a ticket, and whether anything the customer wrote stays.</summary>
public sealed record Parting(IReadOnlyList<Message> Going, bool SomethingStays);

/// <summary>The matter that a part becomes.</summary>
public sealed record NewPart(string Subject, Reference Reference, AgentId Owner, OwnerReason Why, AnswerPromised Promised);

public sealed partial class Ticket
{
    /// <summary>The ticket in which this one goes on; never one that goes on in another itself.</summary>
    public TicketId? MergedIntoId { get; private set; }

    /// <summary>It was merged into this one, and came along when that was merged onward.</summary>
    public TicketId? CameWithId { get; private set; }

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>
    /// Another matter of the same customer goes on here. Nothing that was promised is lost: the earlier promise stands,
    /// and what was promised for later is owed as a duty the customer knows of. The customer is told once.
    /// </summary>
    /// <param name="carried">What had been merged into the other one, and comes along.</param>
    public Message TakeIn(Ticket other, IReadOnlyList<Ticket> carried, MergeTerms terms, Actor by, DateTimeOffset now)
    {
        (WhyNotTakeIn(other) ?? Message.WhyNotSay(terms.TellingWords)).StopIfAny();
        var goesOn = GoesOnWith(other, terms.AnswerBy, now);
        var (mine, its, itsReminders) = (Promise!, other.Promise, other.RemindersUnanswered);
        var stands = goesOn.As == mine && goesOn.Due == mine.Due && goesOn.Kind == mine.Kind && !other.OwesBefore(mine);
        Happened(new TicketJoined(other.Id), by, now);
        TakeOverFrom(other, now);
        TakeOverUnderstanding(other, by, now);
        Bounces += other.Bounces;
        CarryFrom(other, _ => true, keepsOrigin: true, by, now);
        UniteParticipants(other, by, now);
        other.GoInto(Id, by, now);
        foreach (var earlier in carried.Where(c => c.MergedIntoId == other.Id))
            earlier.GoAlong(other.Id, Id, by, now);

        var told = Say(Message.ToCustomer(Id, null, Nature.Merged, terms.TellingWords, now), now);
        IntroducedId = OwnerId;
        if (!stands)
        {
            End(HowItEnded.Moved, by, now);
            var words = goesOn.As is null || goesOn.Kind != goesOn.As.Kind ? null : goesOn.As == mine ? mine.WordsIn : Word(terms.ItsWords);
            Make(new Promise(NextPromise, goesOn.Kind, goesOn.Due, now, goesOn.Promiser, told.Id, goesOn.As?.Moves ?? 0, words), by);
            RemindersUnanswered = goesOn.Kind != PromiseKind.CheckBack ? 0 : goesOn.As == mine ? RemindersUnanswered : itsReminders;
        }
        OweWhatComesLater(mine, goesOn, terms.MyWords ?? $"{terms.Owed}: {Subject}", by, now);
        if (its is not null)
            OweWhatComesLater(its, goesOn, terms.ItsWords ?? $"{terms.Owed}: {other.Subject}", by, now);
        return told;
    }

    public Refusal? WhyNotTakeIn(Ticket other) =>
        other.Id == Id ? Refusal.Because("merge.self") :
        other.CustomerId != CustomerId ? Refusal.Because("merge.customer") :
        other.RequesterId != RequesterId ? Refusal.Because("merge.request") :
        other.IsMerged ? Refusal.Because("merge.already") :
        WhyNotTouch();

    /// <summary>
    /// The earlier of the two promises. Where the earlier one waits for the customer and the other doesn't, it is our
    /// turn and we answer by then; so too where something else the customer knows of is due before both.
    /// </summary>
    public GoesOn GoesOnWith(Ticket other, DateTimeOffset answerBy, DateTimeOffset now)
    {
        Promise[] live = [.. new[] { Promise, other.Promise }.OfType<Promise>().Where(p => p.Due > now)];
        var first = live.MinBy(p => p.Due);
        var due = other.NoLaterThanTold(NoLaterThanTold(first?.Due ?? answerBy.Whole(), now), now);
        if (first is null)
            return new GoesOn(PromiseKind.Answer, due, OwnerId, null);
        var waits = first.Kind == PromiseKind.CheckBack && live.Any(p => p.Kind != PromiseKind.CheckBack);
        var kind = waits || due < first.Due ? PromiseKind.Answer : first.Kind;
        return new GoesOn(kind, due, first.Promiser == other.OwnerId ? OwnerId : first.Promiser, first);
    }

    /// <summary>
    /// It is a matter of its own again. What is still owed of it goes back, and what came along with it too. If it was
    /// open when it was merged it opens, with an owner and a promise of an answer; the customer is told once.
    /// </summary>
    /// <param name="others">All that are merged into the whole.</param>
    public void PartFrom(Ticket whole, IReadOnlyList<Ticket> others, AgentId owner, OwnerReason why, AnswerPromised promised, Actor by, DateTimeOffset now)
    {
        (WhyNotPartFrom(whole, promised, now) ?? WhyNotOwn(owner)).StopIfAny();
        var back = ComesBackWith(others);
        TakeBackBounces(whole, others);
        MergedIntoId = null;
        CameWithId = null;
        Happened(new TicketParted(whole.Id), by, now);
        whole.Happened(new PartLeft(Id), by, now);
        foreach (var along in others.Where(o => o.Id != Id && back.Contains(o.Id)))
            along.GoBackTo(Id, by, now);
        if (IsOpen || Closure!.How != HowClosed.MergedInto)
            return;
        var due = AnswerAfterParting(whole, others, promised.Due, now);
        OpenAgain(owner, why, by, now);
        CarryFrom(whole, origin => origin is { } from && back.Contains(from), keepsOrigin: false, by, now);
        TakeBackUnderstanding(whole, back, by, now);
        var told = Say(Message.ToCustomer(Id, null, Nature.Parted, promised.TellingWords, now), now);
        Make(new Promise(NextPromise, PromiseKind.Answer, due, now, owner, told.Id), by);
    }

    public Refusal? WhyNotPartFrom(Ticket whole, AnswerPromised promised, DateTimeOffset now) =>
        MergedIntoId != whole.Id ? Refusal.Because("merge.not") : Promise.WhyNotPromise(promised.Due, now);

    /// <summary>The time of the answer, or sooner where something that goes back with it has been told for sooner.</summary>
    public DateTimeOffset AnswerAfterParting(Ticket whole, IReadOnlyList<Ticket> others, DateTimeOffset due, DateTimeOffset now)
    {
        var back = ComesBackWith(others);
        return whole.duties.Where(d => d.IsOpen && d.IsTold && d.Due > now && d.CameFromId is { } from && back.Contains(from)).Select(d => d.Due).Append(due.Whole()).Min();
    }

    /// <summary>
    /// Some of what was written here is a matter of its own: it becomes a ticket with an owner and a promise, and a mark
    /// stays where it was. What we said stays here, since it told the promises of this ticket.
    /// </summary>
    public Ticket SplitOff(Parting parting, NewPart part, AgentId by, DateTimeOffset now)
    {
        WhyNotSplitOff(parting, part, now).StopIfAny();
        var first = parting.Going.First(m => m.IsCustomersWord);
        var ticket = new Ticket
        {
            Id = TicketId.New(now),
            Reference = part.Reference,
            CustomerId = CustomerId,
            RequesterId = RequesterId,
            OwnerId = part.Owner,
            IntroducedId = part.Owner,
            TopicId = TopicId,
            Language = Language,
            Subject = part.Subject.OneLine(),
            ArrivedAt = now,
            LastWordAt = now,
            FirstHumanWordAt = FirstHumanWordAt is null ? null : now,
        };
        ticket.Happened(new TicketArrived(first.Channel, TopicId), CustomerId, now);
        ticket.Happened(new TicketSplit(Id), by, now);
        ticket.Happened(new OwnerNamed(part.Owner, part.Why), Actor.Lupaus, now);
        Give(parting.Going, ticket, by, now);
        var told = ticket.Say(Message.ToCustomer(ticket.Id, null, Nature.Parted, part.Promised.TellingWords, now), now);
        ticket.Make(new Promise(ticket.NextPromise, PromiseKind.Answer, part.Promised.Due.Whole(), now, part.Owner, told.Id), by);
        return ticket;
    }

    public Refusal? WhyNotSplitOff(Parting parting, NewPart part, DateTimeOffset now) =>
        WhyNotGive(parting) ??
        WhyNotOwn(part.Owner) ??
        (parting.Going.Any(m => m.IsCustomersWord) ? null : Refusal.Because("split.nothing")) ??
        WhyNotRename(part.Subject) ??
        Promise.WhyNotPromise(part.Promised.Due, now);

    /// <summary>What was written here belongs to another matter of the same customer. If that one waited for them, it is our turn.</summary>
    public void MoveMessagesTo(Ticket other, Parting parting, AnswerPromised? promised, AgentId by, DateTimeOffset now)
    {
        (WhyNotGive(parting) ?? WhyNotMoveTo(other, parting, promised, now)).StopIfAny();
        Give(parting.Going, other, by, now);
        if (!other.WaitsForCustomer || parting.Going.All(m => !m.IsCustomersWord))
            return;
        other.RemindersUnanswered = 0;
        other.End(HowItEnded.Withdrawn, CustomerId, now);
        other.PromiseAnswer(promised!, other.OwnerId, now);
    }

    private Refusal? WhyNotMoveTo(Ticket other, Parting parting, AnswerPromised? promised, DateTimeOffset now) =>
        other.Id == Id ? Refusal.Because("merge.self") :
        other.CustomerId != CustomerId ? Refusal.Because("merge.customer") :
        other.RequesterId != RequesterId ? Refusal.Because("merge.request") :
        other.WhyNotTouch() ??
        (!other.WaitsForCustomer || parting.Going.All(m => !m.IsCustomersWord) ? null :
            promised is null ? Refusal.Because("promise.missing") : Promise.WhyNotPromise(promised.Due, now));

    private Refusal? WhyNotGive(Parting parting) =>
        parting.Going.Count == 0 ? Refusal.Because("split.nothing") :
        parting.Going.Any(m => m.TicketId != Id) ? Refusal.Because("split.othermatter") :
        parting.Going.Any(m => m.Direction == Direction.ToCustomer) ? Refusal.Because("split.ours") :
        !parting.SomethingStays ? Refusal.Because("split.all") :
        null;

    private void Give(IReadOnlyList<Message> going, Ticket to, AgentId by, DateTimeOffset now)
    {
        foreach (var message in going)
        {
            messages.Remove(message);
            message.GoTo(to.Id);
            to.messages.Add(message);
            Happened(new MessageMoved(message.Id, to.Id), by, now);
            to.Happened(new MessageCame(message.Id, Id), by, now);
            if (message.IsCustomersWord)
                to.NewestFromCustomer = Newest(to.NewestFromCustomer, message.Id);
        }
    }

    /// <summary>Related matters stand beside each other on both pages.</summary>
    public void IsLinkedTo(TicketId other, Actor by, DateTimeOffset now) => Happened(new TicketLinked(other), by, now);

    public void IsUnlinkedFrom(TicketId other, Actor by, DateTimeOffset now) => Happened(new TicketUnlinked(other), by, now);

    /// <summary>Two rows of people turned out to be one human, or two after all.</summary>
    public void BelongsTo(PersonId customer, Actor by, DateTimeOffset now)
    {
        if (customer == CustomerId)
            return;
        Happened(new CustomerChanged(CustomerId, customer), by, now);
        CustomerId = customer;
    }

    /// <summary>What was counted for it goes with it, out of all that had counted it in.</summary>
    private void TakeBackBounces(Ticket whole, IReadOnlyList<Ticket> others)
    {
        whole.Bounces -= Bounces;
        for (var with = CameWithId; with is { } id && others.FirstOrDefault(o => o.Id == id) is { } along; with = along.CameWithId)
            along.Bounces -= Bounces;
    }

    private void TakeOverFrom(Ticket other, DateTimeOffset now)
    {
        FirstHumanWordAt = FirstHumanWordAt ?? (other.FirstHumanWordAt is null ? null : now);
        NewestFromCustomer = Newest(NewestFromCustomer, other.NewestFromCustomer);
        Goal ??= other.IsOpen ? other.Goal : null;
        if (other.Deadline is not { } deadline || !(Deadline is not { } own || (deadline < own && deadline > now) || own <= now))
            return;
        Deadline = deadline;
        Happened(new DeadlineSet(deadline), CustomerId, now);
    }

    private void GoInto(TicketId whole, Actor by, DateTimeOffset now)
    {
        Happened(new TicketMerged(whole), by, now);
        MergedIntoId = whole;
        if (IsOpen)
            Close(HowClosed.MergedInto, HowItEnded.Moved, by, now);
    }

    private void GoAlong(TicketId with, TicketId whole, Actor by, DateTimeOffset now)
    {
        Happened(new TicketMerged(whole), by, now);
        CameWithId ??= with;
        MergedIntoId = whole;
    }

    private void GoBackTo(TicketId part, Actor by, DateTimeOffset now)
    {
        Happened(new TicketMerged(part), by, now);
        MergedIntoId = part;
        if (CameWithId == part)
            CameWithId = null;
    }

    /// <summary>This one, and what came with it, and what came with those.</summary>
    private HashSet<TicketId> ComesBackWith(IReadOnlyList<Ticket> others)
    {
        var back = new HashSet<TicketId> { Id };
        while (others.FirstOrDefault(o => !back.Contains(o.Id) && o.CameWithId is { } with && back.Contains(with)) is { } next)
            back.Add(next.Id);
        return back;
    }

    /// <summary>What the other one still owes, and what stands in its way, goes over to this one.</summary>
    private void CarryFrom(Ticket other, Func<TicketId?, bool> isOurs, bool keepsOrigin, Actor by, DateTimeOffset now)
    {
        foreach (var duty in other.duties.Where(d => d.IsOpen && isOurs(d.CameFromId)).ToArray())
        {
            other.duties.Remove(duty);
            duty.GoTo(Id, Origin(duty.CameFromId));
            duties.Add(duty);
            Happened(new DutyCame(duty.Id, other.Id), by, now);
        }
        foreach (var obstacle in other.obstacles.Where(o => o.IsOpen && isOurs(o.CameFromId)).ToArray())
        {
            other.obstacles.Remove(obstacle);
            obstacle.GoTo(Id, Origin(obstacle.CameFromId));
            obstacles.Add(obstacle);
            Happened(new ObstacleCame(obstacle.Id, other.Id), by, now);
        }
        TicketId? Origin(TicketId? known) => keepsOrigin ? known ?? other.Id : known == Id ? null : known;
    }

    /// <summary>A promise that isn't the one that stands: done things and findings are still owed, a further answer too unless an answer is what stands.</summary>
    private void OweWhatComesLater(Promise promise, GoesOn goesOn, string what, Actor by, DateTimeOffset now)
    {
        var isCovered = promise.Due <= now || promise.Kind == PromiseKind.CheckBack ||
            (promise == goesOn.As && promise.Kind == goesOn.Kind) || (promise.Kind == PromiseKind.Answer && goesOn.Kind == PromiseKind.Answer);
        if (!isCovered)
            Owe(what.OneLine().CutTo(Limits.Reason), promise.Promiser, promise.Due, isTold: true, by, now);
    }

    /// <summary>Something is late already that the customer knows of: the promise has to be made anew to stand beside it.</summary>
    private bool OwesBefore(Promise promise) => duties.Any(d => d.IsOpen && d.IsTold && d.Due < promise.Due);

    private static MessageId? Newest(MessageId? one, MessageId? other) =>
        one is not { } a ? other : other is not { } b ? one : a.Value > b.Value ? a : b;
}
