using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ReopeningTests
{
    private static readonly DateTimeOffset Closed = Given.Monday + Given.Hour;
    private static readonly DateTimeOffset LastDay = Closed + (30 * Given.Day);

    [Fact]
    public void Not_yet_opens_the_ticket_again_with_the_same_owner_and_a_promised_answer()
    {
        var ticket = Given.ASolvedTicket();

        var message = ticket.MariaWritesAfterClosing(Given.Wednesday);

        ticket.IsOpen.ShouldBeTrue();
        ticket.OwnerId.ShouldBe(Given.Aino);
        ticket.NewestFromCustomer.ShouldBe(message.Id);
        ticket.Promise.ShouldBe(new Promise(2, PromiseKind.Answer, Given.Wednesday + (4 * Given.Hour), Given.Wednesday, Given.Aino, ticket.Messages[^1].Id));
    }

    [Fact]
    public void What_the_customer_wrote_is_heard_before_the_ticket_reopens()
    {
        var ticket = Given.ASolvedTicket();
        ticket.TakeHappenings();

        ticket.MariaWritesAfterClosing(Given.Wednesday);

        ticket.Facts().Select(f => f.GetType()).ShouldBe([typeof(MessageReceived), typeof(TicketReopened), typeof(MessageSent), typeof(PromiseMade)]);
    }

    [Fact]
    public void When_the_owner_is_away_another_goes_on_with_it()
    {
        var ticket = Given.ASolvedTicket();
        ticket.TakeHappenings();

        ticket.MariaWritesAfterClosing(Given.Wednesday, owner: Given.Bertil);

        ticket.OwnerId.ShouldBe(Given.Bertil);
        ticket.Promise!.Promiser.ShouldBe(Given.Bertil);
        ticket.Facts().Only<OwnerChanged>().ShouldBe(new OwnerChanged(Given.Aino, Given.Bertil, OwnerReason.OwnedBefore));
    }

    [Fact]
    public void A_ticket_reopens_until_thirty_days_after_closing_and_not_later()
    {
        var ticket = Given.ASolvedTicket();

        ticket.WhyNotReopen(LastDay).ShouldBeNull();
        ticket.WhyNotReopen(LastDay.AddTicks(1)).ShouldBe("ticket.closedlongago");
    }

    [Fact]
    public void Every_way_of_closing_but_no_service_at_all_can_be_taken_back()
    {
        var withdrawn = Given.AnOpenTicket();
        withdrawn.Withdraw(Given.Maria, Closed);
        var spam = Given.AnOpenTicket();
        spam.SetAside(Given.Aino, Closed);

        withdrawn.WhyNotReopen(Given.Wednesday).ShouldBeNull();
        spam.WhyNotReopen(Given.Wednesday).ShouldBe("ticket.notservice");
    }

    [Fact]
    public void What_is_open_does_not_reopen() =>
        Given.AnOpenTicket().WhyNotReopen(Given.Wednesday).ShouldBe("ticket.open");

    [Fact]
    public void A_reopening_refused_leaves_the_ticket_as_it_was()
    {
        var ticket = Given.ASolvedTicket();
        ticket.TakeHappenings();

        var reopen = () => { ticket.CustomerReopens("Lippu ei aukea.", Channel.Page, Given.Letter, Given.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Closed), Given.Wednesday); };

        reopen.ShouldBeRefused("promise.past");
        ticket.Facts().ShouldBeEmpty();
        ticket.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void An_agent_reopens_what_was_closed_too_soon()
    {
        var ticket = Given.ASolvedTicket();
        ticket.TakeHappenings();

        ticket.Reopen(Given.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), Given.Bertil, Closed + Given.Hour);

        var happening = ticket.TakeHappenings()[0];
        (happening.What, happening.By).ShouldBe((new TicketReopened(HowClosed.Solved), Given.Bertil));
    }

    [Fact]
    public void Thanks_alone_are_shown_to_the_owner_and_reopen_nothing()
    {
        var ticket = Given.ASolvedTicket();
        ticket.TakeHappenings();

        var thanks = ticket.HearAfterClosing("Kiitos!", Channel.Mail, Given.Letter, Given.Wednesday);

        ticket.IsOpen.ShouldBeFalse();
        ticket.Facts().Only<HeardAfterClosing>().Message.ShouldBe(thanks.Id);
    }

    [Fact]
    public void Thanks_in_an_open_ticket_are_a_message_like_any_other()
    {
        var thank = () => { Given.AnOpenTicket().HearAfterClosing("Kiitos!", Channel.Mail, Given.Letter, Given.Wednesday); };

        thank.ShouldBeRefused("ticket.open");
    }

    [Fact]
    public void Neither_thanks_nor_complaints_are_empty()
    {
        var thank = () => { Given.ASolvedTicket().HearAfterClosing("", Channel.Mail, Given.Letter, Given.Wednesday); };

        thank.ShouldBeRefused("message.empty");
    }

    [Fact]
    public void Promises_are_numbered_on_through_reopenings()
    {
        var ticket = Given.ASolvedTicket();
        ticket.MariaWritesAfterClosing(Given.Wednesday);
        ticket.Answer(Given.AReply(), Given.Aino, Given.Wednesday + Given.Hour);
        ticket.MariaWritesAfterClosing(Given.Wednesday + Given.Day);

        ticket.PromiseEnds.Select(e => e.Number).ShouldBe([1, 2]);
        ticket.Promise!.Number.ShouldBe(3);
        ticket.PromisesMade.ShouldBe(3);
    }

    [Fact]
    public void A_break_before_closing_does_not_silence_the_apology_after_reopening()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Given.TwoOClock + Given.Minute);
        ticket.Withdraw(Given.Maria, Given.TwoOClock + Given.Hour);

        ticket.MariaWritesAfterClosing(Given.Wednesday);

        ticket.LapsesSinceOurWord.ShouldBe(0);
    }
}
