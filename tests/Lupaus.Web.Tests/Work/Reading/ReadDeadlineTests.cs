using System.Net;
using Lupaus.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;

namespace Lupaus.Web.Tests.Work.Reading;

public sealed class ReadDeadlineTests
{
    [Theory, OnBothDatabases]
    public async Task The_train_that_leaves_in_ten_minutes_goes_to_the_front_of_the_queue_at_once(string database)
    {
        await using var house = await House.On(database);
        await house.Matter(house.Antti, "Jorma Niemi", "jorma@example.fi", body: "Haluan sivut.");
        var train = await house.Matter(house.Antti, body: "Automaatti ei anna lippua ja juna lähtee 10 min päästä!");

        train.Deadline.ShouldBe(House.MondayAtTen.AddMinutes(10));
        train.IsDeadlineGuessed.ShouldBeTrue();
        var page = await house.BrowserOf(house.Antti).Page($"/desk/{train.Reference}");
        page.ShouldContain(">10 min päästä</q>");
        page.ShouldContain("Asia on jo jonossa sen mukaan.");
        var list = await house.BrowserOf(house.Antti).Page("/desk/mine");
        list.IndexOf("Aino Testinen", StringComparison.Ordinal).ShouldBeLessThan(list.IndexOf("Jorma Niemi", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task An_agent_confirms_or_declines_it_with_one_press(string database)
    {
        await using var house = await House.On(database);
        var (friday, march) = (await house.Matter(house.Antti, body: "Tarvitsen kuitin ennen perjantaita klo 12."), await house.Matter(house.Antti, "Leo", "leo@example.fi", body: "Soitan maaliskuun lopussa, kiitos."));
        friday.Deadline.ShouldBeNull("it is further off than a day");
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{friday.Reference}", $"/desk/{friday.Reference}/deadline/confirm")).Status.ShouldBe(HttpStatusCode.Found);
        (await antti.Send($"/desk/{march.Reference}", $"/desk/{march.Reference}/deadline/decline")).Status.ShouldBe(HttpStatusCode.Found);

        (await house.Ticket(friday.Id)).ShouldSatisfyAllConditions(t => t.Deadline.ShouldBe(House.MondayAtTen.AddDays(4).AddHours(2)), t => t.DeadlineGuess.ShouldBeNull());
        (await house.Ticket(march.Id)).ShouldSatisfyAllConditions(t => t.Deadline.ShouldBeNull(), t => t.DeadlineGuess.ShouldBeNull());
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task A_further_word_by_mail_is_read_too_and_what_went_by_is_none(string database)
    {
        await using var house = await House.On(database);
        var opened = await house.Gets(Mails.Raw(text: "Tilasin viime perjantaina, eikä mitään ole tullut."));
        (await house.Ticket(opened.Ticket!.Value)).DeadlineGuess.ShouldBeNull();

        await house.Get<HearCustomer>().Say(new CustomerWord(opened.Ticket.Value, "Tarvitsen sen huomiseksi.", Channel.Page, house.Nonce()), default);

        (await house.Ticket(opened.Ticket.Value)).DeadlineGuess!.Latest.ShouldBe(new DateTimeOffset(2026, 11, 24, 23, 59, 0, TimeSpan.FromHours(2)));
    }
}
