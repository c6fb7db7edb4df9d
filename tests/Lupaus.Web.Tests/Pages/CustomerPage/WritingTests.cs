using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class WritingTests
{
    [Theory]
    [InlineData("fi", "Viestisi tuli perille", "Tuliko asia kuntoon?", "Mukavaa, että asia tuli kuntoon!")]
    [InlineData("sv", "Ditt meddelande har kommit fram", "Löste det sig?", "Vad bra att det löste sig!")]
    [InlineData("en", "We've got your message", "Is this sorted?", "Glad it's sorted!")]
    public async Task From_the_first_word_to_yes_thanks_in_each_language(string language, string heard, string asked, string glad)
    {
        await using var house = await House.Open();
        var aino = await house.Writes(language: language);

        await aino.Sends(aino.Page, [("kuitti.txt", "kuitti"u8.ToArray())], ("message", "K7Q2"));
        aino.Text.ShouldContain(heard);
        aino.Text.ShouldContain("kuitti.txt");
        await house.Answers("Klart. Valmis. Done.", new WhatNext.Solves());
        await aino.Opens(aino.Page);
        aino.Text.ShouldContain(asked);
        await aino.Sends($"{aino.Page}/solved");

        aino.Text.ShouldContain(glad);
        (await house.TicketOf()).Closure!.IsConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_to_our_question_makes_it_our_turn_again()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await house.Answers("Mikä on tilausnumerosi?", new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(2), "Löytyikö?"));

        await aino.Opens(aino.Page);
        await aino.Sends(aino.Page, ("message", "Se on K7Q2"));

        aino.Text.ShouldContain("Minna Salo vastaa sinulle. Viimeistään tänään klo 14");
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_said_once()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var form = aino.Hidden(aino.Page).Append(("message", "Vielä yksi asia")).ToArray();

        await aino.Sends(aino.Page, form);
        await aino.Sends(aino.Page, form);

        aino.Status.ShouldBe(HttpStatusCode.OK);
        aino.Text.Split("Vielä yksi asia").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_alone_needs_no_words()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends(aino.Page, [("kuva.txt", "kuva"u8.ToArray())], ("message", ""));

        aino.Text.ShouldContain("Liitteenä tiedosto. kuva.txt 1 kt");
    }

    [Fact]
    public async Task An_empty_message_or_one_far_too_long_comes_back_with_what_was_typed()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;

        await aino.Sends(page, ("message", "  "));
        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain("Viesti on vielä tyhjä.");
        await aino.Sends(page, ("message", new string('x', 100_001)));

        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain("Viesti on liian pitkä");
        aino.Html.ShouldContain(new string('x', 100_001));
    }

    [Fact]
    public async Task A_message_from_a_page_open_too_long_is_kept_and_sent_again()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;

        await aino.Sends(page, ("__RequestVerificationToken", "vanha"), ("message", "Pitkä viesti"));
        var old = (aino.Status, aino.Text);
        await aino.Sends(page, ("message", "Pitkä viesti"));

        old.Status.ShouldBe(HttpStatusCode.BadRequest);
        old.Text.ShouldContain("Sivu oli auki pitkään");
        old.Text.ShouldContain("Pitkä viesti");
        aino.Status.ShouldBe(HttpStatusCode.OK);
        aino.Text.ShouldContain("Pitkä viesti");
    }

    [Fact]
    public async Task A_matter_that_is_in_order_already_is_withdrawn_after_asking_once()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;

        await aino.Opens($"{page}/done");
        aino.Text.ShouldContain("Onko asia jo kunnossa?");
        (await house.TicketOf()).IsOpen.ShouldBeTrue();
        await aino.Sends($"{page}/done");

        aino.Text.ShouldContain("Hienoa, että asia on kunnossa!");
        (await house.Look(db => db.PromiseEnds.SingleAsync())).How.ShouldBe(HowItEnded.Withdrawn);
    }

    [Fact]
    public async Task A_matter_closed_meanwhile_is_not_withdrawn_but_shown_as_it_is()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;

        await aino.Opens($"{page}/done");
        await house.Answers("Valmis.", new WhatNext.Solves());
        await aino.Sends($"{page}/done");
        var refused = (aino.Status, aino.Text);
        await aino.Opens($"{page}/done");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain("Asia on jo päätetty.");
        aino.Text.ShouldContain("Tuliko asia kuntoon?");
    }

    [Fact]
    public async Task Not_yet_opens_it_again_even_without_a_word()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved();

        await aino.Sends($"{aino.Page}/not-yet", ("message", ""));

        aino.Text.ShouldContain("Kiitos, kun kerroit");
        aino.Text.ShouldContain("Asia ei ole vielä kunnossa.");
        aino.Text.ShouldContain("Minna Salo vastaa sinulle.");
    }

    [Fact]
    public async Task Not_yet_with_thanks_in_it_opens_it_again_too()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved("sv");

        await aino.Sends($"{aino.Page}/not-yet", ("message", "tack"));

        aino.Text.ShouldContain("Antti Laine svarar dig.");
        (await house.TicketOf()).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Thanks_alone_after_closing_reopens_nothing_and_is_answered_kindly()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved();

        await aino.Sends(aino.Page, ("message", "Kiitos paljon avusta!"));

        aino.Text.ShouldContain("Kiitos itsellesi!");
        (await house.TicketOf()).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Other_words_after_closing_open_it_again()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved();
        house.Clock.Passes(TimeSpan.FromDays(29));

        await aino.Opens(aino.Page);
        await aino.Sends(aino.Page, ("message", "Lippu ei vieläkään toimi"));

        aino.Text.ShouldContain("Minna jatkaa asiasi hoitamista.");
        (await house.TicketOf()).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Words_after_a_month_are_a_new_matter_on_a_page_of_its_own()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved();
        var before = aino.Page;
        house.Clock.Passes(TimeSpan.FromDays(31));

        await aino.Opens(before);
        aino.Text.ShouldContain("Tästä on jo yli kuukausi.");
        await aino.Sends(before, ("message", "Nyt tarvitsen toisen lipun"));

        aino.Page.ShouldNotBe(before);
        aino.Text.ShouldContain("Avasimme sinulle uuden asian");
        aino.Text.ShouldContain("Nyt tarvitsen toisen lipun");
        aino.Text.ShouldNotContain("Lippusi on nyt kunnossa");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_word_of_thanks_to_us_can_not_be_said_before_anything_is_solved()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved();
        var yes = aino.Hidden($"{aino.Page}/solved").ToArray();
        await aino.Sends(aino.Page, ("message", "Ei toimi"));

        await aino.Opens(aino.Page);
        using var browser = house.Browser();
        var answer = await browser.PostAsync($"{aino.Page}/solved", new FormUrlEncodedContent(yes.Select(f => KeyValuePair.Create(f.Name, f.Value))));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await house.TicketOf()).IsOpen.ShouldBeTrue();
    }
}
