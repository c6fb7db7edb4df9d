namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>So often one of ours may send a customer on to the next; after that a lead decides.</summary>
    public const int MostBounces = 2;

    /// <summary>The open offer: another may go on with it. Until they have accepted, the owner answers for it.</summary>
    public HandoverId? OfferedAs { get; private set; }

    public AgentId? OfferedTo { get; private set; }

    public AgentId? OfferedBy { get; private set; }

    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>How often the customer was sent on to another after one of ours had begun; absences don't count.</summary>
    public int Bounces { get; private set; }

    public bool IsOffered(DateTimeOffset now) => OfferedUntil > now;

    /// <summary>It has gone from hand to hand often enough.</summary>
    public bool IsForLeads => Bounces >= MostBounces;

    /// <summary>A colleague is asked to go on with it. Nothing changes for the customer before they have said yes.</summary>
    public Handover Offer(AgentId to, Briefing words, AgentId by, bool byLead, DateTimeOffset now)
    {
        WhyNotOffer(to, words, by, byLead, now).StopIfAny();
        if (OfferedAs is not null)
            EndOffer(HowOfferEnded.Expired, Actor.Lupaus, now);
        var handover = new Handover(Id, OwnerId, to, by, words, HalfWay(now), now);
        (OfferedAs, OfferedTo, OfferedBy, OfferedUntil) = (handover.Id, to, by, handover.Until);
        Happened(new HandoverOffered(handover.Id, to, handover.Until), by, now);
        return handover;
    }

    public Refusal? WhyNotOffer(AgentId to, Briefing words, AgentId by, bool byLead, DateTimeOffset now) =>
        WhyNotHandOver(by, byLead, now) ??
        (to == OwnerId ? Refusal.Because("handover.owner") : null) ??
        (to == by ? Refusal.Because("handover.self") : null) ??
        WhyNotOwn(to) ??
        words.WhyNot();

    /// <summary>Whether this agent may offer it to anybody at this moment.</summary>
    public Refusal? WhyNotHandOver(AgentId by, bool byLead, DateTimeOffset now) =>
        WhyNotTouch() ??
        WhyNotServe(by) ??
        (by == OwnerId || byLead ? null : Refusal.Because("handover.notyours")) ??
        (IsForLeads && !byLead ? Refusal.Because("handover.bounced").With("count", Bounces) : null) ??
        (IsOffered(now) ? Refusal.Because("handover.open") : null) ??
        (Promise!.Due <= now ? Refusal.Because("handover.lapsed") : null);

    /// <summary>The colleague goes on: from now on they answer for it, and for the promise as it stands.</summary>
    /// <param name="offeredByLead">A lead has offered it, so that even what went from hand to hand may change hands.</param>
    public void AcceptOffer(HandoverId offer, AgentId by, bool offeredByLead, string? tellingWords, DateTimeOffset now)
    {
        (WhyNotAcceptOffer(offer, by, offeredByLead, now) ?? WhyNotPassTo(by, OwnerReason.HandedOver, tellingWords)).StopIfAny();
        EndOffer(HowOfferEnded.Accepted, by, now);
        PassTo(by, OwnerReason.HandedOver, tellingWords, by, now);
        if (IsUntouched)
            TakenAt = now;
    }

    public Refusal? WhyNotAcceptOffer(HandoverId offer, AgentId by, bool offeredByLead, DateTimeOffset now) =>
        WhyNotAnswerOffer(offer, by, now) ??
        (IsForLeads && !offeredByLead ? Refusal.Because("handover.bounced").With("count", Bounces) : null);

    /// <summary>The colleague says no and why; the owner goes on, or asks another.</summary>
    public void DeclineOffer(Handover offer, string reason, AgentId by, DateTimeOffset now)
    {
        (WhyNotAnswerOffer(offer.Id, by, now) ?? Handover.WhyNotDecline(reason)).StopIfAny();
        offer.Say(reason);
        EndOffer(HowOfferEnded.Declined, by, now);
    }

    /// <summary>Only whom it was offered to may answer, and only in time.</summary>
    public Refusal? WhyNotAnswerOffer(HandoverId offer, AgentId by, DateTimeOffset now) =>
        OfferedAs != offer ? Refusal.Because("handover.over") :
        OfferedTo != by ? Refusal.Because("handover.nottoyou") :
        !IsOffered(now) ? Refusal.Because("handover.expired") :
        null;

    public void WithdrawOffer(HandoverId offer, AgentId by, bool byLead, DateTimeOffset now)
    {
        WhyNotWithdrawOffer(offer, by, byLead).StopIfAny();
        EndOffer(HowOfferEnded.Withdrawn, by, now);
    }

    public Refusal? WhyNotWithdrawOffer(HandoverId offer, AgentId by, bool byLead) =>
        OfferedAs != offer ? Refusal.Because("handover.over") :
        by != OfferedBy && by != OwnerId && !byLead ? Refusal.Because("handover.notyours") :
        null;

    /// <summary>Nobody has answered in time: the owner still has the other half of it.</summary>
    public void LetOfferExpire(DateTimeOffset now)
    {
        if (OfferedAs is not null && !IsOffered(now))
            EndOffer(HowOfferEnded.Expired, Actor.Lupaus, now);
    }

    /// <summary>They can't answer, since they have gone away or leave. Waiting for them longer would be the customer's loss.</summary>
    public void OfferedIsAway(AgentId away, Actor by, DateTimeOffset now)
    {
        if (OfferedTo == away)
            EndOffer(HowOfferEnded.Away, by, now);
    }

    /// <summary>
    /// Given to another without asking them: what nobody has begun, and by a lead anything. What somebody has begun
    /// changes hands by one offering it and another accepting.
    /// </summary>
    public Refusal? WhyNotGive(AgentId to, AgentId by, bool byLead) =>
        WhyNotTouch() ??
        WhyNotServe(by) ??
        WhyNotOwn(to) ??
        (byLead || OwnerId == by || (IsUntouched && to == by) ? null : Refusal.Because("owner.notyours")) ??
        (byLead || IsUntouched ? null : Refusal.Because("owner.offer"));

    private void EndOffer(HowOfferEnded how, Actor by, DateTimeOffset now)
    {
        Happened(new HandoverEnded(OfferedAs!.Value, how, OfferedTo!.Value, OfferedBy!.Value), by, now);
        (OfferedAs, OfferedTo, OfferedBy, OfferedUntil) = (null, null, null, null);
    }

    private void EndOfferIfAny(Actor by, DateTimeOffset now)
    {
        if (OfferedAs is not null)
            EndOffer(IsOffered(now) ? HowOfferEnded.Withdrawn : HowOfferEnded.Expired, by, now);
    }

    /// <summary>Half of the promise's time is for the answer; the other half stays for whoever keeps it.</summary>
    private DateTimeOffset HalfWay(DateTimeOffset now) => (now + ((Promise!.Due - now) / 2)).Whole();

    /// <summary>
    /// Whether the customer is sent on: not when nobody has begun, and not when the owner can't be here. What is only
    /// given back as it was isn't sent anywhere.
    /// </summary>
    private bool IsBounce(OwnerReason why) =>
        !IsUntouched && why is not (OwnerReason.StandIn or OwnerReason.LongAbsence or OwnerReason.OwnerLeft or OwnerReason.DutyAgent or OwnerReason.OwnedBefore);
}
