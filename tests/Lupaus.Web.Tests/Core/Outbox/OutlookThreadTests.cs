using Lupaus.Core.Tickets;
using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Pages.Desk;

namespace Lupaus.Web.Tests.Core.Outbox;

public sealed class OutlookThreadTests
{
    // A conversation that has one answer already.
    private static readonly ThreadIndex Theirs = ThreadIndex.Begun(House.MondayAtTen.AddDays(-2), new byte[16]).Answered(House.MondayAtTen.AddDays(-1), 0x70)!;

    [Fact]
    public async Task An_answer_goes_on_with_the_conversation_its_reader_has_in_outlook()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw(subject: "VS: Lippu ei toimi", more: [$"Thread-Index: {Theirs}", "Thread-Topic: =?utf-8?Q?Lippu_ei_p=C3=A4ivity?="]));

        var acknowledged = await letters.Newest();
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves());
        var answered = await letters.Newest();

        foreach (var letter in new[] { acknowledged, answered })
        {
            var index = IndexOf(letter);
            Convert.FromBase64String(index.ToString())[..^5].ShouldBe(Convert.FromBase64String(Theirs.ToString()));
            index.Answers.ShouldBe(2);
            letter.Headers["Thread-Topic"].ShouldBe("Lippu ei päivity");
        }
    }

    [Fact]
    public async Task Where_there_is_none_all_letters_of_a_ticket_are_in_one_conversation_of_its_own()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw());
        var first = await letters.Newest();
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves());
        var second = await letters.Newest();
        await house.Gets(Mails.Raw(from: "Eino <eino@example.fi>", subject: "Muu asia"));
        var another = await letters.Newest();

        IndexOf(first).Answers.ShouldBe(0);
        IndexOf(second).ToString().ShouldBe(IndexOf(first).ToString());
        IndexOf(another).ToString().ShouldNotBe(IndexOf(first).ToString());
        (first.Headers["Thread-Topic"], another.Headers["Thread-Topic"]).ShouldBe(("Lippu ei toimi", "Muu asia"));
    }

    [Fact]
    public async Task An_answer_in_our_own_conversation_is_answered_in_it()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw());
        var ours = IndexOf(await letters.Newest());
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        await house.Gets(Mails.Raw(text: "Vielä yksi.", more: [$"In-Reply-To: <{await house.LetterIn(opened.Ticket!.Value)}>", $"Thread-Index: {ours.Answered(house.Clock.GetUtcNow(), 0)}"]));

        await house.Replies(opened.Ticket.Value, house.Antti, new WhatNext.Solves());

        var answered = IndexOf(await letters.Newest());
        answered.Answers.ShouldBe(2);
        answered.ToString().ShouldStartWith(ours.ToString()[..28]);
    }

    [Theory]
    [InlineData("AdBGxvwGyFw5ssAkQoOBsTwMXD8=")]
    [InlineData("!!")]
    [InlineData("overlong")]
    public async Task A_broken_conversation_is_passed_over(string field)
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);

        await house.Gets(Mails.Raw(more: $"Thread-Index: {(field == "overlong" ? Convert.ToBase64String([1, .. new byte[21 + 5 * 10_000]]) : field)}"));

        IndexOf(await letters.Newest()).Answers.ShouldBe(0);
    }

    private static ThreadIndex IndexOf(MailMessage letter) => ThreadIndex.Read(letter.Headers["Thread-Index"])!;
}
