using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Doors.Calls;

/// <summary>A morning by the telephone: somebody known rings, somebody new rings, and one who left only a number is rung.</summary>
public sealed class CallJourney
{
    [Fact]
    public async Task While_the_telephone_rings_the_caller_is_found_and_what_was_promised_is_kept()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("040 765 4321", "Lippua ei voi lunastaa.");
        var antti = await stage.AtTheDesk(house.Antti);

        await antti.Keyboard.PressAsync("l");
        await antti.IsAt("Puhelu");
        await antti.IsOpenToEverybody();
        await antti.Keyboard.TypeAsync("0407654321");
        await antti.Locator(".found .matter").WaitForAsync();
        await antti.Locator(".found label.open").ClickAsync();
        await antti.Locator("#call-summary").FillAsync("Juna lähtee illalla. Siirrän lipun aamuksi.");
        await antti.IsOpenToEverybody();
        await antti.GetByRole(AriaRole.Radio, new() { Name = "Hoidan ja kerron viimeistään…" }).CheckAsync();
        await antti.Locator("#call-form input[name=when]:not(.own)").First.CheckAsync();
        await antti.Keyboard.PressAsync("Control+Enter");
        await antti.Sees("Puhelu kirjattu.");
        await antti.Sees("Juna lähtee illalla.");

        await aino.ReloadAsync();
        await aino.DoesNotSee("Juna lähtee illalla.");
        await aino.FitsTheScreen();
        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        (ticket.Promise!.Kind, ticket.Promise.Promiser).ShouldBe((PromiseKind.Act, house.Antti));
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_new_rings_and_the_words_typed_so_far_outlive_a_closed_page()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var maija = await stage.AtTheDesk(house.Maija);

        await maija.GotoAsync("/desk/call");
        await maija.Locator("#call-q").FillAsync("050 111 2222");
        await maija.Sees("Emme tunne vielä ketään");
        await maija.Locator(".found .stranger").CheckAsync(new() { Force = true });
        await maija.Locator("#call-name").FillAsync("Bertil Holm");
        (await maija.Locator("#call-phone").InputValueAsync()).ShouldBe("050 111 2222");
        await maija.Locator("#call-subject").FillAsync("Hotellilasku puuttuu");
        await maija.Locator("#call-summary").FillAsync("Lasku lähetettiin väärään osoitteeseen.");
        await maija.GotoAsync("/desk");
        // It was sent as the page closed; nothing tells when it has arrived.
        for (var tries = 0; tries < 200 && !await house.Look(db => db.UnsentCalls.AnyAsync(u => u.Form.Contains("osoitteeseen"))); tries++)
            await Task.Delay(100);

        await maija.GotoAsync("/desk/call");
        (await maija.Locator("#call-summary").InputValueAsync()).ShouldBe("Lasku lähetettiin väärään osoitteeseen.");
        await maija.GetByRole(AriaRole.Radio, new() { Name = "Tämä ratkaisee asian" }).CheckAsync();
        await maija.Presses("Tallenna puhelu");
        await maija.Sees("Puhelu kirjattu.");

        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        (ticket.Subject, ticket.OwnerId, ticket.Closure!.How).ShouldBe(("Hotellilasku puuttuu", house.Maija, HowClosed.Solved));
        await maija.GotoAsync("/desk/call");
        (await maija.Locator("#call-summary").InputValueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_left_only_a_number_is_rung_by_the_owner()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        await (await stage.SomebodyOnThePhone()).WritesToUs("040 765 4321", "Lippua ei voi lunastaa.");
        var owner = (await house.Look(db => db.Tickets.SingleAsync())).OwnerId;
        var phone = await stage.SomebodyOnThePhone();
        await phone.SignsIn(await stage.HasPassword(owner), Stage.Password);
        await phone.WaitForURLAsync("**/desk");

        await phone.GotoAsync("/desk/call");
        await phone.FitsTheScreen();
        (await phone.Locator(".owed a[href^='tel:']").GetAttributeAsync("href")).ShouldBe("tel:+358407654321");
        await phone.Locator(".owed .acts a").Last.ClickAsync();
        await phone.Locator("#call-summary").FillAsync("Kerroin, että selvitän asian.");
        await phone.GetByRole(AriaRole.Radio, new() { Name = "Selvitän ja kerron viimeistään…" }).CheckAsync();
        await phone.Locator("#call-form input[name=when]:not(.own)").First.CheckAsync();
        await phone.FitsTheScreen();
        await phone.IsOpenToEverybody();
        await phone.Presses("Tallenna puhelu");
        await phone.Sees("Puhelu kirjattu.");

        await phone.GotoAsync("/desk/call");
        await Assertions.Expect(phone.Locator(".owed")).ToHaveCountAsync(0);
        (await house.Look(db => db.Outbox.CountAsync(o => o.SettledAt == null))).ShouldBe(0);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }
}
