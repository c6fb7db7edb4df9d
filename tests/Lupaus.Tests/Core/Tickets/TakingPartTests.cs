using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class TakingPartTests
{
    private static readonly PersonId Liisa = new(2);
    private static readonly PersonId Pekka = new(3);
    private static readonly EmailAddress Address = EmailAddress.Parse("liisa@example.fi");
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void Whoever_takes_part_gets_each_reply_unless_left_out()
    {
        var ticket = ATicketOf(Liisa, Pekka);
        ticket.Facts();

        ticket.Answer(new Reply("Hei!", Promises()), Given.Aino, Now);
        ticket.Facts().OfType<CopySent>().Select(c => c.Person).ShouldBe([Liisa, Pekka]);
        ticket.Answer(new Reply("Hei taas!", Promises(), Cc: [Pekka]), Given.Aino, Now + Given.Minute);

        ticket.Facts().OfType<CopySent>().Select(c => c.Person).ShouldBe([Pekka]);
    }

    [Fact]
    public void A_copy_goes_to_nobody_who_takes_no_part()
    {
        var ticket = ATicketOf(Liisa);

        ticket.WhyNotAnswer(new Reply("Hei!", Promises(), Cc: [Pekka]), Given.Aino, Now).ShouldBe("participant.unknown");
    }

    [Fact]
    public void The_customer_takes_no_part_besides_and_others_take_part_once()
    {
        var ticket = ATicketOf(Liisa, Liisa);

        ticket.Participants.Count.ShouldBe(1);
        ticket.WhyNotLetTakePart(Given.Maria).ShouldBe("participant.customer");
        for (var i = 100; ticket.Participants.Count < Ticket.MostParticipants; i++)
            ticket.LetTakePart(new PersonId(i), Address, Given.Aino, Now);
        ticket.WhyNotLetTakePart(new PersonId(99)).ShouldBe("participant.many");
        ticket.WhyNotLetTakePart(Liisa).ShouldBeNull();
    }

    [Fact]
    public void What_somebody_who_takes_part_writes_is_their_word_and_is_heard_as_the_customers()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.LetTakePart(Liisa, Address, Given.Aino, Now);

        var word = ticket.CustomerWrites("Juna on IC 27.", Channel.Page, Given.Letter, Given.AnAnswerBy(Now + (4 * Given.Hour)), Now + Given.Hour, Liisa);

        word.PersonId.ShouldBe(Liisa);
        ticket.CustomerId.ShouldBe(Given.Maria);
        ticket.WaitsForCustomer.ShouldBeFalse();
    }

    [Fact]
    public void Two_people_found_to_be_one_take_part_once_and_not_in_a_matter_of_their_own()
    {
        var (ticket, own) = (ATicketOf(Liisa, Pekka), ATicketOf(Liisa));

        ticket.TakesPartAs(Liisa, Pekka, Given.Aino, Now);
        own.TakesPartAs(Liisa, Given.Maria, Given.Aino, Now);

        ticket.Participants.ShouldHaveSingleItem().PersonId.ShouldBe(Pekka);
        own.Participants.ShouldBeEmpty();
    }

    private static Ticket ATicketOf(params PersonId[] people)
    {
        var ticket = Given.AnOpenTicket();
        foreach (var person in people)
            ticket.LetTakePart(person, Address, Given.Aino, Now);
        return ticket;
    }

    private static WhatNext Promises() => new WhatNext.Promises(Lupaus.Core.Promises.PromiseKind.Act, Given.Wednesday);
}
