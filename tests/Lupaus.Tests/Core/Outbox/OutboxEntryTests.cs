using Lupaus.Core.Links;
using Lupaus.Core.Outbox;

namespace Lupaus.Tests.Core.Outbox;

public class OutboxEntryTests
{
    [Fact]
    public void An_entry_carries_one_Message_ID_however_often_it_is_tried()
    {
        var entry = AMail();
        var before = entry.InternetMessageId;

        Try(entry, Given.Monday);
        Try(entry, Given.Monday + Given.Hour);

        entry.InternetMessageId.ShouldBe(before);
        before.ShouldBe("31@satama.example");
    }

    [Fact]
    public void What_stands_on_the_page_only_has_arrived_there()
    {
        var entry = OutboxEntry.OfMessage(new MessageId(31), new TicketId(1), false, Way.Page, null, null, "satama.example", Given.Monday, Given.Monday);

        (entry.State, entry.SettledAt).ShouldBe((Dispatch.Sent, Given.Monday));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(50, 60)]
    public void Each_failed_try_waits_twice_as_long_as_the_one_before_and_at_most_an_hour(int tries, int minutes)
    {
        var entry = AMail();

        for (var i = 0; i < tries; i++)
            Try(entry, Given.Monday);

        (entry.State, entry.NotBefore, entry.Attempts).ShouldBe((Dispatch.Waiting, Given.Monday + (minutes * Given.Minute), tries));
    }

    [Fact]
    public void A_claimed_entry_is_being_sent_until_then()
    {
        var entry = AMail();

        entry.Claim(Given.Monday + Given.Minute);

        (entry.State, entry.ClaimedUntil, entry.Attempts).ShouldBe((Dispatch.Sending, Given.Monday + Given.Minute, 1));
    }

    [Fact]
    public void The_secret_of_an_account_letter_is_forgotten_once_it_is_settled()
    {
        var entry = OutboxEntry.OfAccount(Letter.Invitation, Given.Aino, "aino@satama.example", "secret", "satama.example", Given.Monday);
        entry.Secret.ShouldBe("secret");

        entry.Sent(Given.Monday + Given.Minute);

        (entry.State, entry.Secret, entry.SettledAt).ShouldBe((Dispatch.Sent, null, Given.Monday + Given.Minute));
    }

    [Fact]
    public void What_went_wrong_is_said_on_one_line()
    {
        var entry = AMail();
        entry.Claim(Given.Monday);

        entry.Unknown("connection\r\nclosed", Given.Monday);

        (entry.State, entry.Trouble).ShouldBe((Dispatch.Unknown, "connection closed"));
    }

    [Fact]
    public void A_receipt_that_a_persons_answer_made_needless_is_not_sent()
    {
        var entry = AMail();

        entry.Supersede(Given.Monday);

        entry.State.ShouldBe(Dispatch.Superseded);
    }

    private static OutboxEntry AMail() =>
        OutboxEntry.OfMessage(new MessageId(31), new TicketId(1), true, Way.Mail, "maria@example.com", null, "satama.example", Given.Monday, Given.Monday);

    private static void Try(OutboxEntry entry, DateTimeOffset now)
    {
        entry.Claim(now + Given.Minute);
        entry.TryAgain("421 try later", now);
    }

    [Fact]
    public void Fresh_links_are_a_letter_of_their_own_and_wait_for_nothing()
    {
        var link = new CustomerLink(TicketId.New(Given.Monday), Given.Maria, Given.Monday);

        var entry = OutboxEntry.OfLinks(link.Id, EmailAddress.Parse("maria@example.com"), "satama.example", Given.Monday);

        (entry.Letter, entry.Way, entry.State, entry.NotBefore).ShouldBe((Letter.FreshLinks, Way.Mail, Dispatch.Waiting, Given.Monday));
        (entry.LinkId, entry.TicketId, entry.Secret).ShouldBe((link.Id, null, null));
    }
}
