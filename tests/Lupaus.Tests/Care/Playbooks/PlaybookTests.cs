using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Tests.Core;
using Lupaus.Work.Replies;

namespace Lupaus.Tests.Care.Playbooks;

public class PlaybookTests
{
    private static readonly PlaybookText Train = new(
        "Hangon juna peruttu", null, new SavedTexts("Hei {{firstname}}, bussi lähtee asemalta.", null, "A bus leaves."), PromiseKind.FindOut, 2, new SavedTexts("milloin junat kulkevat", null, null), ["juna peruttu", " juna  peruttu ", ""]);

    private static Playbook Written() => Playbook.Write(Train, Role.Lead, Given.Aino, Given.Monday);

    [Fact]
    public void What_customers_are_told_in_the_houses_name_is_written_by_those_who_lead()
    {
        var byAgent = () => { Playbook.Write(Train, Role.Agent, Given.Aino, Given.Monday); };

        byAgent.ShouldBeRefused("playbook.leads");
        Written().Signs.ShouldBe(["juna peruttu"]);
    }

    public static TheoryData<string, PlaybookText> Wrong => new()
    {
        { "playbook.name", Train with { Name = " " } },
        { "playbook.when", Train with { UseWhen = new string('k', Limits.Reason + 1) } },
        { "playbook.answer", Train with { Answer = new SavedTexts(" ", null, "") } },
        { "playbook.long", Train with { Answer = new SavedTexts(new string('k', SavedReply.MaxLength + 1), null, null) } },
        { "saved.variable", Train with { Answer = new SavedTexts("Hei {{nimi}}", null, null) } },
        { "promise.kind", Train with { Promise = PromiseKind.Answer } },
        { "playbook.hours", Train with { WithinHours = 0 } },
        { "playbook.hours", Train with { WithinHours = Playbook.MostHours + 1 } },
        { "promise.words.long", Train with { Promised = new SavedTexts(null, null, new string('k', PromiseWords.MaxLength + 1)) } },
        { "playbook.signs", Train with { Signs = [.. Enumerable.Range(0, Playbook.MostSigns + 1).Select(i => $"juna {i}")] } },
        { "playbook.sign", Train with { Signs = ["yksi kaksi kolme neljä viisi kuusi seitsemän"] } },
        { "playbook.sign", Train with { Signs = ["?!"] } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_can_not_be_sent_or_known_is_refused(string why, PlaybookText text) => text.WhyNotWrite()!.Key.ShouldBe(why);

    [Fact]
    public void It_goes_on_from_when_somebody_says_so_until_it_is_over_by_itself_or_by_a_word()
    {
        var playbook = Written();
        playbook.TakeHappenings();

        playbook.GoesOn(Given.Monday + Given.Hour, Given.Aino, Given.Monday);
        playbook.GoesOn(Given.Monday + Given.Hour, Given.Bertil, Given.Monday + Given.Minute);

        playbook.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new TroubleGoesOn(playbook.Id, Given.Monday + Given.Hour));
        playbook.IsGoingOn(Given.Monday + Given.Minute).ShouldBeTrue();
        playbook.IsGoingOn(Given.Monday + Given.Hour).ShouldBeFalse();
        playbook.IsOver(Given.Bertil, Given.Monday + Given.Minute);
        (playbook.IsGoingOn(Given.Monday + Given.Minute), playbook.GoingOnSince).ShouldBe((false, null));
        playbook.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new TroubleIsOver(playbook.Id));
    }

    [Fact]
    public void Said_again_it_goes_on_for_longer_and_has_since_the_beginning()
    {
        var playbook = Written();
        playbook.GoesOn(Given.Monday + Given.Hour, Given.Aino, Given.Monday);

        playbook.GoesOn(Given.Wednesday, Given.Aino, Given.Monday + Given.Minute);

        (playbook.GoingOnSince, playbook.GoingOnUntil).ShouldBe((Given.Monday, Given.Wednesday));
    }

    [Fact]
    public void Without_signs_nobody_could_be_recognised_so_it_does_not_go_on()
    {
        var playbook = Playbook.Write(Train with { Signs = [] }, Role.Admin, Given.Aino, Given.Monday);
        var goesOn = () => playbook.GoesOn(Given.Wednesday, Given.Aino, Given.Monday);

        goesOn.ShouldBeRefused("playbook.nosigns");
    }

    [Fact]
    public void In_the_place_of_an_answer_that_was_promised_it_promises_its_own()
    {
        var next = Written().NextFor(Given.AnOpenTicket(), Given.TwoOClock);

        next.ShouldBe(new WhatNext.Promises(PromiseKind.FindOut, Given.TwoOClock, "milloin junat kulkevat"));
    }

    [Fact]
    public void What_one_of_ours_has_promised_there_already_stands()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), Given.Aino, Given.Monday);

        Written().NextFor(ticket, Given.TwoOClock).ShouldBe(new WhatNext.PromiseStands());
    }

    [Fact]
    public void It_promises_nothing_later_than_what_the_customer_expects_besides()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeOn("hyvitys", Given.Aino, Given.TwoOClock + Given.Hour, isTold: true, Given.Aino, Given.Monday);

        Written().NextFor(ticket, Given.Wednesday).ShouldBeOfType<WhatNext.Promises>().Due.ShouldBe(Given.TwoOClock + Given.Hour);
    }

    [Fact]
    public void Nobody_gets_the_same_first_aid_twice_in_one_matter_unless_the_first_came_back()
    {
        var match = PlaybookMatch.Recognise(new(3), new(7), new(9), Given.Monday);
        match.Answer(Given.Aino, Given.Monday);
        var again = () => match.Answer(Given.Bertil, Given.Monday);
        var dismiss = () => match.Dismiss(Given.Bertil, Given.Monday);

        again.ShouldBeRefused("playbook.answered");
        dismiss.ShouldBeRefused("playbook.answered");
        match.IsOpen.ShouldBeFalse();
        match.CameBack();
        (match.IsOpen, match.WhyNotAnswer()).ShouldBe((true, null));
    }

    [Fact]
    public void What_turns_out_to_be_something_else_is_offered_no_more()
    {
        var match = PlaybookMatch.Recognise(new(3), new(7), new(9), Given.Monday);
        match.TakeHappenings();

        match.Dismiss(Given.Aino, Given.Monday);
        match.Dismiss(Given.Bertil, Given.Monday);

        match.IsOpen.ShouldBeFalse();
        match.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new RecognitionDismissed(new(3)));
    }
}
