using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Live;

/// <summary>Maija and Antti at their desks at the same time, and Aino on her own page.</summary>
public sealed class TwoDesksJourney
{
    [Fact]
    public async Task Two_at_one_ticket_see_each_other_and_nobody_answers_past_the_customer()
    {
        await using var stage = await Stage.Open();
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(stage.House.Maija);
        var antti = await stage.AtTheDesk(stage.House.Antti);
        await maija.Presses("Ota seuraava");
        await maija.IsAt("Lippua ei voi lunastaa");

        await antti.GotoAsync(new Uri(maija.Url).AbsolutePath);
        await maija.Sees("Antti katsoo");
        await antti.Locator("#body").PressSequentiallyAsync("Minä tiedän tämän!");
        await maija.Sees("Antti kirjoittaa vastausta");

        await maija.Locator("#body").FillAsync("Hei Aino, kumpi juna on kyseessä?");
        await aino.Locator("#message").FillAsync("Juna lähtee kello 12!");
        await aino.Presses("Lähetä");
        await maija.Locator("#talk").GetByText("Juna lähtee kello 12!").WaitForAsync();
        await maija.Sees("Asiakas kirjoitti juuri. Lue se ennen kuin lähetät.");
        (await maija.Locator("#body").InputValueAsync()).ShouldBe("Hei Aino, kumpi juna on kyseessä?");
        await maija.IsOpenToEverybody();

        await Solves(maija);
        await maija.Sees("Katso uusi viesti");
        (await maija.Locator("#body").InputValueAsync()).ShouldBe("Hei Aino, kumpi juna on kyseessä?");
        await maija.Locator("#body").FillAsync("Hei Aino, lippu on nyt sähköpostissasi.");
        await Solves(maija);
        await maija.Sees("Vastaus lähti.");

        await antti.Sees("Asia muuttui sillä välin. Se, mitä kirjoitit, on tallella.");
        (await antti.Locator("#body").InputValueAsync()).ShouldContain("Minä tiedän tämän!");
        (await stage.House.Look(db => db.Tickets.SingleAsync())).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_ticket_comes_to_every_open_desk_without_anybody_pressing_anything()
    {
        await using var stage = await Stage.Open();
        var maija = await stage.AtTheDesk(stage.House.Maija);
        var antti = await stage.AtTheDesk(stage.House.Antti);
        await antti.GotoAsync("/desk/common");

        await (await stage.Somebody()).WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");

        await antti.Locator(".list .words").GetByText("Lippua ei voi lunastaa").WaitForAsync();
        await Assertions.Expect(maija.Locator(".views a[href='/desk/common'] .count")).ToHaveTextAsync("1");
    }

    private static async Task Solves(IPage page)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "Tämä ratkaisee asian" }).CheckAsync();
        await page.Locator("#reply-form").GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).ClickAsync();
    }
}
