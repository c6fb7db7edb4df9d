using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Quoting;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class AnsweringMailTests
{
    private const string Rest = "\n\n-- \nAino\n\nma 11.5.2026 klo 10.15 Apu (apu@satama.example) kirjoitti:\n> Vanha viesti.";

    [Theory]
    [InlineData("Hei,", "automaatti sanoo: ei lippua.", "Maanantaina 23.11.2026 klo 10 Aino Testinen kirjoitti:")]
    [InlineData("Hej,", "automaten säger: ingen biljett.", "Måndag 23.11.2026 kl. 10 skrev Aino Testinen:")]
    [InlineData("Hello,", "the machine says: no ticket for you.", "On Monday 23 November 2026 at 10:00 Aino Testinen wrote:")]
    public async Task An_answer_carries_what_it_answers_and_our_own_reader_folds_it_away_again(string greeting, string words, string introduction)
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw(text: $"{greeting}\n\n{words}{Rest}"));

        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves(), "Vastaus on tässä.");

        var letter = await letters.Newest();
        letter.Text.TrimEnd().ShouldEndWith($"\n\n{introduction}\n> {greeting}\n>\n> {words}");
        var read = QuotedText.Read(letter.Text);
        read.HasQuotes.ShouldBeTrue();
        read.Own.ShouldStartWith("Vastaus on tässä.");
        read.Own.ShouldNotContain(words);
        read.Own.ShouldNotContain("Testinen");
    }

    [Fact]
    public async Task The_customers_newest_word_is_quoted_and_no_more_of_it_than_one_looks_through()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw(text: "Ensimmäinen viesti."));
        await house.Gets(Mails.Raw(text: string.Join('\n', Enumerable.Range(1, 500).Select(i => $"rivi {i}")), more: $"In-Reply-To: <{await house.LetterIn(opened.Ticket!.Value)}>"));

        await house.Replies(opened.Ticket.Value, house.Antti, new WhatNext.Solves());

        var text = (await letters.Newest()).Text;
        text.ShouldContain("> rivi 60\n> …");
        text.ShouldNotContain("rivi 61");
        text.ShouldNotContain("Ensimmäinen viesti.");
    }

    [Fact]
    public async Task What_we_send_by_ourselves_quotes_nothing()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);

        await house.Gets(Mails.Raw());

        QuotedText.Read((await letters.Newest()).Text).HasQuotes.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_to_the_tickets_own_address_joins_it_from_another_address_of_theirs(string on)
    {
        await using var house = await House.On(on);
        house.Get<Settings>().PlusAddresses = true;
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw());
        var customer = await house.Look(db => db.Tickets.Select(t => t.CustomerId).SingleAsync());
        await house.Get<ChangePerson>().AddContact(customer, "aino.koti@example.com", house.Antti, null, default);

        var own = (await letters.Newest()).ReplyTo.ShouldHaveSingleItem().Address;
        var answer = await house.Gets(Mails.Raw(from: "aino.koti@example.com", to: own, subject: "Kotoa", text: "Se on automaatti 3."));
        var strange = await house.Gets(Mails.Raw(from: "eve@example.com", to: own, text: "Minäkin."));

        own.ShouldStartWith("apu+");
        (answer.Fate, answer.Because, answer.Ticket).ShouldBe((Fate.Joined, Clue.ReplyAddress, opened.Ticket));
        (strange.Fate, strange.Because).ShouldBe((Fate.Waits, Clue.ReplyAddress));
        await house.IsSound();
    }

    [Fact]
    public async Task Where_no_plus_comes_to_us_answers_go_to_the_companys_own_address()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        await house.Gets(Mails.Raw());

        var letter = await letters.Newest();

        letter.ReplyTo.ShouldBeEmpty();
        letter.From.Single().Address.ShouldBe("apu@satama.example");
    }
}
