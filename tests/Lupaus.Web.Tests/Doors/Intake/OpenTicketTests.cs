using Lupaus.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Intake;

public sealed class OpenTicketTests
{
    [Fact]
    public async Task A_matter_gets_an_owner_and_a_promise_in_the_same_moment()
    {
        await using var house = await House.Open();

        var opened = await house.Get<OpenTicket>().From(Matter("nonce-1"), default);

        var ticket = await house.Look(db => db.Tickets.FirstAsync(t => t.Id == opened.Id));
        ticket.OwnerId.ShouldBe(house.Minna);
        ticket.Promise!.Due.ShouldBe(House.MondayAtTen.AddHours(4));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_ticket()
    {
        await using var house = await House.Open();

        var first = await house.Get<OpenTicket>().From(Matter("nonce-1"), default);
        var second = await house.Get<OpenTicket>().From(Matter("nonce-1"), default);

        second.Id.ShouldBe(first.Id);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_with_an_open_matter_gets_the_same_person_for_the_next()
    {
        await using var house = await House.Open();

        var first = await house.Get<OpenTicket>().From(Matter("nonce-1"), default);
        var second = await house.Get<OpenTicket>().From(Matter("nonce-2"), default);

        var owners = await house.Look(db => db.Tickets.Where(t => t.Id == first.Id || t.Id == second.Id).Select(t => t.OwnerId).Distinct().ToListAsync());
        owners.Count.ShouldBe(1);
    }

    private static NewMatter Matter(string nonce) => new(
        "Aino Testinen", EmailAddress.Parse("aino@example.fi"), null, "Automaatti sanoo: lippua ei voi lunastaa.",
        LanguageCode.Fi, Channel.Form, Source.Of("form", nonce));
}
