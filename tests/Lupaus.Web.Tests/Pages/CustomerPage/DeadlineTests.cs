using System.Net;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_deadline_that_the_promise_makes_is_said_to_be_in_time()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "2026-11-24"), ("deadline-time", "12:00"));

        aino.Text.ShouldContain("Tarvitset vastauksen viimeistään huomenna klo 12. Lupauksemme ehtii ajoissa.");
        (await house.TicketOf()).Deadline.ShouldBe(House.MondayAtTen.AddHours(26));
    }

    [Fact]
    public async Task A_deadline_before_the_promise_gets_an_honest_no_and_the_number_to_call()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "23.11.2026"), ("deadline-time", "10.20"));

        aino.Text.ShouldContain("Emme voi luvata, että ehdimme ajoissa, mutta yritämme silti heti. Minna näkee tämän ajan nyt.");
        aino.Text.ShouldContain("Varminta on soittaa: 010 123 4567");
    }

    [Fact]
    public async Task A_day_alone_means_until_we_close_that_day()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "2026-11-24"));

        aino.Text.ShouldContain("Tarvitset vastauksen viimeistään huomenna klo 16.");
    }

    [Fact]
    public async Task A_day_when_we_are_closed_lasts_to_its_end()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "2026-11-28"));

        aino.Text.ShouldContain("Tarvitset vastauksen viimeistään lauantaina 28.11. klo 23.59.");
    }

    [Fact]
    public async Task A_deadline_can_be_changed_and_taken_away()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "2026-11-24"), ("deadline-time", "12:00"));
        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "2026-11-25"), ("deadline-time", "13:00"));
        aino.Text.ShouldContain("keskiviikkona 25.11. klo 13");
        aino.Html.ShouldContain("value=\"2026-11-25\"");
        await aino.Sends($"{aino.Page}/deadline", ("clear", "1"));

        aino.Text.ShouldNotContain("Tarvitset vastauksen viimeistään");
        (await house.TicketOf()).Deadline.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-20", "12:00", "Aika on jo mennyt.")]
    [InlineData("2029-11-20", "12:00", "Aika on yli vuoden päässä.")]
    [InlineData("", "", "Emme ymmärtäneet tätä aikaa.")]
    [InlineData("pian", "", "Emme ymmärtäneet tätä aikaa.")]
    public async Task A_time_that_can_not_be_is_refused_in_place(string day, string time, string said)
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", day), ("deadline-time", time));

        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain(said);
        aino.Html.ShouldContain("<details open");
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_not_passed_over()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await aino.Sends($"{aino.Page}/deadline", ("deadline-day", "2026-11-23"), ("deadline-time", "10:20"));
        house.Clock.Passes(TimeSpan.FromMinutes(30));

        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Se aika on mennyt. Jos tarvitset apua vielä, soita tai kirjoita meille.");
    }
}
