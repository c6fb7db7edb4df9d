using System.Net;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Work.Replies;

namespace Lupaus.Web.Tests.Pages.Desk;

public sealed class PrintTests
{
    [Fact]
    public async Task On_paper_stand_the_facts_the_whole_conversation_and_what_happened()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Get<WriteNote>().For(ticket.Id, "Soita myyjälle.", [], house.Maija, house.Nonce(), default);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves(), "Lippu on liitteenä.");
        await house.Get<TagTicket>().For(ticket.Id, ["liput"], [], house.Antti, null, default);

        var paper = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}/print");

        foreach (var words in new[] { ticket.Reference.Value, "aino@example.fi", "Automaatti sanoo", "Soita myyjälle.", "muistiinpano, ei asiakkaalle", "Lippu on liitteenä.", "liput", "Antti Laine" })
            paper.ShouldContain(words);
        paper.ShouldNotContain("<nav");
        (await house.BrowserOf(house.Antti).GetAsync("/desk/000000/print")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
