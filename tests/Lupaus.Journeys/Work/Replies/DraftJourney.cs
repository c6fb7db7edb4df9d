using Lupaus.Web.Work.Replies;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Replies;

/// <summary>A draft is read as it is typed; what it may sound like is put otherwise by one key, and nothing waits for it.</summary>
public sealed class DraftJourney
{
    [Fact]
    public async Task A_draft_becomes_kinder_by_keys_alone()
    {
        await using var stage = await Stage.Open();
        await stage.House.Get<NoteJargon>().For(LanguageCode.Fi, "tiketti", "asia", stage.House.Minna, null, default);
        await (await stage.Somebody()).WritesToUs("aino@example.fi", "Milloin saan rahani takaisin? Entä voinko matkustaa vanhalla lipulla?");
        var maija = await stage.AtTheDesk(stage.House.Maija);
        var marks = maija.Locator("ul.marks li");

        await maija.Keyboard.PressAsync("n");
        await maija.IsAt("Milloin saan rahani takaisin?");
        await maija.Keyboard.PressAsync("r");
        await maija.Keyboard.TypeAsync("Tiketti on käsittelyssä. En tiedä, milloin rahat tulevat.");
        await Assertions.Expect(marks).ToHaveCountAsync(2);
        await Assertions.Expect(maija.Locator(".asked li.touched")).ToHaveTextAsync("Milloin saan rahani takaisin?");
        await Assertions.Expect(maija.Locator(".asked li:not(.touched)")).ToHaveTextAsync("Entä voinko matkustaa vanhalla lipulla?");
        await maija.IsOpenToEverybody();

        await maija.Keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(maija.Locator("#body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Asia on käsittelyssä\\."));
        await Assertions.Expect(marks).ToHaveCountAsync(1);
        await maija.Keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(maija.Locator("#next-findout")).ToBeCheckedAsync();

        await maija.Keyboard.PressAsync("r");
        await maija.Keyboard.PressAsync("Control+End");
        await maija.Keyboard.TypeAsync(" Selvitän sen. Vanhalla lipulla voit matkustaa tänään.");
        await Assertions.Expect(maija.Locator(".asked li.touched")).ToHaveCountAsync(2);
        await maija.IsOpenToEverybody();
    }

    [Fact]
    public async Task A_customer_who_is_called_something_like_it_is_found_by_keys_alone()
    {
        await using var stage = await Stage.Open();
        await (await stage.Somebody()).WritesToUs("marja.lindqvist@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(stage.House.Maija);

        await maija.Keyboard.PressAsync("Control+k");
        await maija.Keyboard.TypeAsync("lindkvistin");
        await Assertions.Expect(maija.Locator("li[role=option]").First).ToContainTextAsync("marja.lindqvist");
        await maija.IsOpenToEverybody();
        await maija.Keyboard.PressAsync("ArrowDown");
        await maija.Keyboard.PressAsync("Enter");

        await maija.WaitForURLAsync("**/desk/people/**");
    }
}
