using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lupaus.Journeys.Doors.Intake;

/// <summary>Somebody comes in at the front door: in their own language, and with a slip or two of the pen.</summary>
public sealed class FrontDoorJourney(SharedStage shared) : IClassFixture<SharedStage>
{
    private readonly Stage stage = shared.Stage;

    [Theory]
    [InlineData("fi-FI", "Miten voimme auttaa?")]
    [InlineData("sv-FI", "Hur kan vi hjälpa dig?")]
    [InlineData("en-GB", "How can we help?")]
    public async Task The_front_page_speaks_the_language_of_the_browser(string locale, string heading)
    {
        var guest = await stage.Somebody(locale);

        await guest.GotoAsync("/");

        await guest.IsAt(heading);
        (await guest.Locator("html").GetAttributeAsync("lang")).ShouldBe(locale[..2]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_language_chosen_by_hand_is_remembered_on_every_page_and_in_the_letters(bool scripts)
    {
        var bertil = await stage.Somebody("fi-FI", scripts);

        await bertil.GotoAsync("/");
        await bertil.Follows("Svenska");
        await bertil.IsAt("Hur kan vi hjälpa dig?");
        var later = await bertil.Context.NewPageAsync();
        await later.GotoAsync("/");
        await later.IsAt("Hur kan vi hjälpa dig?");
        await later.Locator("#reach").FillAsync("bertil@example.fi");
        await later.Locator("#message").FillAsync("Biljetten fungerar inte.");
        await later.Presses("Skicka meddelandet");
        await later.PromiseCard("Vårt löfte till dig").WaitForAsync();

        (await stage.LetterTo("bertil@example.fi")).ShouldContain("senast");
        await later.Presses("English");
        await later.PromiseCard("Our promise to you").WaitForAsync();
        await later.ReloadAsync();
        await later.PromiseCard("Our promise to you").WaitForAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_slip_is_told_in_plain_words_at_its_field_and_nothing_typed_is_lost(bool scripts)
    {
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.GotoAsync("/");
        await aino.FitsTheScreen();

        await aino.Presses("Lähetä viesti");
        await aino.IsToldAt("#reach", "Kerro sähköpostiosoite tai puhelinnumero, jotta voimme vastata.");
        await aino.IsToldAt("#message", "Viesti on vielä tyhjä.");
        await aino.FitsTheScreen();

        await aino.Locator("#name").FillAsync("Aino Testinen");
        await aino.Locator("#reach").FillAsync("aino@example");
        await aino.Locator("#message").FillAsync("Lippua ei voi lunastaa.\n\nMitä teen?");
        await aino.Locator("#deadline-day").FillAsync("2026-11-20");
        await aino.Locator("#deadline-time").FillAsync("09:30");
        await aino.Presses("Lähetä viesti");
        await aino.IsToldAt("#reach", "Tämä ei näytä sähköpostiosoitteelta eikä puhelinnumerolta.");
        await aino.IsToldAt("fieldset.day-and-time", "Aika on jo mennyt. Valitse myöhempi.");
        await aino.FitsTheScreen();
        await aino.IsOpenToEverybody(withScripts: scripts);

        await Expect(aino.Locator("#name")).ToHaveValueAsync("Aino Testinen");
        await Expect(aino.Locator("#reach")).ToHaveValueAsync("aino@example");
        await Expect(aino.Locator("#message")).ToHaveValueAsync("Lippua ei voi lunastaa.\n\nMitä teen?");
        await Expect(aino.Locator("#deadline-day")).ToHaveValueAsync("2026-11-20");
        await Expect(aino.Locator("#deadline-time")).ToHaveValueAsync("09:30");

        await aino.Locator("#reach").FillAsync("aino@example.fi");
        await aino.Locator("#deadline-day").FillAsync("2026-11-24");
        await aino.Presses("Lähetä viesti");
        await aino.WaitForURLAsync("**/t/**");
        await aino.Sees("Mitä teen?");
        await aino.FitsTheScreen();
    }
}
