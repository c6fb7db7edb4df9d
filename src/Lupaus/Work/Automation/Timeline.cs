using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Work.Webhooks;

namespace Lupaus.Work.Automation;

/// <summary>A fact of a ticket, by its id.</summary>
public sealed record Told(long Id, DateTimeOffset At, Fact Fact);

/// <summary>A moment at which a rule looks at a ticket, because of that fact.</summary>
public sealed record Occasion(long Cause, DateTimeOffset At);

/// <summary>How a ticket stood at a moment, as its facts tell.</summary>
public sealed record Standing(TopicId Topic, AgentId Owner, LanguageCode Language, Channel Channel, bool IsOpen, bool WaitsForCustomer, MessageId? NewestFromCustomer);

/// <summary>
/// What has happened to one ticket, in order. From it follows when a rule had to look, or has to look now, and how the
/// ticket stood then: the same for today and for any day last month.
/// </summary>
public sealed class Timeline(DateTimeOffset arrivedAt, LanguageCode languageNow, IReadOnlyList<Told> facts)
{
    /// <summary>The kinds of facts that it needs to know.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        nameof(TicketArrived), nameof(OwnerNamed), nameof(OwnerChanged), nameof(TopicChanged), nameof(LanguageChanged), nameof(MessageReceived), nameof(MessageSent),
        nameof(PromiseMade), nameof(PromiseEnded), nameof(TicketClosed), nameof(TicketReopened),
    ];

    /// <summary>The kinds of facts that a trigger begins with.</summary>
    public static IReadOnlyList<string> KindsOf(TicketEvent what) => what switch
    {
        TicketEvent.Arrived => [nameof(TicketArrived)],
        TicketEvent.CustomerWrote => [nameof(MessageReceived)],
        TicketEvent.AgentReplied => [nameof(MessageSent)],
        TicketEvent.OwnerChanged => [nameof(OwnerChanged)],
        TicketEvent.PromiseThreatened => [nameof(PromiseMade)],
        TicketEvent.PromiseBroken => [nameof(PromiseEnded)],
        TicketEvent.Closed => [nameof(TicketClosed)],
        _ => [nameof(TicketReopened)],
    };

    /// <summary>Every moment at which such a rule looks, oldest first. What is not over yet lies in the future.</summary>
    public IEnumerable<Occasion> Occasions(Trigger trigger, Func<TopicId, OpeningHours> hours) =>
        trigger.Event == TicketEvent.PromiseThreatened ? Threatened() :
        trigger.Waits ? Passed(trigger, hours) :
        facts.Where(f => TicketEvents.Of(f.Fact, f.At, arrivedAt) == trigger.Event).Select(f => new Occasion(f.Id, f.At));

    public Standing At(DateTimeOffset at)
    {
        var (topic, owner, channel, isOpen, waits, newest) = (default(TopicId), default(AgentId), Channel.Form, true, false, (MessageId?)null);
        foreach (var told in facts.TakeWhile(f => f.At <= at))
        {
            switch (told.Fact)
            {
                case TicketArrived f:
                    (topic, channel, isOpen) = (f.Topic, f.Channel, true);
                    break;
                case OwnerNamed f:
                    owner = f.Owner;
                    break;
                case OwnerChanged f:
                    owner = f.To;
                    break;
                case TopicChanged f:
                    topic = f.To;
                    break;
                case MessageReceived f:
                    newest = f.Message;
                    break;
                case PromiseMade f:
                    waits = f.Kind == PromiseKind.CheckBack;
                    break;
                case TicketClosed:
                    isOpen = false;
                    break;
                case TicketReopened:
                    isOpen = true;
                    break;
            }
        }
        // No fact tells the first language, but each change tells the one before.
        var language = facts.Where(f => f.At > at).Select(f => f.Fact).OfType<LanguageChanged>().Select(f => (LanguageCode?)f.From).FirstOrDefault() ?? languageNow;
        return new Standing(topic, owner, language, channel, isOpen, isOpen && waits, newest);
    }

    /// <summary>Half an hour before a promise is due; where it is made later than that, as it is made.</summary>
    private IEnumerable<Occasion> Threatened()
    {
        foreach (var made in facts)
        {
            if (made.Fact is not PromiseMade { Kind: not PromiseKind.CheckBack } promise)
                continue;
            var at = promise.Due - Promise.Warning < made.At ? made.At : promise.Due - Promise.Warning;
            if (!facts.Any(f => f.Fact is PromiseEnded end && end.Number == promise.Number && end.At <= at))
                yield return new Occasion(made.Id, at);
        }
    }

    /// <summary>The time since the last of them is over, and the ticket is open; since its closing: and closed it still is.</summary>
    private IEnumerable<Occasion> Passed(Trigger trigger, Func<TopicId, OpeningHours> hours)
    {
        var begun = facts.Where(f => Begins(f.Fact, trigger.Event)).ToArray();
        for (var i = 0; i < begun.Length; i++)
        {
            var over = trigger.After(begun[i].At, hours(At(begun[i].At).Topic));
            var isLast = i + 1 == begun.Length || begun[i + 1].At > over;
            if (isLast && At(over).IsOpen != (trigger.Event == TicketEvent.Closed))
                yield return new Occasion(begun[i].Id, over);
        }
    }

    /// <summary>What a ticket arrives with is the customer's first message, as far as waiting goes.</summary>
    private static bool Begins(Fact fact, TicketEvent what) => (what, fact) switch
    {
        (TicketEvent.Arrived, TicketArrived) or (TicketEvent.CustomerWrote, MessageReceived) or (TicketEvent.AgentReplied, MessageSent { Nature: Nature.Human }) or (TicketEvent.Closed, TicketClosed) => true,
        _ => false,
    };
}
