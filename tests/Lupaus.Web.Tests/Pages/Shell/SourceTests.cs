using System.Net;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Pages.Shell;

public sealed class SourceTests
{
    [Theory]
    [InlineData("fi", "Lähdekoodi", "Saat juuri tämän version lähdekoodin maksutta")]
    [InlineData("sv", "Källkod", "Du får källkoden till just den här versionen gratis")]
    [InlineData("en", "Source code", "the source code of this very version, free of charge")]
    public async Task Every_page_leads_to_the_source_code_and_by_default_we_say_whom_to_ask(string language, string link, string says)
    {
        await using var house = await House.Open();
        var guest = new Guest(house.Browser(language));

        await guest.Opens("/");
        guest.Html.ShouldContain($"<a href=\"/source\"");
        guest.Text.ShouldContain(link);
        await guest.Opens("/source");

        guest.Status.ShouldBe(HttpStatusCode.OK);
        guest.Text.ShouldContain(says);
        guest.Text.ShouldContain("0.1.0");
        guest.Text.ShouldContain("apu@satama.example");
    }

    [Fact]
    public async Task Where_an_address_is_set_every_page_leads_straight_there_the_desk_too()
    {
        const string address = "https://git.example.com/satama/lupaus";
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:Source", address)]));
        var guest = new Guest(house.Browser());

        await guest.Opens("/");
        guest.Html.ShouldContain($"<a href=\"{address}\"");
        await guest.Opens("/source");
        guest.Html.ShouldContain($"href=\"{address}\"");
        guest.Text.ShouldContain("Hae lähdekoodi");
        (await house.BrowserOf(house.Antti).Page("/desk")).ShouldContain($"href=\"{address}\"");
    }

    [Fact]
    public async Task Before_there_is_a_company_it_is_whoever_runs_the_service()
    {
        await using var house = await House.Open(withCompany: false);
        var guest = new Guest(house.Browser());

        await guest.Opens("/source");

        guest.Text.ShouldContain("palvelun ylläpitäjältä");
    }

    [Fact]
    public void An_address_that_is_none_is_said_so()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:Source", "git")]).Build();

        Should.Throw<BadSetting>(() => Settings.Read(settings)).Message.ShouldStartWith("LUPAUS__SOURCE: ");
    }
}
