using Lupaus.Core.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Admin;

/// <summary>Liisa begins with us: from the invitation to the first customer she has helped to the end.</summary>
public sealed class NewcomerJourney
{
    private const string Liisa = "liisa@satama.example";

    [Fact]
    public async Task A_newcomer_comes_by_a_letter_chooses_a_password_and_takes_the_next_one()
    {
        await using var stage = await Stage.Open();
        var minna = await stage.AtTheDesk(stage.House.Minna);
        await Invites(minna);
        var liisa = await stage.Somebody();

        await liisa.GotoAsync(await stage.LinkInLetterTo(Liisa));
        await liisa.IsAt("Tervetuloa, Liisa Korhonen!");
        await liisa.Types("Valitse salasana", Stage.Password);
        await liisa.Presses("Aloita");
        await liisa.WaitForURLAsync("**/desk");
        await liisa.SignsOut();
        await liisa.SignsIn(Liisa, Stage.Password);
        await liisa.WaitForURLAsync("**/desk");
        var aino = await stage.Somebody();
        await aino.WritesToUs("aino@example.fi", "Lippua ei voi lunastaa.");
        await liisa.GetByRole(AriaRole.Button, new() { Name = "Ota seuraava" }).ClickAsync();
        await liisa.IsAt("Lippua ei voi lunastaa");

        var ticket = await stage.House.Look(db => db.Tickets.SingleAsync());
        (await stage.House.Look(db => db.Agents.SingleAsync(a => a.Id == ticket.OwnerId))).Name.ShouldBe("Liisa Korhonen");
        await aino.ReloadAsync();
        await aino.PromiseCard().GetByText("Liisa Korhonen").First.WaitForAsync();
    }

    private static async Task Invites(IPage minna)
    {
        await minna.Follows("Ylläpito");
        await minna.Follows("Ihmiset");
        await minna.Follows("Kutsu uusi ihminen");
        await minna.Types("Nimi", "Liisa Korhonen");
        await minna.Types("Sähköposti", Liisa);
        await minna.Presses("Lähetä kutsu");
        await minna.Sees("Kutsu on matkalla.");
        await minna.Sees("Kutsuttu");
    }
}
