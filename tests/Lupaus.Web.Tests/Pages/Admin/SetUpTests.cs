using System.Net;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Tests.Ground.Identity;
using Lupaus.Web.Tests.Work.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Admin;

public sealed class SetUpTests
{
    [Fact]
    public async Task With_the_code_a_company_opens_and_its_first_customer_gets_an_owner()
    {
        await using var house = await House.Open(withCompany: false);
        var browser = house.Browser();

        var answer = await Open(browser, house.Get<SetupCode>().Value);

        answer.Headers.Location!.ToString().ShouldBe("/desk");
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var opened = await house.Get<OpenTicket>().From(Matters.From("aino@example.fi"), default);
        (await house.Ticket(opened.Id)).OwnerId.ShouldBe(await house.Look(db => db.Companies.Select(c => c.DutyAgentId).SingleAsync()));
        (await house.Look(db => db.Outbox.CountAsync(o => o.AgentId != null))).ShouldBe(0);
    }

    [Theory, InlineData(""), InlineData("AAAAA-AAAAA")]
    public async Task Without_the_code_nothing_opens(string code)
    {
        await using var house = await House.Open(withCompany: false);

        var answer = await Open(house.Browser(), code);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Text();
        page.ShouldContain("Avauskoodi ei täsmää");
        page.ShouldContain("value=\"Kirjanpito Koivu\"");
        (await house.Look(db => db.Agents.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_open_company_is_not_opened_again()
    {
        await using var house = await House.Open();

        var shown = await house.Browser().GetAsync("/setup");
        var sent = await house.Browser().SendTo("/sign-in", "/setup", Fields(house.Get<SetupCode>().Value));

        shown.Headers.Location!.ToString().ShouldBe("/sign-in");
        sent.Headers.Location!.ToString().ShouldBe("/sign-in");
        (await house.Look(db => db.Agents.CountAsync())).ShouldBe(3);
    }

    private static Task<HttpResponseMessage> Open(HttpClient browser, string code) => browser.Send("/setup", Fields(code));

    private static (string, string)[] Fields(string code) =>
    [
        ("Code", code), ("Company", "Kirjanpito Koivu"), ("CompanyEmail", "apu@koivu.example"), ("Phone", "010 765 4321"),
        ("Name", "Kaisa Koivu"), ("Email", "kaisa@koivu.example"), ("Password", "junat kulkevat ajallaan"),
    ];
}
