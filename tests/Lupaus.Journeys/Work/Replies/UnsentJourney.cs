using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Replies;

public sealed class UnsentJourney
{
    [Fact]
    public async Task What_was_typed_is_there_when_the_page_is_opened_again_and_gone_when_it_is_sent()
    {
        await using var stage = await Stage.Open();
        await (await stage.Somebody()).WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(stage.House.Maija);
        await maija.Presses("Ota seuraava");
        await maija.IsAt("Lippua ei voi lunastaa");

        await maija.RunAndWaitForResponseAsync(
            () => maija.Locator("#body").FillAsync("Hei Aino, kumpi juna on kyseessä?"),
            answer => answer.Url.EndsWith("/unsent", StringComparison.Ordinal) && answer.Status == 204);
        await maija.GotoAsync("/desk");
        await maija.GoBackAsync();
        await maija.ReloadAsync();

        await maija.Sees("Jatkat siitä, mihin jäit");
        (await maija.Locator("#body").InputValueAsync()).ShouldBe("Hei Aino, kumpi juna on kyseessä?");
        await maija.IsOpenToEverybody();
        await maija.GetByRole(AriaRole.Radio, new() { Name = "Tämä ratkaisee asian" }).CheckAsync();
        await maija.Locator("#reply-form").GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).ClickAsync();
        await maija.Sees("Vastaus lähti.");
        (await stage.House.Look(db => db.Unsent.CountAsync())).ShouldBe(0);
    }
}
