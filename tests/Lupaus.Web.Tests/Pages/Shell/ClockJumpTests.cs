using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Lateness;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>A machine's clock is put right, or wrong, while people work.</summary>
public sealed class ClockJumpTests
{
    [Theory, OnBothDatabases]
    public async Task A_clock_that_goes_back_an_hour_stops_nobody_and_puts_nothing_before_what_it_answers(string on)
    {
        await using var house = await House.On(on);
        var aino = await house.Writes();
        var ticket = await house.TicketOf();
        house.Clock.Passes(TimeSpan.FromHours(-1));

        await house.Replies(ticket.Id, ticket.OwnerId, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(3), "lippu vaihdetaan"));
        await house.CustomerWrites(ticket.Id, "Kiitos, odotan.");
        await house.Replies(ticket.Id, ticket.OwnerId, new WhatNext.Solves(), "Nyt se on vaihdettu.");

        var said = await house.Look(db => db.Messages.Where(m => m.TicketId == ticket.Id).OrderBy(m => m.Id).Select(m => m.Body).ToListAsync());
        said.ShouldBe(["Lippua ei voi lunastaa", "Selvä, palaan asiaan.", "Kiitos, odotan.", "Nyt se on vaihdettu."]);
        await aino.Opens(aino.Page);
        aino.Text.IndexOf("Nyt se on vaihdettu", StringComparison.Ordinal).ShouldBeGreaterThan(-1);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_clock_that_leaps_three_years_breaks_each_promise_once_and_tells_each_customer_once(string on)
    {
        await using var house = await House.On(on);
        for (var i = 0; i < 5; i++)
            await house.Matter(house.Antti, $"Asiakas {i}", $"asiakas{i}@example.fi");
        house.Clock.Becomes(House.MondayAtTen.AddYears(3));

        await house.Get<KeepWatch>().Look(default);
        await house.Get<KeepWatch>().Look(default);

        (await house.Look(db => db.PromiseEnds.CountAsync(e => e.How == HowItEnded.Broken))).ShouldBe(5);
        (await house.Look(db => db.Tickets.AllAsync(t => t.Promise!.Due > house.Clock.GetUtcNow()))).ShouldBeTrue();
        var late = await house.Look(db => db.Outbox.Where(o => o.Way == Way.Mail && o.State == Dispatch.Waiting).GroupBy(o => o.Address).Select(g => g.Count()).ToListAsync());
        late.ShouldAllBe(letters => letters <= 2); // the receipt of their message, and that we are late
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_a_leap_ahead_and_back_again_work_goes_on(string on)
    {
        await using var house = await House.On(on);
        await house.Writes();
        var ticket = await house.TicketOf();
        house.Clock.Becomes(House.MondayAtTen.AddYears(1));
        await house.Get<KeepWatch>().Look(default);
        house.Clock.Becomes(House.MondayAtTen.AddMinutes(5));

        await house.Get<KeepWatch>().Look(default);
        await house.Get<SendOutbox>().Now(default);
        await house.Get<TakeNext>().For(house.Maija, house.Nonce(), default);
        await house.Replies(ticket.Id, house.Maija, new WhatNext.Promises(PromiseKind.Answer, House.MondayAtTen.AddHours(2), ""));
        using var maija = house.BrowserOf(house.Maija);

        (await maija.Page($"/desk/{ticket.Reference}")).ShouldContain("Selvä, palaan asiaan.");
        (await maija.Page("/desk")).ShouldContain(ticket.Subject);
        (await house.Ticket(ticket.Id)).Promise!.Due.ShouldBe(House.MondayAtTen.AddHours(2).ToUniversalTime());
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }
}
