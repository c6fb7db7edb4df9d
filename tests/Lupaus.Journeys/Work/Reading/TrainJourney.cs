using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Reading;

/// <summary>A train leaves soon and its ticket won't print: what the customer writes is read, found and confirmed by keys alone.</summary>
public sealed class TrainJourney
{
    [Fact]
    public async Task What_the_customer_writes_is_read_found_in_another_form_and_confirmed_with_one_key()
    {
        await using var stage = await Stage.Open();
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("aino@example.fi", "Tämä on jo kolmas kerta! Junalippuni ei tulostu, ja juna lähtee tunnin päästä.");
        await aino.Sees("Kerroit ajan: tänään klo 11. Onko sen jälkeen liian myöhäistä?");
        await aino.IsOpenToEverybody();

        var maija = await stage.AtTheDesk(stage.House.Maija);
        await maija.GotoAsync("/desk");
        await maija.Locator("form.find input").FocusAsync();
        await maija.Keyboard.TypeAsync("lippujen tulostaminen");
        await maija.Keyboard.PressAsync("Enter");
        await maija.WaitForURLAsync("**/desk/find**");
        (await maija.Locator(".found mark").AllInnerTextsAsync()).ShouldBe(["Junalippuni", "tulostu"]);
        await maija.IsOpenToEverybody();

        await maija.Locator(".rows a").First.FocusAsync();
        await maija.Keyboard.PressAsync("Enter");
        await maija.Sees("Takaraja taitaa olla tänään klo 11.");
        await maija.Sees("Asia on jo jonossa sen mukaan.");
        await maija.Sees("Tyytymätön");
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("d");
        await maija.GetByText("Takaraja taitaa olla").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var ticket = await stage.House.Look(db => db.Tickets.AsNoTracking().SingleAsync());
        ticket.DeadlineGuess.ShouldBeNull();
        ticket.Deadline.ShouldNotBeNull();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_customer_says_themselves_that_there_is_no_hurry(bool scripts)
    {
        await using var stage = await Stage.Open();
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.WritesToUs("aino@example.fi", "Käyn hakemassa kuitin ensi viikolla, sopiiko?");

        await aino.Presses("Ei ole kiire");

        await aino.DoesNotSee("Kerroit ajan");
        (await stage.House.Look(db => db.Tickets.AsNoTracking().SingleAsync())).DeadlineGuess.ShouldBeNull();
    }
}
