using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class LanguageTests
{
    [Fact]
    public async Task The_page_speaks_the_language_of_the_matter_whatever_the_browser_wishes()
    {
        await using var house = await House.Open();
        var aino = await house.Writes(language: "sv");
        var elsewhere = new Guest(house.Browser("en"));

        await elsewhere.Opens(aino.Page);

        elsewhere.Html.ShouldContain("<html lang=\"sv\"");
        elsewhere.Text.ShouldContain("svarar dig.");
    }

    [Fact]
    public async Task A_language_chosen_on_the_page_is_remembered_of_the_matter_and_the_person()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;

        await aino.Sends($"{page}/language", ("language", "en"));

        aino.Path.ShouldBe(page);
        aino.Text.ShouldContain("Minna Salo will answer you.");
        (await house.TicketOf()).Language.ShouldBe(LanguageCode.En);
        (await house.Look(db => db.People.SingleAsync())).Language.ShouldBe(LanguageCode.En);
        var elsewhere = new Guest(house.Browser());
        await elsewhere.Opens(page);
        elsewhere.Html.ShouldContain("<html lang=\"en\"");
    }

    [Fact]
    public async Task A_language_we_do_not_speak_changes_nothing()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/language", ("language", "tlh"));

        aino.Text.ShouldContain("Minna Salo vastaa sinulle.");
    }
}
