using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Tests.Core;
using Lupaus.Work.Alerts;

namespace Lupaus.Tests.Work.Alerts;

public class ComingUpTests
{
    [Fact]
    public void A_promise_is_told_of_half_an_hour_before_it_is_due()
    {
        var ticket = Given.AnOpenTicket();

        Alert.ComingUp(ticket, Given.TwoOClock - Given.Hour).ShouldBeEmpty();
        Alert.ComingUp(ticket, Given.TwoOClock - (30 * Given.Minute)).ShouldBe([new Cause(AlertKind.Threatened, 1, Given.TwoOClock)]);
    }

    [Fact]
    public void A_promise_for_soon_is_no_threat_in_the_moment_it_is_made()
    {
        var ticket = Given.AnOpenTicket();
        var made = Given.Monday + Given.Hour;
        ticket.Answer(new Reply("Hetki.", new WhatNext.Promises(PromiseKind.FindOut, made + (20 * Given.Minute), "juna")), Given.Aino, made);

        Alert.ComingUp(ticket, made + Given.Minute).ShouldBeEmpty();
        Alert.ComingUp(ticket, made + (10 * Given.Minute)).Single().Kind.ShouldBe(AlertKind.Threatened);
    }

    [Fact]
    public void A_customers_last_hour_is_urgent_even_while_we_wait_for_them()
    {
        var deadline = Given.Monday + (5 * Given.Hour);
        var ticket = Given.Arriving(Given.AMatter(deadline: deadline));
        ticket.Answer(new Reply("Millä junalla?", new WhatNext.WaitsForCustomer(Given.Wednesday, "Kerrotko vielä junan?")), Given.Aino, Given.Monday + Given.Hour);

        Alert.ComingUp(ticket, deadline - Given.Hour - Given.Minute).ShouldBeEmpty();
        Alert.ComingUp(ticket, deadline - Given.Hour).ShouldBe([new Cause(AlertKind.Urgent, deadline.ToUnixTimeMilliseconds(), deadline)]);
    }

    [Fact]
    public void Nobody_is_called_to_what_has_been_answered_meanwhile()
    {
        var ticket = Given.AnOpenTicket();
        var now = Given.TwoOClock - (20 * Given.Minute);
        var alert = new Alert(Given.Aino, ticket.Id, Alert.ComingUp(ticket, now).Single(), now);
        alert.Holds(ticket, now).ShouldBeTrue();

        ticket.Answer(new Reply("Lippusi on liitteenä.", new WhatNext.Solves()), Given.Aino, now);

        alert.Holds(ticket, now).ShouldBeFalse();
    }

    [Fact]
    public void What_is_read_has_reached_its_reader_and_goes_nowhere_else()
    {
        var alert = new Alert(Given.Aino, new TicketId(1), new Cause(AlertKind.Mentioned, 1, null), Given.Monday);

        alert.Read(Given.Monday + Given.Minute);

        alert.IsForMail(Given.Monday + Given.Hour).ShouldBeFalse();
        alert.How.ShouldBe(AlertEnd.Shown);
    }
}
