using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class NamingTests
{
    private const string Other = "Laskun eräpäivä";
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void What_it_was_called_before_is_remembered_the_last_five_times()
    {
        var ticket = Given.AnOpenTicket();
        var first = ticket.Subject;

        foreach (var subject in new[] { "Avain", "Bussi", "Cembalo", "Dioksidi", "Eräpäivä", "Fagotti" })
            ticket.Rename(subject, Given.Aino, Now);

        ticket.FormerSubjects.ShouldBe("Eräpäivä\nDioksidi\nCembalo\nBussi\nAvain");
        ticket.IsCalledOtherwise("Bussin aikataulu").ShouldBeFalse();
        ticket.IsCalledOtherwise(first).ShouldBeTrue();
    }

    [Fact]
    public void What_came_under_a_new_subject_is_asked_about_until_somebody_has_said_or_the_matter_is_called_so()
    {
        var ticket = Given.AnOpenTicket();
        var message = ticket.Messages[0];
        ticket.MayBeApart(message).ShouldBeFalse();

        message.IsCalled(Other, belongs: false);
        ticket.MayBeApart(message).ShouldBeTrue();
        ticket.Rename(Other, Given.Aino, Now);
        ticket.MayBeApart(message).ShouldBeFalse();
    }

    [Fact]
    public void It_is_said_once_that_it_belongs_here()
    {
        var ticket = Given.AnOpenTicket();
        var message = ticket.Messages[0];
        message.IsCalled(Other, belongs: false);
        ticket.Facts();

        ticket.KeepHere([message], Given.Aino, Now);
        ticket.KeepHere([message], Given.Aino, Now + Given.Hour);

        message.BelongsSince.ShouldBe(Now);
        ticket.MayBeApart(message).ShouldBeFalse();
        ticket.Facts().ShouldBe([new SubjectBelongs(message.Id)]);
    }

    [Fact]
    public void Only_what_came_under_a_new_subject_and_here_can_be_said_to_belong_here()
    {
        var (ticket, other) = (Given.AnOpenTicket(), Given.AnOpenTicket());

        ticket.WhyNotKeepHere(ticket.Messages[0]).ShouldBe("split.samesubject");
        ticket.WhyNotKeepHere(other.Messages[0]).ShouldBe("split.othermatter");
    }
}
