using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Desk;

/// <summary>An hour of Maija's work: once without ever touching a mouse, once in a train with a phone in one hand.</summary>
public sealed class WorkingHourJourney
{
    private const int MostTabs = 80;

    [Fact]
    public async Task An_hour_of_work_is_done_by_keys_alone()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        foreach (var (name, body) in new[] { ("Aino Testinen", "Lippua ei voi lunastaa."), ("Bertil Holm", "Hotellilasku puuttuu."), ("Cecilia Ek", "Osoitteeni on muuttunut.") })
        {
            await Writes(house, name, body);
            house.Clock.Passes(TimeSpan.FromMinutes(1));
        }
        var page = await stage.Somebody();
        var keys = page.Keyboard;

        await page.GotoAsync("/sign-in");
        await TabTo(page, "#email");
        await keys.TypeAsync(await stage.HasPassword(house.Maija));
        await TabTo(page, "#password");
        await keys.TypeAsync(Stage.Password);
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk");

        await TakesNext(page);
        await keys.PressAsync("r");
        await keys.PressAsync("Control+End");
        await keys.TypeAsync("Selvitän asian junayhtiöstä.");
        await Chooses(page, "next", "#next-findout");
        await Chooses(page, "when", "#reply-form input[name=when]:not(.own)");
        await TabTo(page, "#what");
        await keys.TypeAsync("Maija kysyy junayhtiöstä.");
        await keys.PressAsync("Control+Enter");
        await page.Sees("Vastaus lähti.");

        await keys.PressAsync("m");
        await keys.TypeAsync("Soitin: he palaavat asiaan iltapäivällä.");
        await keys.PressAsync("Control+Enter");
        await page.Sees("Muistiinpano tallessa.");

        await TakesNext(page);
        await keys.PressAsync("e");
        await Chooses(page, "when", "details#move input[name=when]:not(.own)");
        await TabTo(page, "#reason");
        await keys.TypeAsync("odotan hotellin laskua");
        await keys.PressAsync("Enter");
        await page.Sees("Lupaus siirtyi");

        await TakesNext(page);
        await keys.PressAsync("r");
        await keys.PressAsync("Control+End");
        await keys.TypeAsync("Uusi osoitteesi on nyt meillä.");
        await Chooses(page, "next", "#next-solves");
        await keys.PressAsync("Control+Enter");
        await page.Sees("Vastaus lähti.");
        await page.IsOpenToEverybody();

        var tickets = await house.Look(db => db.Tickets.AsNoTracking().ToListAsync());
        tickets.ShouldAllBe(t => t.OwnerId == house.Maija);
        tickets.ShouldContain(t => t.Promise != null && t.Promise.Kind == PromiseKind.FindOut && t.Promise.Promiser == house.Maija);
        (await house.Look(db => db.PromiseEnds.CountAsync(e => e.How == HowItEnded.Moved))).ShouldBe(1);
        tickets.ShouldContain(t => t.Closure != null && t.Closure.How == HowClosed.Solved);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task From_a_train_a_phone_does_what_a_desk_does()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        await Writes(house, "Aino Testinen", "Lippua ei voi lunastaa.");
        var page = await stage.SomebodyOnThePhone();
        await page.SignsIn(await stage.HasPassword(house.Maija), Stage.Password);
        await page.WaitForURLAsync("**/desk");
        await page.FitsTheScreen();

        await page.GetByRole(AriaRole.Button, new() { Name = "Ota seuraava" }).ClickAsync();
        await page.IsAt("Lippua ei voi lunastaa");
        await page.FitsTheScreen();
        await page.Locator("#body").FillAsync("Hei Aino, selvitän tämän junassa istuessani.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Selvitän ja kerron viimeistään…" }).CheckAsync();
        await page.Locator("input[name=when]").First.CheckAsync();
        await page.FitsTheScreen();
        await page.Locator("#reply-form [data-send]").ClickAsync();
        await page.Sees("Vastaus lähti.");
        await page.FitsTheScreen();
        await page.IsOpenToEverybody();

        await page.GotoAsync("/desk");
        await page.Locator(".rows a").First.ClickAsync();
        await page.IsAt("Lippua ei voi lunastaa");
        (await house.Look(db => db.Tickets.SingleAsync())).Promise!.Kind.ShouldBe(PromiseKind.FindOut);
    }

    private static int written;

    private static Task Writes(House house, string name, string body) => house.Get<OpenTicket>().From(
        new NewMatter(name, EmailAddress.Parse($"{name.Split(' ')[0].ToLowerInvariant()}@example.fi"), null, body, LanguageCode.Fi, Channel.Form, Source.Of("hour", $"{Interlocked.Increment(ref written)}")), default);

    /// <summary>Which one comes is for the queue to say; it is another one.</summary>
    private static async Task TakesNext(IPage page)
    {
        var before = new Uri(page.Url).AbsolutePath;
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath is var path && path != before && path.Length > "/desk/".Length);
        await page.Locator("#ticket h1").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>On with the Tab key until one is there; who never gets there can't work by keys.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var tabs = 0; !await IsAtField(page, selector); tabs++)
        {
            tabs.ShouldBeLessThan(MostTabs, selector);
            await page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>To the group of choices by Tab, and in it with the arrow until the one that is meant is chosen; of several the last.</summary>
    private static async Task Chooses(IPage page, string group, string choice)
    {
        var wanted = page.Locator(choice).Last;
        for (var tabs = 0; !await page.EvaluateAsync<bool>("name => document.activeElement?.name === name && document.activeElement.checkVisibility()", group); tabs++)
        {
            tabs.ShouldBeLessThan(MostTabs, group);
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Space");
        for (var steps = 0; !await wanted.IsCheckedAsync(); steps++)
        {
            steps.ShouldBeLessThan(20, choice);
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    private static Task<bool> IsAtField(IPage page, string selector) => page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector);
}
