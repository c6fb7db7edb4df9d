using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Promises;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>
/// One ticket's life, lived in the domain: about ten messages, most promises kept, some moved or broken. It ends where
/// the present is; one that should stay open ends with a promise ahead of it.
/// </summary>
internal sealed class BigLife(BigWorld world, int number)
{
    private readonly Random chance = world.Chance;
    private readonly bool staysOpen = world.StaysOpen(number);
    private DateTimeOffset time = world.ArrivalOf(number);
    private BigCustomer customer = null!;
    private Person person = null!;
    private Topic topic = null!;
    private Agent owner = null!;
    private Ticket ticket = null!;
    private int words;

    public (Ticket Ticket, BigCustomer Customer) Live()
    {
        Arrive();
        foreach (var step in Steps())
        {
            if (!step)
                break;
        }
        return (ticket, customer);
    }

    /// <summary>Each answers whether life goes on.</summary>
    private IEnumerable<bool> Steps()
    {
        if (Happens(0.02) && !staysOpen)
        {
            yield return Answered(() => ticket.SetAside(owner.Id, time));
            yield break;
        }
        if (Happens(0.04) && !staysOpen)
        {
            yield return Reply(() => new WhatNext.CannotHelp());
            yield break;
        }
        yield return Reply(() => Promised());
        if (Happens(0.15))
            yield return Answered(() => ticket.Note(BigWords.Ours(chance, customer.Language), owner.Id, time));
        if (Happens(0.85))
            yield return CustomerWrites();
        if (Happens(0.05) && !staysOpen)
        {
            yield return CustomerWrites();
            yield return Answered(() => ticket.Withdraw(customer.Id, time));
            yield break;
        }
        if (Happens(0.06))
            yield return Move();
        if (Happens(0.7) && !ticket.WaitsForCustomer)
            yield return Reply(() => new WhatNext.PromiseStands(), delivers: false);
        if (Happens(0.85))
            yield return Reply(() => Waiting());
        if (Happens(0.06) && ticket.WaitsForCustomer && !staysOpen)
        {
            yield return Remind();
            yield return Remind();
            yield return Unanswered();
            yield break;
        }
        if (ticket.WaitsForCustomer)
            yield return CustomerWrites();
        if (Happens(0.8))
            yield return Reply(() => Promised());
        if (Happens(0.7))
            yield return CustomerWrites();
        yield return Reply(() => new WhatNext.Solves());
        if (staysOpen)
            yield break;
        if (Happens(0.07))
        {
            yield return Reopen();
            yield return Reply(() => new WhatNext.Solves());
        }
        if (Happens(0.3))
            yield return Later(4, 30) && Did(() => ticket.ConfirmSolved(time));
        if (Happens(0.5))
            yield return Later(1, 40) && Did(() => ticket.HearAfterClosing(BigWords.Thanks(customer.Language), Channel.Page, NewSource, time));
    }

    private void Arrive()
    {
        customer = world.Customer(time);
        person = Person.Meet(customer.Name, EmailAddress.Read(customer.Email), PhoneNumber.Read(customer.Phone), customer.Language, time);
        topic = world.Topic();
        owner = world.Owner(topic, customer.Language);
        DateTimeOffset? deadline = Happens(0.1) ? time.AddHours(chance.Next(2, 400)) : null;
        var forecast = Maker.AnswerBy(topic, time, deadline);
        var hours = world.Company.HoursOf(topic.Id);
        var told = world.Telling.Acknowledgement(world.Company, customer.Language, person, owner, forecast, deadline, hours.IsOpenAt(time) ? null : hours.NextOpening(time), time);
        var arrival = new Arrival(
            customer.Id, topic.Id, customer.Language, BigWords.Subject(chance, customer.Language), BigWords.Theirs(chance, customer.Language),
            customer.Email is null ? Channel.Call : Channel.Form, NewSource, deadline);
        ticket = Ticket.Arrive(arrival, Reference.From((int)((number * 0x9E3779B1L + world.Seed * 7919L) & 0x3FFFFFFF)), owner.Id, OwnerReason.LeastWork, new AnswerPromised(forecast.Due, told), time);
    }

    private bool CustomerWrites() => Before(ticket.Promise!.Due, 0.6) && Did(() =>
    {
        var due = Maker.AnswerBy(topic, time).Due;
        var promised = ticket.WaitsForCustomer ? new AnswerPromised(due, world.Telling.Receipt(world.Company, customer.Language, person, owner, due, time)) : null;
        ticket.CustomerWrites(BigWords.Theirs(chance, customer.Language), Channel.Page, NewSource, promised, time);
    });

    /// <summary>Closing is put off for a ticket that stays open: it promises something ahead of the present instead.</summary>
    private bool Reply(Func<WhatNext> next, bool delivers = true) => Answered(() =>
    {
        var ends = next();
        if (staysOpen && ends is WhatNext.Solves)
            ends = new WhatNext.Promises(PromiseKind.Act, (world.Present + TimeSpan.FromMinutes(chance.Next(20, 14_000))).Whole(), BigWords.Promise(chance, customer.Language));
        ticket.Answer(new Reply(BigWords.Ours(chance, customer.Language), ends, delivers), owner.Id, time);
    });

    private bool Move() => Answered(() =>
    {
        var due = Soonest(ticket.Promise!.Due.AddHours(chance.Next(4, 50)));
        ticket.MovePromiseTo(due, world.Telling.Moved(world.Company, customer.Language, BigWords.Reason(chance, customer.Language), due, time), owner.Id, time);
    });

    private bool Remind() => At(ticket.Promise!.Due.AddSeconds(-30)) && Did(() =>
        ticket.Remind(BigWords.Reminder(customer.Language), time.AddDays(3), time));

    private bool Unanswered() => At(ticket.Promise!.Due.AddSeconds(-30)) && Did(() =>
        ticket.CloseUnanswered(world.Telling.ClosedUnanswered(customer.Language), time));

    private bool Reopen() => Later(3, 200) && Did(() =>
    {
        var due = Maker.AnswerBy(topic, time).Due;
        ticket.CustomerReopens(BigWords.Theirs(chance, customer.Language), Channel.Page, NewSource, owner.Id, OwnerReason.OwnedBefore,
            new AnswerPromised(due, world.Telling.Reopened(world.Company, customer.Language, person, owner, due, time)), time);
    });

    private WhatNext.Promises Promised() =>
        new(Happens(0.5) ? PromiseKind.FindOut : PromiseKind.Act, Maker.InOpenHours(time, TimeSpan.FromHours(chance.Next(2, 20))), BigWords.Promise(chance, customer.Language));

    private WhatNext.WaitsForCustomer Waiting() =>
        new(Maker.InOpenHours(time, TimeSpan.FromHours(chance.Next(14, 30))), BigWords.Reminder(customer.Language));

    /// <summary>One of ours does something: in time mostly, else after the promise broke and was renewed.</summary>
    private bool Answered(Action act)
    {
        if (Happens(0.06) && !ticket.WaitsForCustomer && ticket.IsOpen)
        {
            if (!At(ticket.Promise!.Due.AddSeconds(10)))
                return false;
            var due = Maker.InOpenHours(time, topic.AnswerWithin / 2);
            ticket.Lapse(due, world.Lead.Id, world.Telling.Late(world.Company, customer.Language, owner, ticket.Promise!.Due, due, time), TimeSpan.Zero, onPageOnly: false, time);
        }
        return Before(ticket.Promise!.Due, 0.8) && Did(act);
    }

    private static bool Did(Action act)
    {
        act();
        return true;
    }

    /// <summary>Some time between now and due, sooner more often than later.</summary>
    private bool Before(DateTimeOffset due, double share) =>
        At(time + (due - time) * (0.02 + chance.NextDouble() * chance.NextDouble() * share));

    private bool Later(int fromHours, int toHours) => At(time.AddMinutes(chance.Next(fromHours * 60, toHours * 60)));

    private bool At(DateTimeOffset then)
    {
        if (then > world.Present)
            return false;
        time = then.Whole();
        return true;
    }

    private static DateTimeOffset Soonest(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.FromMinutes(30).Ticks));

    private bool Happens(double share) => chance.NextDouble() < share;

    private PromiseMaker Maker => world.Company.MakerFor(topic.Id);

    private Source NewSource => Source.Of("demo", $"{number}-{words++}");
}
