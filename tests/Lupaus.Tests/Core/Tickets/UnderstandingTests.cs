using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class UnderstandingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;
    private const string Words = "Lippu on ostettu, mutta se ei aukea.";

    [Fact]
    public void What_was_understood_goes_to_the_customer_with_a_reply_and_waits_for_their_yes()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Facts();

        var told = WritesBack(ticket, $"  {Words} ");

        told.Understood.ShouldBe(Words);
        ticket.Understanding.ShouldBe(new Understanding(told.Id, Now));
        ticket.Understanding!.IsWaiting.ShouldBeTrue();
        ticket.Facts().Only<UnderstandingWritten>().ShouldBe(new UnderstandingWritten(told.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ")]
    public void A_reply_that_says_nothing_of_it_leaves_what_was_understood_as_it_is(string? nothing)
    {
        var ticket = Given.AnOpenTicket();
        var told = WritesBack(ticket);

        ticket.Answer(new Reply("Hoidan.", new WhatNext.PromiseStands(), Understood: nothing), Given.Aino, Now).Understood.ShouldBeNull();

        ticket.Understanding!.ToldIn.ShouldBe(told.Id);
    }

    [Theory]
    [InlineData(UnderstoodHow.ByCall)]
    [InlineData(UnderstoodHow.ByMessage)]
    public void A_yes_that_one_of_ours_hears_is_written_down_once_and_changes_neither_promise_nor_turn(UnderstoodHow how)
    {
        var ticket = Given.AnOpenTicket();
        var told = ticket.Answer(new Reply("Näinkö?", new WhatNext.WaitsForCustomer(Given.Wednesday, "Onko näin?"), Understood: Words), Given.Aino, Now);
        var promise = ticket.Promise;
        ticket.Facts();

        ticket.ConfirmUnderstanding(told.Id, how, Given.Maria, Now + Given.Hour);
        ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.ByCall, Given.Aino, Now + Given.Day);

        ticket.Understanding.ShouldBe(new Understanding(told.Id, Now, Answer: how, AnsweredAt: Now + Given.Hour));
        ticket.Understanding!.IsConfirmed.ShouldBeTrue();
        ticket.Promise.ShouldBe(promise);
        ticket.WaitsForCustomer.ShouldBeTrue();
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new UnderstandingConfirmed(told.Id, how));
    }

    [Fact]
    public void Their_own_yes_is_the_word_that_we_waited_for_and_an_answer_is_promised()
    {
        var ticket = Given.AnOpenTicket();
        var told = ticket.Answer(new Reply("Näinkö?", new WhatNext.WaitsForCustomer(Given.Wednesday, "Onko näin?"), Understood: Words), Given.Aino, Now);
        ticket.RemindsAt(Given.Wednesday);
        var at = Given.Wednesday + Given.Hour;
        Doing(() => ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.ByPage, Given.Maria, at)).ShouldBeRefused("promise.missing");

        ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.ByPage, Given.Maria, at, Given.AnAnswerBy(at + Given.Hour));

        ticket.Understanding!.IsConfirmed.ShouldBeTrue();
        (ticket.WaitsForCustomer, ticket.RemindersUnanswered, ticket.Promise!.Kind, ticket.Promise.Due).ShouldBe((false, 0, PromiseKind.Answer, at + Given.Hour));
        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Withdrawn);
    }

    [Fact]
    public void Where_it_is_our_turn_their_yes_leaves_the_promise_as_it_is()
    {
        var ticket = Given.AnOpenTicket();
        var told = WritesBack(ticket);
        var promise = ticket.Promise;

        ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.ByPage, Given.Maria, Now + Given.Hour);

        (ticket.Promise, ticket.Understanding!.IsConfirmed).ShouldBe((promise, true));
    }

    [Fact]
    public void A_newer_one_takes_its_place_and_nobody_confirms_what_they_have_not_read()
    {
        var ticket = Given.AnOpenTicket();
        var first = WritesBack(ticket);
        var second = WritesBack(ticket, "Lippu on väärälle päivälle.", Now + Given.Hour);

        Doing(() => ticket.ConfirmUnderstanding(first.Id, UnderstoodHow.ByPage, Given.Maria, Now + Given.Hour)).ShouldBeRefused("understanding.newer");
        Doing(() => ticket.DoubtUnderstanding(first.Id, second.Id, Given.Maria, Now + Given.Hour)).ShouldBeRefused("understanding.newer");

        ticket.Understanding!.ToldIn.ShouldBe(second.Id);
        ticket.Understanding.IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public void Not_quite_is_said_in_words_and_a_yes_may_follow_it()
    {
        var ticket = Given.AnOpenTicket();
        var told = WritesBack(ticket);
        var said = ticket.MariaWrites(Now + Given.Hour, "En ole vielä ostanut lippua.");
        ticket.Facts();

        ticket.DoubtUnderstanding(told.Id, said.Id, Given.Maria, Now + Given.Hour);

        (ticket.Understanding!.Answer, ticket.Understanding.IsConfirmed, ticket.Understanding.IsWaiting).ShouldBe((UnderstoodHow.NotQuite, false, false));
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new UnderstandingDoubted(told.Id, said.Id));

        ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.ByCall, Given.Aino, Now + Given.Day);
        ticket.Understanding.IsConfirmed.ShouldBeTrue();
    }

    [Fact]
    public void There_has_to_be_something_to_confirm_and_a_way_it_was_said()
    {
        var ticket = Given.AnOpenTicket();
        Doing(() => ticket.ConfirmUnderstanding(ticket.Messages[0].Id, UnderstoodHow.ByPage, Given.Maria, Now)).ShouldBeRefused("understanding.none");

        var told = WritesBack(ticket);
        Doing(() => ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.NotQuite, Given.Aino, Now)).ShouldBeRefused("understanding.how");

        ticket.Withdraw(Given.Maria, Now);
        Doing(() => ticket.ConfirmUnderstanding(told.Id, UnderstoodHow.ByPage, Given.Maria, Now)).ShouldBeRefused("ticket.closed");
    }

    [Fact]
    public void A_reply_that_ends_the_matter_asks_nothing_and_the_words_are_few()
    {
        var ticket = Given.AnOpenTicket();

        Doing(() => ticket.Answer(new Reply("Valmis.", new WhatNext.Solves(), Understood: Words), Given.Aino, Now)).ShouldBeRefused("understanding.closes");
        Doing(() => ticket.Answer(new Reply("Emme voi.", new WhatNext.CannotHelp(), Understood: Words), Given.Aino, Now)).ShouldBeRefused("understanding.closes");
        Doing(() => WritesBack(ticket, new string('x', Understanding.MostWords + 1))).ShouldBeRefused("understanding.long");
        WritesBack(ticket, new string('x', Understanding.MostWords)).Understood!.Length.ShouldBe(Understanding.MostWords);
    }

    [Fact]
    public void Of_two_matters_that_go_on_as_one_the_latest_understanding_stands()
    {
        var (whole, part) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        WritesBack(whole);
        var latest = WritesBack(part, "Lasku on väärin.", Now + Given.Minute);
        whole.Facts();

        Merge(whole, part);

        whole.Understanding.ShouldBe(new Understanding(latest.Id, Now + Given.Minute, CameFrom: part.Id));
        whole.Facts().Only<UnderstandingCame>().ShouldBe(new UnderstandingCame(latest.Id, part.Id));
        whole.ConfirmUnderstanding(latest.Id, UnderstoodHow.ByPage, Given.Maria, Now + Given.Hour);
    }

    [Fact]
    public void An_older_one_stays_behind_when_its_matter_is_merged()
    {
        var (whole, part) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        WritesBack(part);
        var latest = WritesBack(whole, "Lasku on väärin.", Now + Given.Minute);

        Merge(whole, part);

        whole.Understanding!.ToldIn.ShouldBe(latest.Id);
    }

    [Fact]
    public void What_came_with_a_merge_goes_back_with_its_part_as_it_has_become()
    {
        var (whole, part) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        var told = WritesBack(part);
        Merge(whole, part);
        whole.ConfirmUnderstanding(told.Id, UnderstoodHow.ByCall, Given.Aino, Now + Given.Hour);

        part.PartFrom(whole, [part], Given.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Now + Given.Day), Given.Aino, Now + (2 * Given.Hour));

        whole.Understanding.ShouldBeNull();
        part.Understanding.ShouldBe(new Understanding(told.Id, Now, Answer: UnderstoodHow.ByCall, AnsweredAt: Now + Given.Hour));
    }

    private static Message WritesBack(Ticket ticket, string words = Words, DateTimeOffset? at = null) =>
        ticket.Answer(new Reply("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, Given.Wednesday), Understood: words), Given.Aino, at ?? Now);

    private static void Merge(Ticket whole, Ticket part) =>
        whole.TakeIn(part, [], new MergeTerms("Jatkuvat yhtenä.", Now + Given.Day, null, null, "Tee myös"), Given.Aino, Now + Given.Minute);

    private static Action Doing(Action doing) => doing;
}
