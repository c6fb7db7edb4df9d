using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Replies;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

/// <summary>What the customer was told and what their page says never contradict each other, whoever goes on.</summary>
public sealed class NewOwnerTests
{
    private const string Instead = "Kerroimme aiemmin, että asiaasi hoitaa Minna Salo. Nyt sitä hoitaa Antti Laine, ja lupaus pysyi samana.";

    [Theory, OnBothDatabases]
    public async Task Until_the_first_reply_the_page_names_who_has_it_now_and_says_that_it_was_another(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();

        await house.Get<TakeUntouched>().For((await house.TicketOf()).Id, house.Antti, OvertakeReason.KnowsIt, null, default);
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Antti Laine vastaa sinulle. Viimeistään tänään klo 14");
        aino.Text.ShouldContain(Instead);
        aino.Text.ShouldContain("Viestisi tuli perille. Minna Salo vastaa sinulle viimeistään tänään klo 14.");
    }

    [Fact]
    public async Task The_letter_that_is_on_its_way_is_signed_by_the_one_it_names()
    {
        await using var house = await House.Open();
        await house.Writes();

        await house.Get<TakeUntouched>().For((await house.TicketOf()).Id, house.Antti, OvertakeReason.KnowsIt, null, default);
        var letter = await house.Look(async db => await house.Get<LetterWriter>().Write(await db.Outbox.AsNoTracking().SingleAsync(), db, default));

        letter.Body.ShouldContain("Minna Salo hoitaa asiaasi");
        letter.Body.ShouldContain("Minna Salo\nSatama Palvelut Oy");
        letter.Body.ShouldNotContain("Antti");
        letter.FromName.ShouldStartWith("Minna Salo");
    }

    [Fact]
    public async Task With_the_first_reply_the_new_one_is_introduced_and_nothing_more_needs_saying()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var ticket = await house.TicketOf();
        await house.Get<TakeUntouched>().For(ticket.Id, house.Antti, OvertakeReason.KnowsIt, null, default);

        await house.Get<SendReply>().For(ticket.Id, new Reply("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5))), [], house.Antti, null, default);
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Antti hoitaa asiaasi tästä eteenpäin.");
        aino.Text.ShouldContain("Minna Salo vastaa sinulle viimeistään tänään klo 14. Pidimme lupauksen.");
        aino.Text.ShouldNotContain(Instead);
    }

    [Theory, OnBothDatabases]
    public async Task Once_somebody_has_written_a_new_owner_is_named_and_earlier_words_stay_as_they_were_told(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();
        var ticket = await house.TicketOf();
        await house.Get<TakeUntouched>().For(ticket.Id, house.Antti, OvertakeReason.KnowsIt, null, default);
        await house.Get<SendReply>().For(ticket.Id, new Reply("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5))), [], house.Antti, null, default);

        await house.Get<NameStandIn>().For(house.Antti, house.Maija, house.Minna, default);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Maija Virtanen hoitaa asiaasi tästä eteenpäin. Lupaus pysyi samana, eikä sinun tarvitse kertoa mitään uudelleen.");
        aino.Text.ShouldContain("Maija Virtanen selvittää asian ja kertoo sinulle. Viimeistään tänään klo 15");
        aino.Text.ShouldContain("Selvitän. Antti Laine selvittää asian ja kertoo sinulle viimeistään tänään klo 15.");
        var letter = await house.Look(async db => await house.Get<LetterWriter>().Write(await db.Outbox.AsNoTracking().OrderByDescending(o => o.Id).FirstAsync(), db, default));
        letter.Body.ShouldContain("olen Maija ja hoidan asiaasi");
        (letter.FromName, letter.IsAutomatic).ShouldBe(("Maija Virtanen, Satama Palvelut Oy", true));
    }
}
