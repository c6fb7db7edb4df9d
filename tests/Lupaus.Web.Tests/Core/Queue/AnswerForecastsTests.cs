using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Queue;

public sealed class AnswerForecastsTests
{
    [Theory, OnBothDatabases]
    public async Task From_the_first_day_the_topics_own_time_is_promised_and_what_it_rests_on_is_kept(string database)
    {
        await using var house = await House.On(database);

        var ticket = await Comes(house, 1);

        ticket.Promise!.Due.ShouldBe(House.MondayAtTen.AddHours(4));
        var basis = await Basis(house, ticket);
        (basis.Pace, basis.Level, basis.Count, basis.Due).ShouldBe((Pace.InLine, null, 0, ticket.Promise.Due));
        basis.Open.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Theory, OnBothDatabases]
    public async Task After_thirty_answers_promises_are_made_from_how_long_answers_took(string database)
    {
        await using var house = await House.On(database);
        for (var i = 0; i < 30; i++)
        {
            var ticket = await Comes(house, i);
            house.Clock.Passes(TimeSpan.FromMinutes(2));
            await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());
        }

        await house.Get<LearnFromAnswers>().Look(default);
        var next = await Comes(house, 31);

        var basis = await Basis(house, next);
        basis.Count.ShouldBe(30);
        basis.Level!.Value.ShouldBe(.95 - (30 * .005 * .05), 1e-9); // each one kept lets the next be a little shorter
        next.Promise!.Due.ShouldBe(house.Clock.Now().AddMinutes(15));
        var learnt = (await house.Get<WhatWasLearnt>().Now(default)).ShouldHaveSingleItem();
        (learnt.Pace, learnt.Kept).ShouldBe((Pace.InLine, new Share(30, 30)));
        learnt.Ratio!.Value.ShouldBeInRange(.05, .2);
        await IsWhole(house);
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_that_passes_counts_at_once_and_once_and_moving_it_hides_nothing(string database)
    {
        await using var house = await House.On(database);
        var late = await Comes(house, 1);
        var moved = await Comes(house, 2);
        house.Clock.Passes(TimeSpan.FromHours(3));
        await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == moved.Id)).MovePromiseTo(House.MondayAtTen.AddHours(26), "Selvitys jatkuu huomiseen.", house.Antti, house.Clock.Now()), default);

        house.Clock.Becomes(late.Promise!.Due.AddMinutes(5));
        await house.Get<KeepWatch>().Look(default);
        await house.Get<LearnFromAnswers>().Look(default);
        await house.Get<LearnFromAnswers>().Look(default);
        (await Kept(house)).ShouldBe((0, 2));

        await house.Replies(late.Id, house.Antti, new WhatNext.Solves());
        await house.Replies(moved.Id, house.Antti, new WhatNext.Solves());
        await house.Get<LearnFromAnswers>().Look(default);

        (await Kept(house)).ShouldBe((0, 2));
        (await Kept(house, Pace.Renewed)).ShouldBe((1, 0)); // what was promised anew is learnt from by itself
        (await Basis(house, late)).Ratio!.Value.ShouldBeGreaterThan(1);
        (await Basis(house, moved)).LearntAt.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_one_customer_brings_beyond_ten_comes_into_the_line_one_by_one_and_is_promised_accordingly(string database)
    {
        await using var house = await House.On(database);
        var flood = new List<Ticket>();
        for (var i = 0; i < 13; i++)
            flood.Add(await Comes(house, 1));
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        var other = await Comes(house, 2);

        flood.Take(10).ShouldAllBe(t => t.InLineSince == t.ArrivedAt);
        var held = flood.Skip(10).ToArray();
        held.ShouldAllBe(t => t.InLineSince > t.ArrivedAt);
        held.Zip(held.Skip(1)).ShouldAllBe(two => two.First.InLineSince < two.Second.InLineSince);
        held.ShouldAllBe(t => t.Promise!.Due > flood[0].Promise!.Due && t.Promise.Due > t.InLineSince);

        var taken = new List<Reference>();
        for (var i = 0; i < 14; i++)
        {
            taken.Add((await house.Get<TakeNext>().For(house.Antti, house.Nonce(), default))!.Value);
            var id = flood.Append(other).Single(t => t.Reference == taken[^1]).Id;
            await house.Replies(id, house.Antti, new WhatNext.Solves());
        }
        taken.Take(11).ShouldBe(flood.Take(10).Append(other).Select(t => t.Reference), ignoreOrder: true);
        taken.Skip(11).ShouldBe(held.Select(t => t.Reference)); // rather than sit idle
    }

    [Theory, OnBothDatabases]
    public async Task Words_that_name_a_near_time_are_promised_by_or_answered_with_an_honest_no(string database)
    {
        await using var house = await House.On(database);

        var train = await Comes(house, 1, "Hei! Automaatti ei anna lippua, ja junani lähtee 4 min päästä.");
        var noon = await Comes(house, 2, "Tarvitsen kuitin ennen klo 13, voisitteko lähettää sen?");

        train.Promise!.Due.ShouldBe(House.MondayAtTen.AddMinutes(5));
        (await Told(house, train)).ShouldContain("Emme voi luvata, että ehdimme ajoissa (tänään klo 10.04). Yritämme silti heti.");
        noon.Promise!.Due.ShouldBe(House.MondayAtTen.AddMinutes(90));
        (await Told(house, noon)).ShouldNotContain("Emme voi luvata");
        (await Basis(house, train)).Pace.ShouldBe(Pace.Pressing);
    }

    [Theory, OnBothDatabases]
    public async Task Whose_turn_it_is_is_for_admins_to_choose(string database)
    {
        await using var house = await House.On(database);
        var minna = house.BrowserOf(house.Minna);
        (await minna.Page("/admin/queue")).ShouldContain("Joka kolmas vuoro");

        var refused = await minna.Send("/admin/queue", "/admin/queue", ("Turns", "7"), ("Promises", "95"));
        refused.Html.ShouldContain("joka toinen, kolmas tai neljäs");
        (await minna.Send("/admin/queue", "/admin/queue", ("Turns", "2"), ("Promises", "90"))).IsDone.ShouldBeTrue();

        var company = await house.Look(db => db.Companies.SingleAsync());
        (company.TurnsEvery, company.PromisesToKeep).ShouldBe((2, 90));
        var (one, two) = (await Comes(house, 1), await Comes(house, 2, deadlineIn: 50));
        var third = await Comes(house, 3, deadlineIn: 50);
        foreach (var ticket in new[] { two, one, third })
        {
            (await house.Get<TakeNext>().For(house.Antti, house.Nonce(), default)).ShouldBe(ticket.Reference);
            await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());
        }
    }

    private static async Task<Ticket> Comes(House house, int number, string words = "Laskussa on väärä summa, ja kuitti puuttuu.", int? deadlineIn = null)
    {
        var opened = await house.Get<OpenTicket>().From(new NewMatter(
            $"Asiakas {number}", EmailAddress.Parse($"asiakas{number}@example.fi"), null, words, LanguageCode.Fi, Channel.Form, house.Nonce(),
            Deadline: deadlineIn is { } minutes ? house.Clock.GetUtcNow().AddMinutes(minutes) : null), default);
        return await house.Ticket(opened.Id);
    }

    private static Task<PromiseBasis> Basis(House house, Ticket ticket) => house.Look(db => db.PromiseBases.SingleAsync(b => b.TicketId == ticket.Id && b.Number == 1));

    private static Task<string> Told(House house, Ticket ticket) => house.Look(db => db.Messages.Where(m => m.TicketId == ticket.Id && m.Nature == Nature.Acknowledgement).Select(m => m.Body).SingleAsync());

    private static async Task<(int Kept, int Missed)> Kept(House house, Pace pace = Pace.InLine)
    {
        var risk = await house.Look(db => db.AllowedRisks.SingleAsync(r => r.Pace == pace));
        return (risk.Kept, risk.Missed);
    }

    private static async Task IsWhole(House house) => (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
}
