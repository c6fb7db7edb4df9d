using System.Net;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Shell;

public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("fi", "Tätä sivua ei löytynyt")]
    [InlineData("sv", "Sidan hittades inte")]
    [InlineData("en", "We couldn't find that page")]
    public async Task A_page_that_is_not_there_says_so_in_the_readers_language(string language, string said)
    {
        await using var house = await House.Open();
        var guest = new Guest(house.Browser(language));

        await guest.Opens("/nowhere");

        guest.Status.ShouldBe(HttpStatusCode.NotFound);
        guest.Text.ShouldContain(said);
        guest.Text.ShouldContain("Satama Palvelut Oy");
    }

    [Fact]
    public async Task When_something_breaks_it_is_our_fault_and_said_so_without_the_details()
    {
        await using var house = await House.Open();
        var guest = await Pages.CustomerPage.Aino.Writes(house);
        await house.Changes.Make(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE attachments RENAME TO gone"), default);

        await guest.Opens(guest.Page);

        guest.Status.ShouldBe(HttpStatusCode.InternalServerError);
        guest.Text.ShouldContain("Meidän vikamme, anteeksi");
        guest.Text.ShouldNotContain("SQLite");
        guest.Answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    [Fact]
    public async Task The_program_interface_is_left_to_answer_for_itself()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();

        var answer = await browser.GetAsync("/api/v1/nowhere");

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<html");
        answer.IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task Search_engines_are_told_what_is_private()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();

        var robots = await browser.GetStringAsync("/robots.txt");

        robots.ShouldContain("Disallow: /t/");
        robots.ShouldContain("Disallow: /desk");
    }
}
