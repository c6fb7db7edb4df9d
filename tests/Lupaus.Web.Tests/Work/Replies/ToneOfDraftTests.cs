using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Web.Tests.Pages.Desk;

namespace Lupaus.Web.Tests.Work.Replies;

public sealed class ToneOfDraftTests
{
    [Fact]
    public async Task A_draft_is_marked_with_why_and_what_could_stand_instead()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti, body: "Milloin hyvitys maksetaan? Saanko kuitin?");

        var marks = await Read(house, ticket.Reference.Value, "Hei Aino,\n\nen tiedä. Mikäli hyvitys ei näy tilillä, kirjoita meille.");

        marks.ShouldContain("data-findout");
        marks.ShouldContain("data-instead=\"Jos\"");
        marks.ShouldContain("data-words=\"Mikäli\"");
        marks.ShouldContain("Milloin hyvitys maksetaan?");
        marks.ShouldContain("mainitaan vastauksessa");
        marks.ShouldContain("ei vielä vastauksessa");
    }

    [Fact]
    public async Task A_kind_and_clear_draft_has_no_marks()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti, body: "Lippu ei tulostu.");

        var marks = await Read(house, ticket.Reference.Value, "Hei Aino,\n\nselvitän asian ja palaan siihen tänään klo 14. Numeroni on 040 123 4567.");

        marks.ShouldNotContain("<li");
    }

    [Fact]
    public async Task Of_an_unknown_ticket_nothing_is_read()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        (await Send(house, ticket.Reference.Value, "/desk/0000000/tone", "moi")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Read(House house, string reference, string body)
    {
        var answer = await Send(house, reference, $"/desk/{reference}/tone", body);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Html;
    }

    private static async Task<Answer> Send(House house, string reference, string to, string body)
    {
        var browser = house.BrowserOf(house.Antti);
        var page = await browser.Page($"/desk/{reference}");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await browser.Send(to, new Dictionary<string, string?> { ["__RequestVerificationToken"] = token, ["body"] = body });
    }
}
