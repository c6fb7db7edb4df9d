using Lupaus.Core.Tickets;
using Lupaus.Web.Tests.Ground;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Live;
using Lupaus.Web.Work.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Work.Live;

public class LiveTests
{
    [Fact]
    public async Task A_new_ticket_is_heard_at_every_open_desk()
    {
        await using var house = await House.Open();
        await using var desk = await Line.Open(house.BrowserOf(house.Maija));

        await house.Matter(house.Antti);

        await desk.Until("lists");
    }

    /// <summary>Between the moment a page is made and the moment its line opens, or while a line is broken.</summary>
    [Fact]
    public async Task What_happens_before_the_line_opens_is_told_as_it_opens_and_nothing_is_told_when_nothing_happened()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);
        await antti.Page($"/desk/{ticket.Reference}");
        var page = await antti.Page($"/desk/{ticket.Reference}");
        var since = System.Text.RegularExpressions.Regex.Match(page, "data-since=\"([^\"]+)\"").Groups[1].Value;
        var path = $"/live?ticket={ticket.Reference}&since={since}";

        await using (var calm = await Line.Open(antti, path))
            (await calm.Until("company", "")).ShouldNotContain(e => e.EventType == "ticket");
        await house.CustomerWrites(ticket.Id, "Entä nyt?");

        await using var late = await Line.Open(antti, path);
        await late.Until("ticket");
    }

    [Fact]
    public async Task Who_has_the_ticket_open_hears_of_it_and_others_of_their_lists_only()
    {
        await using var house = await House.Open();
        var (ticket, other) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Bertta"));
        await using var there = await Line.Open(house.BrowserOf(house.Antti), $"/live?ticket={ticket.Reference}");
        await using var elsewhere = await Line.Open(house.BrowserOf(house.Maija), $"/live?ticket={other.Reference}");

        await house.Get<WriteNote>().For(ticket.Id, "Soitin VR:lle.", [], house.Antti, null, TestContext.Current.CancellationToken);
        await there.Until("ticket");
        await house.Get<WriteNote>().For(other.Id, "Soitin heille.", [], house.Antti, null, TestContext.Current.CancellationToken);

        (await elsewhere.Until("ticket")).Count(e => e.EventType == "ticket").ShouldBe(1);
    }

    [Fact]
    public async Task Who_looks_and_who_writes_is_said_to_the_others_in_their_own_language()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var path = $"/live?ticket={ticket.Reference}";
        await using var antti = await Line.Open(house.BrowserOf(house.Antti), path);
        var maija = house.BrowserOf(house.Maija, "sv");

        await using (await Line.Open(maija, path))
        {
            await antti.Until("company", "Maija katsoo");
            await house.Get<AtTheTicket>().Writes(ticket.Id, house.Maija, TestContext.Current.CancellationToken);
            await antti.Until("company", "Maija kirjoittaa vastausta");
        }

        await antti.Until("company", "");
    }

    [Fact]
    public async Task Nobody_hears_of_a_desk_who_does_not_work_here()
    {
        await using var house = await House.Open();
        using var answer = await house.Browser().GetAsync("/live");

        ((int)answer.StatusCode).ShouldBeInRange(302, 401);
    }

    [Fact]
    public async Task A_desk_at_a_ticket_that_does_not_exist_is_not_found()
    {
        await using var house = await House.Open();
        using var answer = await house.BrowserOf(house.Antti).GetAsync("/live?ticket=0000000");

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_web_nodes_on_one_PostgreSQL_hear_each_other()
    {
        await using var postgres = await Postgres.Empty();
        await using var one = await House.Open(postgres.Connection, also: b => b.Services.AddHostedService<OtherNodes>());
        await using var two = await House.Open(postgres.Connection, withCompany: false, also: b => b.Services.AddHostedService<OtherNodes>());
        var ticket = await one.Matter(one.Antti);
        await using var desk = await Line.Open(two.BrowserOf(one.Antti), $"/live?ticket={ticket.Reference}");

        await one.Get<WriteNote>().For(ticket.Id, "Soitin VR:lle.", [], one.Maija, null, TestContext.Current.CancellationToken);
        await desk.Until("ticket");
        await one.Get<AtTheTicket>().Writes(ticket.Id, one.Maija, TestContext.Current.CancellationToken);

        await desk.Until("company", "Maija kirjoittaa vastausta");
    }
}
