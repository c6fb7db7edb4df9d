using System.Text;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Desk;

/// <summary>Maija at her desk and Aino on her own page, each seeing what is theirs to see.</summary>
public sealed class AnswerJourney
{
    private const string Secret = "Kysyin Antilta: sama vika oli eilen.";

    [Theory, InlineData(true), InlineData(false)]
    public async Task From_take_next_to_solved_the_customer_always_knows_who_what_and_by_when(bool scripts)
    {
        await using var stage = await Stage.Open();
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        var maija = await stage.AtTheDesk(stage.House.Maija, scripts: scripts);

        await maija.GetByRole(AriaRole.Button, new() { Name = "Ota seuraava" }).ClickAsync();
        await maija.IsAt("Lippua ei voi lunastaa");
        await Notes(maija);
        await PromisesToFindOut(maija);
        await aino.ReloadAsync();
        await aino.Sees("Kysyn vielä myyjältä.");
        await aino.PromiseCard().GetByText("kumpi lippu on oikea").WaitForAsync();
        await aino.PromiseCard().GetByText("Viimeistään tänään klo 15").WaitForAsync();
        await aino.DoesNotSee(Secret);
        Encoding.UTF8.GetString(await aino.Fetches("ohje.txt")).ShouldBe("Näin lippu lunastetaan.");
        await aino.FitsTheScreen();

        await MovesThePromise(maija);
        await aino.ReloadAsync();
        await aino.Sees("Tämä vie kauemmin kuin luulin: odotan vastausta myyjältä.");
        await aino.PromiseCard().GetByText("Viimeistään huomenna klo 12").WaitForAsync();
        await aino.FitsTheScreen();

        await SetsTheGoal(maija);
        await Solves(maija);
        await aino.ReloadAsync();
        await aino.IsAt("Tuliko asia kuntoon?");
        await aino.DoesNotSee(Secret);
        await aino.FitsTheScreen();

        var ticket = await stage.House.Look(db => db.Tickets.SingleAsync());
        (ticket.Closure!.How, ticket.Goal, ticket.OwnerId).ShouldBe((HowClosed.Solved, "olla illalla Hangossa", stage.House.Maija));
        (await stage.LetterTo("aino@example.fi")).ShouldNotContain("Antilta");
        (await stage.House.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    private static async Task Notes(IPage maija)
    {
        await maija.Locator("label:has(#way-note)").ClickAsync();
        await maija.Locator("#note").FillAsync(Secret);
        await maija.Presses("Tallenna muistiinpano");
        await maija.Sees("Muistiinpano tallessa.");
        await maija.Sees(Secret);
    }

    private static async Task PromisesToFindOut(IPage maija)
    {
        await maija.Locator("#body").FillAsync("Hei Aino,\n\nKysyn vielä myyjältä. Liitin ohjeen.");
        await maija.GetByRole(AriaRole.Radio, new() { Name = "Selvitän ja kerron viimeistään…" }).CheckAsync();
        await At(maija.Locator(".next"), "reply", "2026-11-23", "15:00");
        await maija.Locator("#what").FillAsync("Maija selvittää, kumpi lippu on oikea.");
        await maija.Locator("#files").SetInputFilesAsync(Doing.AFile("ohje.txt", "Näin lippu lunastetaan."));
        await Sends(maija);
        await maija.Sees("Vastaus lähti.");
    }

    private static async Task MovesThePromise(IPage maija)
    {
        var move = maija.Locator("details#move");
        await move.Locator("summary").ClickAsync();
        await At(move, "move", "2026-11-24", "12:00");
        await move.Locator("#reason").FillAsync("odotan vastausta myyjältä");
        await move.GetByRole(AriaRole.Button, new() { Name = "Siirrä lupausta" }).ClickAsync();
        await maija.Sees("Lupaus siirtyi, ja asiakkaalle kerrottiin miksi.");
    }

    private static async Task SetsTheGoal(IPage maija)
    {
        var goal = maija.Locator("details#goal");
        await goal.Locator("summary").ClickAsync();
        await goal.Locator("#goal-words").FillAsync("olla illalla Hangossa");
        await goal.GetByRole(AriaRole.Button, new() { Name = "Tallenna" }).ClickAsync();
        await maija.Sees("Tavoite tallessa.");
    }

    private static async Task Solves(IPage maija)
    {
        await maija.Locator("#body").FillAsync("Hei Aino,\n\nlippusi on nyt kunnossa. Hyvää matkaa!");
        await maija.GetByRole(AriaRole.Radio, new() { Name = "Tämä ratkaisee asian" }).CheckAsync();
        await Sends(maija);
        await maija.Sees("Asia on suljettu.");
    }

    private static async Task At(ILocator form, string prefix, string day, string time)
    {
        await form.GetByRole(AriaRole.Radio, new() { Name = "muu aika…" }).CheckAsync();
        await form.Locator($"#{prefix}-date").FillAsync(day);
        await form.Locator($"#{prefix}-time").FillAsync(time);
    }

    private static Task Sends(IPage maija) => maija.Locator("#reply-form").GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).ClickAsync();
}
