using System.Text.Json;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Reading;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>A reply that changes its subject stays where it belongs by all other signs, and one of ours is asked.</summary>
public sealed class NewSubjectTests
{
    private const string Other = "Laskun eräpäivä";
    private const string Asked = "Onko tämä oma asiansa?";

    [Theory, OnBothDatabases]
    public async Task A_reply_under_quite_another_subject_stays_and_becomes_a_matter_of_its_own_with_one_press(string on)
    {
        await using var house = await House.On(on);
        var (ticket, reply) = await Answered(house, $"VS: {Other} ");
        var antti = house.BrowserOf(house.Antti);

        var page = await antti.Page($"/desk/{ticket.Reference}");
        page.ShouldContain($"Uusi otsikko: ”{Other}”");
        page.ShouldContain(Asked);
        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/split/{reply.Id.Value}", ("message", $"{reply.Id.Value}"), ("subject", Other))).IsDone.ShouldBeTrue();

        var part = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Subject == Other));
        (await house.Look(db => db.Messages.SingleAsync(m => m.Id == reply.Id))).TicketId.ShouldBe(part.Id);
        foreach (var at in new[] { part, ticket })
            (await antti.Page($"/desk/{at.Reference}")).ShouldNotContain(Asked);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Said_to_belong_here_nobody_is_asked_again_and_our_answer_bears_the_new_subject_as_long_as_they_do(string on)
    {
        await using var house = await House.On(on);
        var letters = new LettersOf(house);
        var (ticket, reply) = await Answered(house, Other);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/belongs/{reply.Id.Value}")).IsDone.ShouldBeTrue();
        await Answers(house, ticket, $"Re: {Other.ToUpperInvariant()}");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddHours(5), "Kerrotko lisää?"));
        var theirs = await letters.Newest();
        await Answers(house, ticket, "Re: Lippu ei toimi");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        theirs.Subject.ShouldBe($"{Other.ToUpperInvariant()} [{ticket.Reference}]");
        (await letters.Newest()).Subject.ShouldBe($"Lippu ei toimi [{ticket.Reference}]");
        (await house.BrowserOf(house.Maija).Page($"/desk/{ticket.Reference}")).ShouldNotContain(Asked);
        (await house.Look(db => db.Facts.CountAsync(f => f.Kind == nameof(SubjectBelongs) && f.ByAgent == house.Antti))).ShouldBe(1);
        await house.IsSound();
    }

    [Theory]
    [InlineData("Re: Lippu ei toimi")]
    [InlineData("Vs: Sv: Aw: lippu EI toimi!")]
    [InlineData("Re: Viestisi tuli perille: Lippu ei toimi [REFERENCE]")]
    [InlineData("Lipun hyvitys")]
    [InlineData("Kiitos")]
    [InlineData("")]
    public async Task Nobody_is_asked_where_the_subject_goes_on_or_tells_nothing(string subject)
    {
        await using var house = await House.Open();

        var (ticket, reply) = await Answered(house, subject);

        (reply.NewSubject, reply.TicketId).ShouldBe((null, ticket.Id));
    }

    [Fact]
    public async Task What_we_have_renamed_ourselves_is_no_new_subject_to_those_who_answer_our_older_letters()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        await house.Get<ChangeTicket>().For(opened.Ticket!.Value, house.Nonce(), (t, now) => t.Rename("Automaatti 3, Hanko", house.Antti, now), default);
        var ticket = await house.Ticket(opened.Ticket.Value);

        (await Answers(house, ticket, "Re: Lippu ei toimi")).NewSubject.ShouldBeNull();
        (await Answers(house, ticket, Other)).NewSubject.ShouldBe(Other);
    }

    [Theory, OnBothDatabases]
    public async Task All_that_came_under_the_new_subject_is_asked_about_once_and_goes_together(string on)
    {
        await using var house = await House.On(on);
        var (ticket, first) = await Answered(house, Other);
        var second = await Answers(house, ticket, $"Re: {Other}");

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");

        page.Split(Asked).Length.ShouldBe(2);
        page.ShouldContain($"name=\"message\" value=\"{first.Id.Value}\"");
        page.ShouldContain($"name=\"message\" value=\"{second.Id.Value}\"");
    }

    [Theory, OnBothDatabases]
    public async Task Programs_see_the_new_subject_split_it_off_or_say_that_it_belongs_here(string on)
    {
        await using var house = await House.On(on);
        var (ticket, reply) = await Answered(house, Other);
        using var shop = await Caller.Known(house);

        var (mine, seen, stays) = ($"/tickets/{ticket.Reference}", await Told(shop, ticket, reply), $"/tickets/{ticket.Reference}/messages/{reply.Id.Value}/keep");
        var first = await house.Look(db => db.Messages.OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        (await shop.Post($"{mine}/messages/{first.Value}/keep")).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(409), r => r.Json.Key().ShouldBe("split.samesubject"));
        var (kept, again) = (await shop.Post(stays, once: "k1"), await shop.Post(stays, once: "k1"));
        var after = await Told(shop, ticket, reply);

        (seen.Text("newSubject"), seen.GetProperty("mayBeApart").GetBoolean()).ShouldBe((Other, true));
        (kept.Status, again.Status).ShouldBe((200, 200));
        (after.Text("newSubject"), after.GetProperty("mayBeApart").GetBoolean()).ShouldBe((Other, false));
        (await shop.Post($"{mine}/split", new { messages = new[] { $"{reply.Id.Value}" }, subject = Other })).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_new_matter_that_follows_one_long_closed_is_called_as_its_writer_calls_it()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves());
        var letter = await house.LetterIn(opened.Ticket.Value);
        house.Clock.Passes(TimeSpan.FromDays(40));

        await house.Gets(Mails.Raw(subject: Other, text: "Entä lasku?", more: $"In-Reply-To: <{letter}>"));

        (await house.Look(db => db.Tickets.OrderByDescending(t => t.Id).FirstAsync())).ShouldSatisfyAllConditions(t => t.Subject.ShouldBe(Other), t => t.FollowsId.ShouldBe(opened.Ticket));
    }

    [Fact]
    public async Task What_stands_in_a_closed_or_another_matter_is_not_asked_about_and_not_kept_here()
    {
        await using var house = await House.Open();
        var (ticket, reply) = await Answered(house, Other);
        var strangers = await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi");

        (await Should.ThrowAsync<RuleBroken>(house.Get<KeepHere>().For(strangers.Id, reply.Id, house.Antti, house.Nonce(), default))).Refusal.Key.ShouldBe("letter.unknown");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldNotContain(Asked);
    }

    private static async Task<(Ticket Ticket, Message Reply)> Answered(House house, string subject)
    {
        var opened = await house.Gets(Mails.Raw());
        var ticket = await house.Ticket(opened.Ticket!.Value);
        return (ticket, await Answers(house, ticket, subject.Replace("REFERENCE", ticket.Reference.Value, StringComparison.Ordinal)));
    }

    private static async Task<Message> Answers(House house, Ticket ticket, string subject)
    {
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        var heard = await house.Gets(Mails.Raw(subject: subject, text: $"Niin ja vielä: {subject}. Milloin se on?", more: $"In-Reply-To: <{await house.LetterIn(ticket.Id)}>"));
        (heard.Fate, heard.Ticket).ShouldBe((Fate.Joined, ticket.Id));
        return await house.Look(db => db.Messages.AsNoTracking().OrderByDescending(m => m.Id).FirstAsync(m => m.Direction == Direction.FromCustomer));
    }

    private static async Task<JsonElement> Told(Caller shop, Ticket ticket, Message message) =>
        (await shop.Get($"/tickets/{ticket.Reference}")).Json.GetProperty("messages").EnumerateArray().Single(m => m.Text("id") == $"{message.Id.Value}");
}
