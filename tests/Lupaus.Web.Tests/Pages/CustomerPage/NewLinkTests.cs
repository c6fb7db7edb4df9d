using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class NewLinkTests
{
    private const string Door = "/t/new-link";

    [Theory, OnBothDatabases]
    public async Task A_lost_link_leads_to_a_letter_with_a_fresh_one(string database)
    {
        await using var house = await House.On(database);
        await house.Writes();
        var lost = new Guest(house.Browser());

        await lost.Opens("/t/" + new string('A', 32));
        lost.Html.ShouldContain($"href=\"{Door}\"");
        await lost.Opens(Door);
        await lost.Sends(Door, ("email", " AINO@example.fi "));

        lost.Status.ShouldBe(HttpStatusCode.OK);
        lost.Text.ShouldContain("Jos osoitteella aino@example.fi on meillä asioita, uudet linkit ovat matkalla.");
        var letter = await Letter(house);
        letter.ShouldContain("Hei Aino, tässä ovat uudet linkit asioihisi:");
        await lost.Opens(Paths(letter).ShouldHaveSingleItem());
        lost.Text.ShouldContain("Minna Salo vastaa sinulle.");
    }

    [Fact]
    public async Task The_page_says_the_same_about_an_address_we_do_not_know()
    {
        await using var house = await House.Open();
        await house.Writes();

        var known = await Asks(house, "aino@example.fi");
        var stranger = await Asks(house, "stranger@example.fi");

        stranger.Status.ShouldBe(known.Status);
        stranger.Text.Replace("stranger@", "aino@").ShouldBe(known.Text);
        (await Letters(house)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_letter_holds_their_own_open_and_lately_closed_matters_and_no_others(string database)
    {
        await using var house = await House.On(database);
        await house.Writes("Vanha asia");
        await Close(house, "Vanha asia");
        house.Clock.Passes(TimeSpan.FromDays(31));
        await house.Writes("Äskeinen asia");
        await Close(house, "Äskeinen asia");
        await house.Writes("Roskaa");
        await house.Get<ChangeTicket>().For((await house.TicketOf("Roskaa")).Id, (t, now) => t.SetAside(house.Minna, now), default);
        await house.Writes("Avoin asia");
        await house.Writes("Toisen asia", reach: "eino@example.fi");

        await Asks(house, "aino@example.fi");

        var letter = await Letter(house);
        letter.ShouldContain("Avoin asia");
        letter.IndexOf("Avoin asia", StringComparison.Ordinal).ShouldBeLessThan(letter.IndexOf("Äskeinen asia", StringComparison.Ordinal));
        letter.ShouldNotContain("Vanha asia");
        letter.ShouldNotContain("Roskaa");
        letter.ShouldNotContain("Toisen asia");
        Paths(letter).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_nothing_with_us_any_more_gets_no_letter()
    {
        await using var house = await House.Open();
        await house.Writes();
        await Close(house, "Lippua ei voi lunastaa");
        house.Clock.Passes(TimeSpan.FromDays(31));

        await Asks(house, "aino@example.fi");

        (await Letters(house)).ShouldBe(0);
    }

    [Fact]
    public async Task Three_letters_a_day_go_to_one_person_and_the_next_day_three_more()
    {
        await using var house = await House.Open();
        await house.Writes();

        for (var i = 0; i < 5; i++)
            (await Asks(house, "aino@example.fi")).Text.ShouldContain("enintään 3 tällaista kirjettä päivässä");
        var today = await Letters(house);
        house.Clock.Passes(TimeSpan.FromHours(14));
        await Asks(house, "aino@example.fi");

        (today, await Letters(house)).ShouldBe((3, 4));
    }

    [Theory, OnBothDatabases]
    public async Task Asking_many_times_at_once_brings_no_more_letters_than_a_day_has(string database)
    {
        await using var house = await House.On(database);
        await house.Writes();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            house.Get<Web.Pages.CustomerPage.AskForLinks>().To(EmailAddress.Parse("aino@example.fi"), Source.Of("new-link", $"{i}"), default)));

        (await Letters(house)).ShouldBe(Web.Pages.CustomerPage.AskForLinks.LettersADay);
        (await house.Get<Lupaus.Storage.Ground.Audit.InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_letter()
    {
        await using var house = await House.Open();
        await house.Writes();
        var lost = new Guest(house.Browser());
        await lost.Opens(Door);
        var form = lost.Hidden(Door).Append(("email", "aino@example.fi")).ToArray();

        await lost.Sends(Door, form);
        await lost.Opens(Door);
        await lost.Sends(Door, form);

        (await Letters(house)).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_with_a_slip_comes_back_as_it_was_typed()
    {
        await using var house = await House.Open();

        var lost = await Asks(house, "aino@");

        lost.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lost.Text.ShouldContain("Sähköpostiosoite ei näytä oikealta.");
        lost.Html.ShouldContain("value=\"aino@\"");
    }

    [Fact]
    public async Task A_page_open_too_long_asks_to_send_again()
    {
        await using var house = await House.Open();
        var lost = new Guest(house.Browser());
        await lost.Opens(Door);

        await lost.Sends(Door, ("__RequestVerificationToken", "vanha"), ("email", "aino@example.fi"));

        lost.Status.ShouldBe(HttpStatusCode.BadRequest);
        lost.Text.ShouldContain("Sivu oli auki pitkään");
        lost.Html.ShouldContain("value=\"aino@example.fi\"");
    }

    [Fact]
    public async Task One_network_asks_only_so_often()
    {
        await using var house = await House.Open();
        var lost = new Guest(house.Browser());

        for (var i = 0; i < 11; i++)
        {
            await lost.Opens(Door);
            await lost.Sends(Door, ("email", $"arvaus{i}@example.fi"));
        }

        lost.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("sv", "Kolla din e-post", "Hej Aino, här är nya länkar till dina ärenden:")]
    [InlineData("en", "Check your e-mail", "Hi Aino, here are fresh links to your matters:")]
    public async Task Page_and_letter_speak_the_customers_language(string language, string title, string greeting)
    {
        await using var house = await House.Open();
        await house.Writes(language: language);

        var lost = await Asks(house, "aino@example.fi", language);

        lost.Text.ShouldContain(title);
        (await Letter(house)).ShouldContain(greeting);
    }

    private static async Task<Guest> Asks(House house, string email, string language = "fi")
    {
        var lost = new Guest(house.Browser(language));
        await lost.Opens(Door);
        await lost.Sends(Door, ("email", email));
        return lost;
    }

    private static async Task Close(House house, string subject)
    {
        var ticket = await house.TicketOf(subject);
        await house.Get<Web.Work.Replies.SendReply>().For(ticket.Id, new Reply("Valmis.", new WhatNext.Solves()), [], ticket.OwnerId, null, default);
    }

    private static Task<int> Letters(House house) => house.Look(db => db.Outbox.CountAsync(o => o.Letter == Lupaus.Core.Outbox.Letter.FreshLinks));

    private static async Task<string> Letter(House house) => await house.Look(async db =>
        (await house.Get<LetterWriter>().Write(await db.Outbox.AsNoTracking().SingleAsync(o => o.Letter == Lupaus.Core.Outbox.Letter.FreshLinks), db, default)).Body);

    private static string[] Paths(string letter) => [.. Regex.Matches(letter, "https://satama\\.example(/t/\\S+)").Select(m => m.Groups[1].Value)];
}
