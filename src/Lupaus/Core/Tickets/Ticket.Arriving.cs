using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Tickets;

/// <summary>A new matter as it came in.</summary>
/// <param name="Requester">Which of ours asks it of colleagues, where it is no customer's.</param>
/// <param name="InLineSince">When it comes into the common line, where its customer brought many at once and it isn't at once.</param>
/// <param name="By">Who wrote it, where it is somebody who takes part in the customer's matters.</param>
public sealed record Arrival(
    PersonId Customer,
    TopicId Topic,
    LanguageCode Language,
    string Subject,
    string Body,
    Channel Channel,
    Source Source,
    DateTimeOffset? Deadline = null,
    TicketId? Follows = null,
    PersonId? By = null,
    DateTimeOffset? InLineSince = null,
    AgentId? Requester = null);

/// <summary>A promise of an answer and the words that tell it to the customer.</summary>
/// <param name="OnPageOnly">It stands on the customer's page and isn't sent: a machine wrote, or they have had enough of our receipts.</param>
/// <param name="Reckoned">What it was reckoned from, where it was.</param>
public sealed record AnswerPromised(DateTimeOffset Due, string TellingWords, bool OnPageOnly = false, Reckoned? Reckoned = null);

public sealed partial class Ticket
{
    /// <summary>How long a receipt is held back: a person who answers sooner makes it needless.</summary>
    public static readonly TimeSpan ReceiptHold = TimeSpan.FromMinutes(10);

    /// <summary>A matter arrives and has an owner and a promise in the same moment.</summary>
    public static Ticket Arrive(Arrival arrival, Reference reference, AgentId owner, OwnerReason why, AnswerPromised promised, DateTimeOffset now)
    {
        (WhyNotArrive(arrival, promised, now) ?? (owner == arrival.Requester ? Refusal.Because("request.owner") : null)).StopIfAny();
        var ticket = new Ticket
        {
            Id = TicketId.New(now),
            Reference = reference,
            CustomerId = arrival.Customer,
            RequesterId = arrival.Requester,
            OwnerId = owner,
            IntroducedId = owner,
            TopicId = arrival.Topic,
            Language = arrival.Language,
            Subject = SubjectOf(arrival),
            ArrivedAt = now,
            InLineSince = arrival.InLineSince?.Whole() ?? now,
            LastWordAt = now,
            Deadline = arrival.Deadline?.Whole(),
            FollowsId = arrival.Follows,
        };
        ticket.Happened(new TicketArrived(arrival.Channel, arrival.Topic), arrival.By ?? arrival.Customer, now);
        if (arrival.Follows is { } earlier)
            ticket.Happened(new FollowedUp(earlier), Actor.Lupaus, now);
        ticket.Happened(new OwnerNamed(owner, why), Actor.Lupaus, now);
        ticket.Hear(arrival.Body, arrival.Channel, arrival.Source, now, arrival.By);
        if (ticket.Deadline is { } deadline)
            ticket.Happened(new DeadlineSet(deadline), arrival.Customer, now);
        // Who rings is told by the one who answers; only if that is never written down does the receipt go out.
        var hold = arrival.Channel == Channel.Call ? ReceiptHold : default;
        var told = ticket.Say(Message.ToCustomer(ticket.Id, null, Nature.Acknowledgement, promised.TellingWords, now), now, hold, promised.OnPageOnly);
        ticket.Make(new Promise(ticket.NextPromise, PromiseKind.Answer, promised.Due.Whole(), now, owner, told.Id), Actor.Lupaus, promised.Reckoned);
        return ticket;
    }

    public static Refusal? WhyNotArrive(Arrival arrival, AnswerPromised promised, DateTimeOffset now) =>
        Message.WhyNotSay(arrival.Body) ??
        WhyNotSetDeadline(arrival.Deadline, now) ??
        Promise.WhyNotPromise(promised.Due, now);

    /// <summary>
    /// The customer writes in an open ticket. When we had been waiting for them, it is our turn again: an answer is
    /// promised, and a short receipt says so unless a person answers first.
    /// </summary>
    /// <param name="by">Somebody who takes part, where it isn't the customer.</param>
    public Message CustomerWrites(string body, Channel channel, Source source, AnswerPromised? promised, DateTimeOffset now, PersonId? by = null)
    {
        WhyNotHear(body, promised, now).StopIfAny();
        var message = Hear(body, channel, source, now, by);
        if (WaitsForCustomer)
            TakeTheTurn(promised!, by ?? CustomerId, now);
        return message;
    }

    public Refusal? WhyNotHear(string body, AnswerPromised? promised, DateTimeOffset now) =>
        Message.WhyNotSay(body) ??
        WhyNotTouch() ??
        (!WaitsForCustomer ? null : promised is null ? Refusal.Because("promise.missing") : Promise.WhyNotPromise(promised.Due, now));

    /// <summary>
    /// A machine wrote in the customer's stead: that they are away, that something was read. It is written down, and neither
    /// opens, settles nor owes anything.
    /// </summary>
    public Message HearMachine(string body, Source source, PersonId? by, DateTimeOffset now)
    {
        (Message.WhyNotSay(body) ?? (IsMerged ? Refusal.Because("ticket.merged") : null)).StopIfAny();
        var message = Message.FromMachine(Id, by ?? CustomerId, body, source, now);
        messages.Add(message);
        Happened(new MachineHeard(message.Id), by ?? CustomerId, now);
        return message;
    }

    /// <summary>A mail from somebody who doesn't take part waits here until one of ours decides about it.</summary>
    public void MailWaits(ReceivedMailId mail, DateTimeOffset now)
    {
        WhyNotTouch().StopIfAny();
        Happened(new MailWaits(mail), Actor.Lupaus, now);
    }

    public void MailDecided(ReceivedMailId mail, AgentId by, DateTimeOffset now) => Happened(new MailDecided(mail), by, now);

    private Message Hear(string body, Channel channel, Source source, DateTimeOffset now, PersonId? by = null)
    {
        var message = Message.FromCustomer(Id, by ?? CustomerId, body, channel, source, now);
        messages.Add(message);
        NewestFromCustomer = message.Id;
        LastWordAt = now;
        RemindersUnanswered = 0;
        Happened(new MessageReceived(message.Id, channel), by ?? CustomerId, now);
        return message;
    }

    /// <summary>We wait no longer: an answer is promised.</summary>
    private void TakeTheTurn(AnswerPromised promised, Actor by, DateTimeOffset now)
    {
        RemindersUnanswered = 0;
        End(HowItEnded.Withdrawn, by, now);
        PromiseAnswer(promised, OwnerId, now);
    }

    private void PromiseAnswer(AnswerPromised promised, AgentId promiser, DateTimeOffset now)
    {
        var receipt = Say(Message.ToCustomer(Id, null, Nature.Receipt, promised.TellingWords, now), now, ReceiptHold, promised.OnPageOnly);
        Make(new Promise(NextPromise, PromiseKind.Answer, promised.Due.Whole(), now, promiser, receipt.Id), Actor.Lupaus, promised.Reckoned);
    }

    /// <summary>The subject given, else the beginning of the message, cut at a sentence or a word.</summary>
    private static string SubjectOf(Arrival arrival)
    {
        const int Enough = 70;
        var given = arrival.Subject.OneLine();
        if (given.Length > 0)
            return given.CutTo(Limits.Subject).TrimEnd();
        var lines = arrival.Body.Cleaned().Split('\n').Select(l => l.OneLine()).Where(l => l.Length > 0).ToArray();
        var first = lines.Select(WithoutGreeting).FirstOrDefault(l => l.Length > 0) ?? lines[0];
        var sentence = first.IndexOfAny(['.', '!', '?']) is > 8 and var end and < Enough ? first[..(first[end] == '?' ? end + 1 : end)] : first;
        if (sentence.Length <= Enough)
            return sentence;
        var cut = sentence.LastIndexOf(' ', Enough);
        return sentence.CutTo(cut > Enough / 2 ? cut : Enough) + "…";
    }

    private static readonly string[] Greetings =
        ["hei", "heippa", "moi", "moikka", "terve", "tervehdys", "huomenta", "päivää", "iltaa", "hyvää", "hej", "hejsan", "god", "goddag", "hello", "hi", "dear", "good"];

    /// <summary>"Hei!", "Hyvää päivää," or "Hej Maija!" says nothing of the matter.</summary>
    private static string WithoutGreeting(string line)
    {
        const int Longest = 30;
        var end = line.IndexOfAny(['!', ',', '.']);
        var isGreeting = end is >= 0 and < Longest && Greetings.Contains(line[..end].Split(' ')[0], StringComparer.OrdinalIgnoreCase) && line.AsSpan(0, end).Count(' ') < 3;
        return isGreeting ? line[(end + 1)..].TrimStart() : line;
    }
}
