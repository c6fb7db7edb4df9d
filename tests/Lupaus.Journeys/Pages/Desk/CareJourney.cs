using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Desk;

/// <summary>An agent gives one customer their whole attention: says what they understood, and does something at once.</summary>
public sealed class CareJourney
{
    private const string Understood = "Lippu on ostettu, mutta automaatti ei tulosta sitä.";

    [Fact]
    public async Task What_was_understood_is_written_back_with_one_key_and_confirmed_with_one_press()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var page = await Taken(house);
        var antti = await stage.AtTheDesk(house.Antti);

        await antti.GotoAsync(page);
        (await antti.Locator("#understood").IsVisibleAsync()).ShouldBeFalse();
        await antti.Keyboard.PressAsync("y");
        await antti.Keyboard.TypeAsync(Understood);
        await antti.Locator("#body").FillAsync("Hei Aino, selvitän tämän heti.");
        await antti.IsOpenToEverybody();
        await antti.Locator("label:has(#next-findout)").ClickAsync();
        await antti.Locator(".more input[name=when]:not(.own)").First.CheckAsync(new() { Force = true });
        await antti.Locator("[data-send]").ClickAsync();
        await antti.Sees("Odottaa asiakkaan vahvistusta");

        await aino.ReloadAsync();
        await aino.Sees("Ymmärsikö Antti oikein?");
        await aino.IsOpenToEverybody();
        await aino.FitsTheScreen();
        await aino.Presses("Näin se on");
        await aino.Sees("Kiitos vahvistuksesta");
        await aino.DoesNotSee("Ymmärsikö Antti oikein?");

        await antti.ReloadAsync();
        await antti.Sees("Asiakas vahvisti omalla sivullaan");
        (await house.Look(db => db.Tickets.SingleAsync())).Understanding!.Answer.ShouldBe(UnderstoodHow.ByPage);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Undivided_attention_comes_and_goes_with_one_key_and_what_was_typed_stays()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        await (await stage.SomebodyOnThePhone()).WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var page = await Taken(house);
        var antti = await stage.AtTheDesk(house.Antti);
        var (list, places, person, button) = (antti.Locator(".side"), antti.Locator("nav.rail"), antti.Locator("aside.person"), antti.Locator("[data-undivided]"));

        await antti.GotoAsync(page);
        await antti.Locator("#body").FillAsync("Hei Aino, kesken");
        await antti.Keyboard.PressAsync("Escape");
        await antti.Keyboard.PressAsync("f");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(places).ToBeHiddenAsync();
        await Assertions.Expect(person).ToBeVisibleAsync();
        (await button.GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await antti.Locator("#body").InputValueAsync()).ShouldBe("Hei Aino, kesken");
        await antti.IsOpenToEverybody();

        await antti.GotoAsync(page);
        await Assertions.Expect(list).ToBeHiddenAsync();
        await antti.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await Assertions.Expect(places).ToBeVisibleAsync();
        (await button.GetAttributeAsync("aria-pressed")).ShouldBe("false");
        await antti.GotoAsync(page);
        await Assertions.Expect(list).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_script_the_button_does_the_same()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        await (await stage.SomebodyOnThePhone()).WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var page = await Taken(house);
        var antti = await stage.AtTheDesk(house.Antti, scripts: false);

        await antti.GotoAsync(page);
        await antti.Locator("[data-undivided]").ClickAsync();
        await Assertions.Expect(antti.Locator("nav.rail")).ToBeHiddenAsync();
        await Assertions.Expect(antti.Locator(".side")).ToBeHiddenAsync();
        await antti.Locator("[data-undivided]").ClickAsync();
        await Assertions.Expect(antti.Locator("nav.rail")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Goodwill_is_given_from_the_keyboard_beneath_the_customers_goal()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        await house.Get<LimitGoodwill>().ForAll(5000, house.Minna, default);
        await (await stage.SomebodyOnThePhone()).WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var page = await Taken(house);
        var antti = await stage.AtTheDesk(house.Antti);

        await antti.GotoAsync(page);
        await antti.Keyboard.PressAsync("g");
        await antti.Keyboard.TypeAsync("Lipun hinta takaisin");
        await antti.Types("Arvo euroina", "12,50");
        await antti.Types("Miksi?", "Ehtii näin perille.");
        await antti.IsOpenToEverybody();
        await antti.Locator("#goodwill .makes").CheckAsync();
        await antti.Locator("#goodwill input[name=when]:not(.own)").First.CheckAsync(new() { Force = true });
        await antti.Presses("Hyvitä");

        await antti.Sees("Hyvitys kirjattu.");
        await antti.Sees("Antti Laine hyvitti asiakkaalle 12,50");
        (await house.Look(db => db.Tickets.SingleAsync())).Duties.ShouldHaveSingleItem().Doer.ShouldBe(house.Antti);
        var minna = await stage.AtTheDesk(house.Minna);
        await minna.GotoAsync("/lead");
        await minna.Sees("Asiakkaille on hyvitetty yhteensä 12,50");
        await minna.IsOpenToEverybody();
    }

    private static async Task<string> Taken(House house)
    {
        var ticket = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
        await house.Get<ChangeTicket>().For(ticket.Id, (t, now) => { t.PassTo(house.Antti, OwnerReason.TookNext, null, house.Antti, now); t.AimFor("Hangossa illalla", house.Antti, now); }, default);
        return $"/desk/{ticket.Reference}";
    }
}
