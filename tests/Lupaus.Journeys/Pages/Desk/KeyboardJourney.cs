using Lupaus.Web.Work.Replies;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Desk;

/// <summary>No hand leaves the keys.</summary>
public sealed class KeyboardJourney
{
    [Fact]
    public async Task A_matter_is_taken_answered_taken_back_and_answered_again_by_keys_alone()
    {
        await using var stage = await Stage.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:UndoSeconds", "10")]));
        var house = stage.House;
        await house.Get<WriteSavedReply>().For(null, "Kiitos viestistä", new SavedTexts("Hei {{firstname}},\n\nkiitos viestistäsi.", null, null), false, house.Minna, null, default);
        await house.Get<WriteSavedReply>().For(null, "Automaatin vika", new SavedTexts("Automaatti on nyt korjattu.", null, null), false, house.Minna, null, default);
        await (await stage.Somebody()).WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(house.Maija);

        await maija.Keyboard.PressAsync("n");
        await maija.IsAt("Lippua ei voi lunastaa");
        await maija.Keyboard.PressAsync("?");
        await maija.Sees("Ota seuraava asia");
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("Escape");

        await maija.Keyboard.PressAsync("/");
        await Assertions.Expect(maija.Locator("li[role=option]")).ToHaveCountAsync(2);
        await maija.Keyboard.TypeAsync("automaatin");
        await Assertions.Expect(maija.Locator("li[role=option]")).ToHaveCountAsync(1);
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("Enter");
        await Assertions.Expect(maija.Locator("#body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Automaatti on nyt korjattu\\.$"));
        await maija.Keyboard.PressAsync("Control+b");
        await maija.Keyboard.TypeAsync("Kokeile uudelleen");
        await maija.Keyboard.PressAsync("Alt+c");
        await Assertions.Expect(maija.Locator("dialog[open] strong")).ToHaveTextAsync("Kokeile uudelleen");
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("Escape");
        await maija.Locator("#next-solves").FocusAsync();
        await maija.Keyboard.PressAsync("Space");
        await maija.Locator("#body").FocusAsync();
        await maija.Keyboard.PressAsync("Control+Enter");

        await maija.Sees("Vastaus lähtee hetken päästä.");
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("z");
        await maija.Sees("Lähetys peruttu");
        (await maija.Locator("#body").InputValueAsync()).ShouldContain("**Kokeile uudelleen**");
        (await house.Look(db => db.HeldReplies.CountAsync())).ShouldBe(0);

        await maija.Keyboard.PressAsync("r");
        await maija.Keyboard.PressAsync("Control+Enter");
        await maija.Sees("Vastaus lähtee hetken päästä.");
        house.Clock.Becomes(house.Clock.Now().AddSeconds(11));
        await house.Get<HeldLeave>().Now(default);
        await maija.Sees("Vastaus lähti.");
        await Assertions.Expect(maija.Locator("article.out strong")).ToHaveTextAsync("Kokeile uudelleen");
    }

    [Fact]
    public async Task Many_are_ticked_tagged_and_taken_back_by_keyboard_alone()
    {
        await using var stage = await Stage.Open();
        foreach (var who in new[] { "aino@example.fi", "eino@example.fi", "oona@example.fi" })
            await (await stage.Somebody()).WritesToUs(who, "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(stage.House.Maija);
        await maija.GotoAsync("/desk/open");

        await maija.Keyboard.PressAsync("x");
        await maija.Keyboard.PressAsync("j");
        await maija.Keyboard.PressAsync("x");
        await Assertions.Expect(maija.Locator("p[data-count]")).ToHaveTextAsync("2 valittu");
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("t");
        await maija.Keyboard.TypeAsync("automaatti");
        await maija.Keyboard.PressAsync("Tab");
        await maija.Keyboard.PressAsync("Enter");
        await maija.Sees("Tunniste automaatti lisätty: 2");
        await maija.Keyboard.PressAsync("z");

        await maija.Sees("Peruttu: 2");
        await Assertions.Expect(maija.Locator(".rows .tag")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Anything_is_found_by_a_part_of_its_name()
    {
        await using var stage = await Stage.Open();
        await (await stage.Somebody()).WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(stage.House.Maija);

        await maija.Keyboard.PressAsync("Control+k");
        await maija.Keyboard.TypeAsync("lunastaa");
        await Assertions.Expect(maija.Locator("li[role=option]")).ToHaveCountAsync(1);
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("Enter");
        await maija.IsAt("Lippua ei voi lunastaa");

        await maija.Keyboard.PressAsync("Control+k");
        await maija.Keyboard.TypeAsync("muistiinp");
        await Assertions.Expect(maija.Locator("li[role=option]")).ToHaveCountAsync(1);
        await maija.Keyboard.PressAsync("Enter");
        await Assertions.Expect(maija.Locator("#note")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_pasted_picture_stands_in_the_text_where_the_customer_sees_it()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var aino = await stage.Somebody();
        await aino.WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(house.Maija);
        await maija.Presses("Ota seuraava");
        await maija.IsAt("Lippua ei voi lunastaa");

        await maija.Locator("#body").FocusAsync();
        await maija.EvaluateAsync("""
            () => {
              const bytes = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC'), c => c.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
              document.querySelector('#body').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(maija.Locator("#body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[image\]\(image\.png\)"));
        await maija.GetByRole(AriaRole.Radio, new() { Name = "Tämä ratkaisee asian" }).CheckAsync();
        await maija.Locator("#reply-form").GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).ClickAsync();
        await maija.Sees("Vastaus lähti.");

        await Assertions.Expect(maija.Locator("article.out .marked img")).ToHaveCountAsync(1);
        await aino.ReloadAsync();
        var picture = aino.Locator(".marked img");
        await Assertions.Expect(picture).ToHaveCountAsync(1);
        (await picture.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)")).ShouldBe(10);
        (await house.Look(db => db.UnsentFiles.CountAsync())).ShouldBe(0);
    }
}
