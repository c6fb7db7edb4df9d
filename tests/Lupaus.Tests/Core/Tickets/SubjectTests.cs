namespace Lupaus.Tests.Core.Tickets;

public class SubjectTests
{
    [Fact]
    public void The_subject_that_was_given_stands() =>
        SubjectOf("Mitä vain", subject: "  Lippu\nhukassa ").ShouldBe("Lippu hukassa");

    [Theory]
    [InlineData("En löydä lippuani. Juna lähtee kello 12.", "En löydä lippuani")]
    [InlineData("Missä lippuni on? Juna lähtee kello 12.", "Missä lippuni on?")]
    [InlineData("En löydä lippuani\nJuna lähtee kello 12.", "En löydä lippuani")]
    [InlineData("Hei! En löydä lippuani", "En löydä lippuani")]
    [InlineData("Hyvää päivää,\n\nEn löydä lippuani. Auttakaa!", "En löydä lippuani")]
    [InlineData("Hei", "Hei")]
    [InlineData("Hei!", "Hei!")]
    [InlineData("En löydä lippuani, auttakaa", "En löydä lippuani, auttakaa")]
    [InlineData("Lippu katosi ja juna lähtee, mitä teen?", "Lippu katosi ja juna lähtee, mitä teen?")]
    [InlineData("\n\n  En löydä   lippuani", "En löydä lippuani")]
    public void Without_a_subject_the_first_sentence_or_line_is_one(string body, string subject) =>
        SubjectOf(body).ShouldBe(subject);

    [Fact]
    public void A_long_beginning_is_cut_between_words() =>
        SubjectOf("Olen yrittänyt koko aamun löytää lippuani teidän sivuiltanne mutta se ei vain löydy mistään")
            .ShouldBe("Olen yrittänyt koko aamun löytää lippuani teidän sivuiltanne mutta se…");

    [Fact]
    public void A_beginning_without_spaces_is_cut_anyway() =>
        SubjectOf(new string('a', 90)).ShouldBe(new string('a', 70) + "…");

    [Fact]
    public void No_cut_goes_through_the_middle_of_a_smiley()
    {
        SubjectOf(new string('a', 69) + "😀😀").ShouldBe(new string('a', 69) + "…");
        SubjectOf("Hei", subject: new string('a', Limits.Subject - 1) + "😀😀").ShouldBe(new string('a', Limits.Subject - 1));
    }

    [Fact]
    public void A_subject_that_is_too_long_is_cut_to_the_limit() =>
        SubjectOf("Hei", subject: new string('a', 300)).Length.ShouldBe(Limits.Subject);

    [Fact]
    public void An_agent_gives_a_better_subject_once()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.Rename(" Lippu\nIC 27:ään ", Given.Aino, Given.Monday);
        ticket.Rename("Lippu IC 27:ään", Given.Aino, Given.Monday);

        ticket.Subject.ShouldBe("Lippu IC 27:ään");
        ticket.Facts().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Limits.Subject + 1)]
    public void A_subject_that_is_empty_or_too_long_is_refused(int length)
    {
        var rename = () => Given.AnOpenTicket().Rename(new string('a', length), Given.Aino, Given.Monday);

        rename.ShouldBeRefused("ticket.subject");
    }

    private static string SubjectOf(string body, string subject = "") => Given.Arriving(Given.AMatter(body, subject)).Subject;
}
