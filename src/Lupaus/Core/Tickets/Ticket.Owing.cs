namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    public Duty TakeOn(string what, AgentId doer, DateTimeOffset due, bool isTold, AgentId by, DateTimeOffset now)
    {
        (WhyNotServe(by) ?? WhyNotOwn(doer) ?? WhyNotTakeOn(what, due, isTold, now)).StopIfAny();
        return Owe(what, doer, due, isTold, by, now);
    }

    private Duty Owe(string what, AgentId doer, DateTimeOffset due, bool isTold, Actor by, DateTimeOffset now, MessageId? unreached = null, AgentId? askedBy = null)
    {
        var duty = new Duty(Id, what, doer, due.Whole(), isTold, now, unreached, askedBy);
        duties.Add(duty);
        Happened(askedBy is null ? new DutyTaken(duty.Id, doer, duty.Due, isTold) : new ColleagueAsked(duty.Id, doer, duty.Due), by, now);
        return duty;
    }

    /// <summary>What the customer has been told to expect can't be due before the promise that covers it.</summary>
    public Refusal? WhyNotTakeOn(string what, DateTimeOffset due, bool isTold, DateTimeOffset now) =>
        WhyNotTouch() ??
        Duty.WhyNotOwe(what, due, now) ??
        (isTold && due < Promise!.Due ? Refusal.Because("duty.beforepromise") : null);

    /// <summary>The same due, or sooner where the customer has been told to expect something sooner.</summary>
    public DateTimeOffset NoLaterThanTold(DateTimeOffset due, DateTimeOffset now) =>
        duties.Where(d => d.IsOpen && d.IsTold && d.Due > now).Select(d => d.Due).Append(due).Min();

    public void FinishDuty(DutyId id, bool dropped, Actor by, DateTimeOffset now)
    {
        var duty = duties.Find(d => d.Id == id) ?? throw new RuleBroken(Refusal.Because("duty.unknown"));
        if (!duty.IsOpen)
            return;
        (duty.IsQuestion && !dropped ? Refusal.Because("consult.answer") : null).StopIfAny();
        duty.Finish(dropped, now);
        Happened(new DutyDone(id, dropped), by, now);
    }

    /// <summary>Somebody who had taken things on here leaves: the owner does them from now on, and what the owner asked of them their heir.</summary>
    public void DoerLeaves(AgentId leaving, AgentId heir, Actor by, DateTimeOffset now)
    {
        foreach (var duty in duties.Where(d => d.IsOpen && d.Doer == leaving))
            PassDuty(duty, duty.AskedBy == OwnerId ? heir : OwnerId, by, now);
    }

    /// <summary>Nobody owes an answer to themselves: a question that comes back to who asked it is over, and so is one to whoever asks the whole matter.</summary>
    private void PassDuty(Duty duty, AgentId to, Actor by, DateTimeOffset now)
    {
        if (duty.AskedBy == to || to == RequesterId)
        {
            FinishDuty(duty.Id, dropped: true, by, now);
            return;
        }
        Happened(duty.IsQuestion ? new QuestionPassed(duty.Id, duty.Doer, to, duty.Due) : new DutyPassed(duty.Id, duty.Doer, to), by, now);
        duty.PassTo(to);
    }

    /// <summary>Records a mistake of ours. Of a discrepancy one side alone would be half: see <see cref="Disagree"/>.</summary>
    public Obstacle Raise(ObstacleKind kind, string text, AgentId by, DateTimeOffset now)
    {
        (WhyNotTouch() ?? WhyNotServe(by) ?? (kind == ObstacleKind.Discrepancy ? Refusal.Because("discrepancy.sides") : Obstacle.WhyNotRaise(text))).StopIfAny();
        var obstacle = new Obstacle(Id, kind, text, by, now);
        obstacles.Add(obstacle);
        Happened(new ObstacleRaised(obstacle.Id, kind), by, now);
        return obstacle;
    }

    /// <summary>
    /// The customer says in this message of theirs that something went wrong. It is a failure until a person has mended
    /// it, and the owner owes it a look by that time. The promise stands: nobody but its maker can promise more. While
    /// they wait for the first to be mended, what they add is heard and raises no second.
    /// </summary>
    public void ToldOfFailure(Message said, string toDo, DateTimeOffset due, DateTimeOffset now)
    {
        WhyNotTakeOn(toDo, due, isTold: false, now).StopIfAny();
        if (LooksIntoWhatCustomerTold)
            return;
        var text = said.Body.Length > Limits.Reason ? said.Body.CutTo(Limits.Reason - 1) + "…" : said.Body;
        var obstacle = new Obstacle(Id, ObstacleKind.Failure, text, null, now);
        obstacles.Add(obstacle);
        Happened(new ObstacleRaised(obstacle.Id, obstacle.Kind), CustomerId, now);
        Owe(toDo, OwnerId, due, isTold: false, Actor.Lupaus, now);
    }

    /// <summary>The customer told of a failure that isn't mended yet.</summary>
    public bool LooksIntoWhatCustomerTold => obstacles.Any(o => o.IsOpen && o.IsToldByCustomer);

    /// <summary>A person has mended it and says how.</summary>
    public void SettleObstacle(ObstacleId id, string how, AgentId by, DateTimeOffset now)
    {
        var obstacle = obstacles.Find(o => o.Id == id) ?? throw new RuleBroken(Refusal.Because("obstacle.unknown"));
        (WhyNotServe(by) ?? Obstacle.WhyNotRaise(how)).StopIfAny();
        if (!obstacle.IsOpen)
            return;
        (obstacle.Kind == ObstacleKind.Discrepancy ? Refusal.Because("discrepancy.cause") : null).StopIfAny();
        obstacle.Settle(how, by, now);
        Happened(new ObstacleSettled(id, obstacle.Kind), by, now);
    }
}
