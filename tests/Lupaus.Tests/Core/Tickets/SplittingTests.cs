using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class SplittingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + (2 * Given.Hour);

    [Fact]
    public void What_the_customer_wrote_of_another_matter_becomes_a_ticket_with_owner_and_promise()
    {
        var ticket = Given.AnOpenTicket();
        var second = ticket.MariaWrites(Now, "Ja kuitti puuttuu.");
        ticket.TakeHappenings();

        var part = ticket.SplitOff(new Parting([second], SomethingStays: true), APart(), Given.Aino, Now);

        part.Messages.Select(m => m.Direction).ShouldBe([Direction.FromCustomer, Direction.ToCustomer]);
        (part.OwnerId, part.Subject, part.Promise!.Kind, part.Promise.Number).ShouldBe((Given.Aino, "Kuitti", PromiseKind.Answer, 1));
        (second.TicketId, second.CameFromId).ShouldBe((part.Id, ticket.Id));
        ticket.Messages.ShouldNotContain(second);
        ticket.Facts().Only<MessageMoved>().ShouldBe(new MessageMoved(second.Id, part.Id));
        part.Facts().Only<MessageSent>().Nature.ShouldBe(Nature.Parted);
    }

    [Fact]
    public void Our_own_words_stay_where_they_told_a_promise_and_something_the_customer_wrote_stays_too()
    {
        var ticket = Given.AnOpenTicket();
        var (theirs, ours) = (ticket.Messages[0], ticket.Messages[1]);
        var note = ticket.Note("Soitin VR:lle.", Given.Aino, Now);

        ticket.WhyNotSplitOff(new Parting([theirs, ours], true), APart(), Now).ShouldBe("split.ours");
        ticket.WhyNotSplitOff(new Parting([theirs], false), APart(), Now).ShouldBe("split.all");
        ticket.WhyNotSplitOff(new Parting([note], true), APart(), Now).ShouldBe("split.nothing");
        ticket.WhyNotSplitOff(new Parting([Given.AnOpenTicket().Messages[0]], true), APart(), Now).ShouldBe("split.othermatter");
        ticket.WhyNotSplitOff(new Parting([theirs], true), APart() with { Subject = " " }, Now).ShouldBe("ticket.subject");
    }

    [Fact]
    public void A_message_in_the_wrong_matter_goes_to_the_right_one_and_makes_it_our_turn()
    {
        var (ticket, right) = (Given.AnOpenTicket(), Given.ATicketWaitingForMaria());
        var strayed = ticket.MariaWrites(Now);

        ticket.MoveMessagesTo(right, new Parting([strayed], true), Given.AnAnswerBy(Given.Wednesday), Given.Aino, Now);

        right.Messages.ShouldContain(strayed);
        (right.WaitsForCustomer, right.NewestFromCustomer).ShouldBe((false, strayed.Id));
    }

    [Fact]
    public void A_message_is_not_moved_to_a_stranger_to_a_closed_matter_or_where_it_is()
    {
        var ticket = Given.AnOpenTicket();
        var strayed = new Parting([ticket.MariaWrites(Now)], true);
        var strangers = Ticket.Arrive(Given.AMatter() with { Customer = new PersonId(2) }, Reference.From(9), Given.Aino, OwnerReason.LeastWork, Given.AnAnswerBy(Given.TwoOClock), Given.Monday);

        Moving(strangers).ShouldBeRefused("merge.customer");
        Moving(Given.ASolvedTicket()).ShouldBeRefused("ticket.closed");
        Moving(ticket).ShouldBeRefused("merge.self");
        Moving(Given.ATicketWaitingForMaria()).ShouldBeRefused("promise.missing");

        Action Moving(Ticket to) => () => ticket.MoveMessagesTo(to, strayed, null, Given.Aino, Now);
    }

    private static NewPart APart() => new("Kuitti", Reference.From(3), Given.Aino, OwnerReason.KnowsCustomer, Given.AnAnswerBy(Given.Wednesday));
}
