using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>Nobody is here until then: with the promise, all that the customer expects sooner is put off, and they are told.</summary>
    public Message PutOff(DateTimeOffset due, string tellingWords, AgentId by, DateTimeOffset now)
    {
        foreach (var duty in duties.Where(d => d.IsOpen && d.IsTold && d.Due > now && d.Due < due))
        {
            duty.PutOffTo(due.Whole());
            Happened(new DutyPutOff(duty.Id, duty.Due), by, now);
        }
        return MovePromiseTo(due, tellingWords, by, now);
    }

    /// <summary>The same thing later, decided before due; the customer is told why.</summary>
    public Message MovePromiseTo(DateTimeOffset due, string tellingWords, AgentId by, DateTimeOffset now)
    {
        (WhyNotServe(by) ?? WhyNotMovePromiseTo(due, tellingWords, now)).StopIfAny();
        var moved = Promise!;
        End(HowItEnded.Moved, by, now);
        var told = Say(Message.ToCustomer(Id, by, Nature.Moved, tellingWords, now), now);
        Touched(now);
        LapsesSinceOurWord = 0;
        Make(moved with { Number = NextPromise, Due = due.Whole(), MadeAt = now, ToldIn = told.Id, Moves = moved.Moves + 1 }, by);
        if (moved.Moves > 0)
            Happened(new PromiseMovedAgain(PromisesMade, moved.Moves + 1), by, now);
        return told;
    }

    public Refusal? WhyNotMovePromiseTo(DateTimeOffset due, string tellingWords, DateTimeOffset now) =>
        WhyNotTouch() ??
        (WaitsForCustomer ? Refusal.Because("promise.checkback") : null) ??
        Promise!.WhyNotMoveTo(due, now) ??
        WhyNotPromiseBy(due, now) ??
        Message.WhyNotSay(tellingWords);

    /// <summary>
    /// Due has passed. The promise is broken, and a new one stands in the same moment. The customer is told once by
    /// mail; at a second break in a row the lead answers for it, and the page alone shows the new time.
    /// </summary>
    public void Lapse(DateTimeOffset newDue, AgentId lead, string tellingWords, TimeSpan hold, bool onPageOnly, DateTimeOffset now, Reckoned? reckoned = null)
    {
        (WhyNotOwn(lead) ?? WhyNotLapse(newDue, now)).StopIfAny();
        var broken = Promise!;
        End(HowItEnded.Broken, Actor.Lupaus, now);
        LapsesSinceOurWord++;
        var isAgain = LapsesSinceOurWord > 1;
        var told = Say(Message.ToCustomer(Id, null, Nature.Late, tellingWords, now), now, hold, onPageOnly || isAgain);
        var promiser = isAgain ? lead : broken.Promiser;
        Make(broken with { Number = NextPromise, Due = newDue.Whole(), MadeAt = now, Promiser = promiser, ToldIn = told.Id }, Actor.Lupaus, reckoned);
        if (promiser != broken.Promiser)
            Happened(new PromiserChanged(PromisesMade, broken.Promiser, promiser), Actor.Lupaus, now);
    }

    public Refusal? WhyNotLapse(DateTimeOffset newDue, DateTimeOffset now) =>
        WhyNotTouch() ??
        (WaitsForCustomer ? Refusal.Because("promise.checkback") : null) ??
        (Promise!.IsLapsed(now) ? null : Refusal.Because("promise.notdue")) ??
        Promise.WhyNotPromise(newDue, now);

    /// <summary>The customer hasn't answered: the reminder written beforehand goes out, and we ask again later.</summary>
    public Message Remind(string reminder, DateTimeOffset askAgainAt, DateTimeOffset now)
    {
        WhyNotRemind(now).StopIfAny();
        Promise.WhyNotPromise(askAgainAt, now).StopIfAny();
        var kept = Promise!;
        End(HowItEnded.Kept, Actor.Lupaus, now);
        RemindersUnanswered++;
        var told = Say(Message.ToCustomer(Id, null, Nature.Reminder, reminder, now), now);
        Make(kept with { Number = NextPromise, Due = askAgainAt.Whole(), MadeAt = now, ToldIn = told.Id, Moves = 0 }, Actor.Lupaus);
        return told;
    }

    public Refusal? WhyNotRemind(DateTimeOffset now) =>
        WhyNotTouch() ??
        (!WaitsForCustomer ? Refusal.Because("promise.notcheckback") : null) ??
        (RemindersUnanswered >= MostReminders ? Refusal.Because("promise.reminded") : null) ??
        (now < Promise!.Due - RemindBefore ? Refusal.Because("promise.notdue") : null);

    /// <summary>However silent the customer is, we owe them something still: after the last reminder's time it is our turn again.</summary>
    public void TakeTheTurn(AnswerPromised promised, DateTimeOffset now)
    {
        WhyNotTakeTheTurn(promised, now).StopIfAny();
        TakeTheTurn(promised, Actor.Lupaus, now);
    }

    public Refusal? WhyNotTakeTheTurn(AnswerPromised promised, DateTimeOffset now) =>
        WhyNotStopWaiting(now) ??
        Promise.WhyNotPromise(promised.Due, now);

    /// <summary>Each reminder has gone out, and has had its time.</summary>
    public Refusal? WhyNotStopWaiting(DateTimeOffset now) =>
        WhyNotTouch() ??
        (!WaitsForCustomer || RemindersUnanswered < MostReminders ? Refusal.Because("promise.notreminded") : null) ??
        (now < Promise!.Due - RemindBefore ? Refusal.Because("promise.notdue") : null);

    /// <summary>After this many unanswered reminders the ticket closes instead.</summary>
    public const int MostReminders = 2;

    /// <summary>A reminder leaves a little before its time, so that being in touch by then is kept.</summary>
    public static readonly TimeSpan RemindBefore = TimeSpan.FromMinutes(1);

    private int NextPromise => PromisesMade + 1;

    private void Make(Promise promise, Actor by, Reckoned? reckoned = null)
    {
        PromisesMade = promise.Number;
        Promise = promise;
        if (IsOffered(promise.MadeAt) && HalfWay(promise.MadeAt) < OfferedUntil)
            OfferedUntil = HalfWay(promise.MadeAt);
        if (reckoned is not null)
            promiseBases.Add(new PromiseBasis(Id, promise, reckoned));
        Happened(new PromiseMade(promise.Number, promise.Kind, promise.Due, promise.Promiser, promise.ToldIn, promise.WordsIn), by, promise.MadeAt);
    }

    /// <summary>The words of the next promise, and the number they stand under; null when it needs none of its own.</summary>
    private int? Word(string? text)
    {
        if (text.Cleaned() is not { Length: > 0 } words)
            return null;
        promiseWords.Add(new PromiseWords(Id, NextPromise, words));
        return NextPromise;
    }

    private void End(HowItEnded how, Actor by, DateTimeOffset now)
    {
        var end = Promise!.End(Id, how, now);
        promiseEnds.Add(end);
        Promise = null;
        if (end.How == HowItEnded.Broken)
            PromisesBroken++;
        Happened(new PromiseEnded(end.Number, end.How, end.Due, end.At), by, now);
    }

    /// <summary>The promise may not be later than anything else the customer has been told to expect; what is late already no promise can come before.</summary>
    private Refusal? WhyNotPromiseBy(DateTimeOffset due, DateTimeOffset now) =>
        duties.Any(d => d.IsOpen && d.IsTold && d.Due > now && d.Due < due) ? Refusal.Because("promise.afterduty") : null;
}
