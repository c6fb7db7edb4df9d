using Lupaus.Core.Outbox;

namespace Lupaus.Tests.Core.Outbox;

public class ComingBackTests
{
    private static readonly Returned NoSuchUser = new("Maria@Example.com", "5.1.1", "no such user", gaveUp: true);

    [Fact]
    public void The_same_letter_comes_back_once_however_often_it_is_said()
    {
        var entry = ASentLetter();

        entry.ComesBack(NoSuchUser, Given.Monday + Given.Hour).ShouldBeTrue();
        entry.ComesBack(NoSuchUser, Given.Monday + (2 * Given.Hour)).ShouldBeFalse();

        (entry.State, entry.Trouble, entry.SettledAt).ShouldBe((Dispatch.NotReached, "5.1.1 no such user", Given.Monday + Given.Hour));
    }

    [Fact]
    public void A_letter_that_never_left_cannot_come_back()
    {
        var waiting = ALetter();
        var onPage = OutboxEntry.OfMessage(new MessageId(31), new TicketId(1), false, Way.Page, null, null, "satama.example", Given.Monday, Given.Monday);

        waiting.WhyNotComeBack(NoSuchUser).ShouldBe("letter.notsent");
        onPage.WhyNotComeBack(NoSuchUser).ShouldBe("letter.notsent");
    }

    [Fact]
    public void A_letter_does_not_come_back_from_where_it_was_not_sent() =>
        ASentLetter().WhyNotComeBack(new Returned("eve@example.com", "5.1.1", null, gaveUp: true)).ShouldBe("letter.notfor");

    [Fact]
    public void What_may_have_left_is_not_tried_again_by_itself_and_goes_as_the_same_letter_when_one_of_ours_says_so()
    {
        var entry = ALetter();
        entry.Claim(Given.Monday + Given.Minute);
        entry.Unknown("connection lost", Given.Monday);
        var id = entry.InternetMessageId;
        (entry.State, entry.ClaimedUntil).ShouldBe((Dispatch.Unknown, null));

        entry.SendAgain(Given.Monday + Given.Hour);

        (entry.State, entry.NotBefore, entry.InternetMessageId).ShouldBe((Dispatch.Waiting, Given.Monday + Given.Hour, id));
        entry.WhyNotSendAgain().ShouldBe("letter.notunknown");
    }

    [Fact]
    public void Only_a_letter_of_a_ticket_can_be_sent_again_from_there()
    {
        var invitation = OutboxEntry.OfAccount(Letter.Invitation, Given.Aino, "aino@satama.example", "secret", "satama.example", Given.Monday);
        invitation.Unknown("connection lost", Given.Monday);

        invitation.WhyNotSendAgain().ShouldBe("letter.unknown");
    }

    [Fact]
    public void What_may_have_left_may_come_back_too()
    {
        var entry = ALetter();
        entry.Claim(Given.Monday + Given.Minute);
        entry.Unknown("connection lost", Given.Monday);

        entry.ComesBack(NoSuchUser, Given.Monday + Given.Hour).ShouldBeTrue();
    }

    private static OutboxEntry ALetter() =>
        OutboxEntry.OfMessage(new MessageId(31), new TicketId(1), false, Way.Mail, "maria@example.com", null, "satama.example", Given.Monday, Given.Monday);

    private static OutboxEntry ASentLetter()
    {
        var entry = ALetter();
        entry.Claim(Given.Monday + Given.Minute);
        entry.Sent(Given.Monday);
        return entry;
    }
}
