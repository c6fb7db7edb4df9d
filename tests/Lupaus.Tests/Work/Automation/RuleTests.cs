using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Tests.Core;
using Lupaus.Tests.Ground.Calendar;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Lupaus.Work.Webhooks;

namespace Lupaus.Tests.Work.Automation;

public class RuleTests
{
    private static readonly AgentId Minna = new(7);

    private static readonly Lupaus.Work.Automation.Case Usual = new()
    {
        Topic = Given.Trains,
        Team = new TeamId(31),
        Owner = Given.Aino,
        Language = LanguageCode.Fi,
        Channel = Channel.Mail,
        WaitsForCustomer = false,
        IsOpen = true,
        Subject = "Laskussa väärä summa",
        Body = "Hei, sain maalaskun kahdesti.",
        Addresses = ["maria@posti.example.fi"],
        Organisation = new OrganisationId(41),
        IsInOpenHours = true,
    };

    private static RuleText Rule(Trigger? when = null, IReadOnlyList<Condition>? conditions = null, IReadOnlyList<Deed>? deeds = null) =>
        new("Laskut", when ?? new Trigger(TicketEvent.Arrived), conditions ?? [], deeds ?? [new SetTopic(Given.Books)]);

    [Fact]
    public void All_that_is_asked_has_to_hold()
    {
        Rule(conditions: [new TopicIs([Given.Trains]), new LanguageIs([LanguageCode.Sv, LanguageCode.Fi])]).Fits(Usual).ShouldBeTrue();
        Rule(conditions: [new TopicIs([Given.Trains]), new LanguageIs([LanguageCode.Sv])]).Fits(Usual).ShouldBeFalse();
        Rule().Fits(Usual).ShouldBeTrue();
    }

    [Theory]
    [InlineData("lasku", Where.Anywhere, true)]
    [InlineData("LASKU", Where.Subject, true)]
    [InlineData("summa", Where.Body, false)]
    [InlineData("lasku", Where.Body, false)]
    [InlineData("maalasku", Where.Body, true)]
    [InlineData("kahdesti.", Where.Body, true)]
    [InlineData("kissa", Where.Anywhere, false)]
    public void A_word_is_found_by_its_beginning_and_not_in_the_middle_of_another(string word, Where where, bool holds) =>
        new WordsAre([word], where).Holds(Usual).ShouldBe(holds);

    [Theory]
    [InlineData("maria@posti.example.fi", true)]
    [InlineData("example.fi", true)]
    [InlineData("posti.example.fi", true)]
    [InlineData("ample.fi", false)]
    [InlineData("aria@posti.example.fi", false)]
    public void A_customer_is_known_by_an_address_or_by_its_domain_and_what_stands_under_it(string wanted, bool holds) =>
        new CustomerIs([wanted]).Holds(Usual).ShouldBe(holds);

    [Fact]
    public void Whose_turn_it_is_is_asked_of_open_tickets_alone()
    {
        new TurnIs(Turn.Ours).Holds(Usual).ShouldBeTrue();
        new TurnIs(Turn.Customers).Holds(Usual with { WaitsForCustomer = true }).ShouldBeTrue();
        new TurnIs(Turn.Ours).Holds(Usual with { IsOpen = false }).ShouldBeFalse();
    }

    [Fact]
    public void The_other_questions_are_answered_by_what_stands_in_the_ticket()
    {
        new TeamIs(Usual.Team).Holds(Usual).ShouldBeTrue();
        new OwnerIs(Given.Bertil).Holds(Usual).ShouldBeFalse();
        new CameBy([Channel.Form]).Holds(Usual).ShouldBeFalse();
        new OrganisationIs(new OrganisationId(41)).Holds(Usual).ShouldBeTrue();
        new HoursAre(Open: false).Holds(Usual).ShouldBeFalse();
    }

    public static TheoryData<RuleText, string> Refused => new()
    {
        { Rule() with { Name = " " }, "rule.name" },
        { Rule(deeds: []), "deed.none" },
        { Rule(deeds: [new SetTopic(Given.Books), new SetTopic(Given.Trains)]), "deed.many" },
        { Rule(deeds: [new PutSavedReply(new SavedReplyId(1))]), "deed.notforrules" },
        { Rule(deeds: [new ChooseNext(NextStep.Solves)]), "deed.notforrules" },
        { Rule(deeds: [new SetDeadline(0)]), "deed.hours" },
        { Rule(deeds: [new LeaveNote(new string('a', Deed.MostWords + 1))]), "deed.note" },
        { Rule(deeds: [new GiveTo(Receiver.Person)]), "deed.agent" },
        { Rule(new Trigger(TicketEvent.OwnerChanged)), "rule.event" },
        { Rule(new Trigger(TicketEvent.Arrived, -1)), "rule.time" },
        { Rule(new Trigger(TicketEvent.Arrived, 91, TimeUnit.Days)), "rule.time" },
        { Rule(new Trigger(TicketEvent.PromiseBroken, 4)), "rule.since" },
        { Rule(conditions: [new HoursAre(true), new HoursAre(false)]), "condition.twice" },
        { Rule(conditions: [new WordsAre([" "])]), "condition.words" },
        { Rule(conditions: [new CustomerIs(["ei osoite"])]), "condition.addresses" },
        { Rule(conditions: [new TopicIs([])]), "condition.choices" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_makes_no_rule_is_refused_by_its_reason(RuleText text, string key) =>
        Lupaus.Work.Automation.Rule.WhyNotWrite(text).ShouldBe(key);

    [Fact]
    public void A_new_rule_is_off_and_one_that_is_on_leaves_alone_what_happened_before()
    {
        var rule = Lupaus.Work.Automation.Rule.Write(Rule(), 1, Minna, Given.Monday);

        rule.IsOn.ShouldBeFalse();
        rule.Switch(true, Minna, Given.Monday + Given.Hour);

        rule.Concerns(new Occasion(1, Given.Monday)).ShouldBeFalse();
        rule.Concerns(new Occasion(1, Given.TwoOClock)).ShouldBeTrue();
        rule.Rewrite(Rule(), Minna, Given.Wednesday);
        rule.Concerns(new Occasion(1, Given.TwoOClock)).ShouldBeFalse();
    }

    [Fact]
    public void Everybodys_macro_is_changed_by_those_who_keep_the_house_and_ones_own_by_oneself()
    {
        var (shared, own) = (Macro.Write("Laskut", Rule().Then, null, Minna, Given.Monday), Macro.Write("Laskut", Rule().Then, Given.Aino, Given.Aino, Given.Monday));

        shared.WhyNotChange(Given.Aino, isAdmin: false).ShouldBe("macro.shared");
        shared.WhyNotChange(Minna, isAdmin: true).ShouldBeNull();
        own.WhyNotChange(Minna, isAdmin: true).ShouldBe("macro.others");
        own.IsFor(Given.Bertil).ShouldBeFalse();
        Macro.WhyNotWrite("Laskut", [new AlertByMail(Alerted.Owner)]).ShouldBe("deed.notformacros");
    }

    [Fact]
    public void A_working_day_later_is_the_same_time_on_the_next_open_day()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 14, 30, 0, TimeSpan.FromHours(2));

        new Trigger(TicketEvent.Arrived, 1, TimeUnit.Days).After(friday, Helsinki.Office).ShouldBe(friday.AddDays(3));
        new Trigger(TicketEvent.Arrived, 2, TimeUnit.Hours).After(friday, Helsinki.Office).ShouldBe(new DateTimeOffset(2026, 3, 9, 9, 30, 0, TimeSpan.FromHours(2)));
        new Trigger(TicketEvent.Arrived, 1, TimeUnit.Days).After(friday.AddHours(4), Helsinki.Office).ShouldBe(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(2)));
    }

    [Theory, InlineData(1, TimeUnit.Hours), InlineData(12, TimeUnit.Hours), InlineData(3, TimeUnit.Days)]
    public void Where_time_began_is_found_from_where_it_ends(int amount, TimeUnit unit)
    {
        var (trigger, then) = (new Trigger(TicketEvent.Arrived, amount, unit), Given.Wednesday);

        var began = trigger.BeganBy(then, Helsinki.Office);

        trigger.After(began.AddMinutes(1), Helsinki.Office).ShouldBeGreaterThan(then);
        trigger.After(began.AddMinutes(-1), Helsinki.Office).ShouldBeLessThanOrEqualTo(then);
    }
}

/// <summary>Moments are found from what has happened, and the ticket is seen as it stood then.</summary>
public class TimelineTests
{
    private static readonly DateTimeOffset Monday = Given.Monday;

    private static Timeline Of(Ticket ticket)
    {
        long id = 0;
        return new Timeline(ticket.ArrivedAt, ticket.Language, [.. ticket.TakeHappenings().Select(h => new Told(++id, h.At, h.What))]);
    }

    private static DateTimeOffset[] Moments(Ticket ticket, Trigger trigger) => [.. Of(ticket).Occasions(trigger, _ => Helsinki.Office).Select(o => o.At)];

    [Fact]
    public void What_a_ticket_arrives_with_is_its_arrival_and_not_the_customer_writing_again()
    {
        var ticket = Given.AnOpenTicket();
        ticket.MariaWrites(Monday + Given.Hour);
        var timeline = Of(ticket);

        timeline.Occasions(new Trigger(TicketEvent.Arrived), _ => Helsinki.Office).Select(o => o.At).ShouldBe([Monday]);
        timeline.Occasions(new Trigger(TicketEvent.CustomerWrote), _ => Helsinki.Office).Select(o => o.At).ShouldBe([Monday + Given.Hour]);
    }

    [Fact]
    public void Time_runs_from_the_last_message_and_begins_anew_with_the_next()
    {
        var ticket = Given.AnOpenTicket();
        ticket.MariaWrites(Monday + Given.Hour);

        Moments(ticket, new Trigger(TicketEvent.CustomerWrote, 3)).ShouldBe([Monday + (4 * Given.Hour)]);
    }

    [Fact]
    public void Nothing_waits_for_a_ticket_that_was_closed_meanwhile()
    {
        Moments(Given.ASolvedTicket(), new Trigger(TicketEvent.Arrived, 3)).ShouldBeEmpty();
        Moments(Given.ASolvedTicket(), new Trigger(TicketEvent.Closed, 3)).ShouldBe([Monday + (4 * Given.Hour)]);
    }

    [Fact]
    public void A_promise_is_threatened_half_an_hour_before_and_only_while_it_lives()
    {
        Moments(Given.AnOpenTicket(), new Trigger(TicketEvent.PromiseThreatened)).ShouldBe([Given.TwoOClock - (30 * Given.Minute)]);
        Moments(Given.ASolvedTicket(), new Trigger(TicketEvent.PromiseThreatened)).ShouldBeEmpty();
        Moments(Given.ATicketWaitingForMaria(), new Trigger(TicketEvent.PromiseThreatened)).ShouldBeEmpty();
    }

    [Fact]
    public void The_ticket_is_seen_as_it_stood_then()
    {
        var ticket = Given.AnOpenTicket();
        ticket.ChangeTopic(Given.Books, Given.Aino, Monday + Given.Hour);
        ticket.SpeakIn(LanguageCode.Sv, Given.Aino, Monday + (2 * Given.Hour));
        ticket.PassTo(Given.Bertil, OwnerReason.TookNext, null, Given.Bertil, Monday + (3 * Given.Hour));
        var timeline = Of(ticket);

        var (before, after) = (timeline.At(Monday), timeline.At(Monday + (3 * Given.Hour)));

        (before.Topic, before.Language, before.Owner, before.Channel).ShouldBe((Given.Trains, LanguageCode.Fi, Given.Aino, Channel.Mail));
        (after.Topic, after.Language, after.Owner, after.IsOpen).ShouldBe((Given.Books, LanguageCode.Sv, Given.Bertil, true));
    }

    [Fact]
    public void Whose_turn_it_was_follows_from_the_promise_that_lived_then()
    {
        var timeline = Of(Given.ATicketWaitingForMaria());

        timeline.At(Monday).WaitsForCustomer.ShouldBeFalse();
        timeline.At(Monday + Given.Hour).WaitsForCustomer.ShouldBeTrue();
        Of(Given.ASolvedTicket()).At(Monday + Given.Hour).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A_broken_promise_is_a_moment_of_its_own()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Given.TwoOClock + Given.Minute);

        Moments(ticket, new Trigger(TicketEvent.PromiseBroken)).Length.ShouldBe(1);
    }
}
