using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class TaggingTests
{
    [Fact]
    public void However_it_is_spelt_it_is_one_tag() =>
        Tag.KeyOf("  Lasku   PUUTTUU ").ShouldBe(Tag.Of("lasku puuttuu", Given.Monday).Key);

    [Fact]
    public void A_tag_is_a_few_words_without_a_comma()
    {
        Tag.WhyNot("  ").ShouldBe("tag.empty");
        Tag.WhyNot(new string('a', 41)).ShouldBe("tag.long");
        Tag.WhyNot("laskut, matkat").ShouldBe("tag.comma");
        Tag.WhyNot("lasku 🧾").ShouldBeNull();
    }

    [Fact]
    public void A_ticket_remembers_that_it_was_tagged_and_takes_twenty_at_most()
    {
        var (ticket, tag) = (Given.AnOpenTicket(), Tag.Of("laskut", Given.Monday));
        ticket.Facts();

        ticket.TagAs(tag, 19, Given.Aino, Given.Monday).TagId.ShouldBe(tag.Id);
        ticket.LosesTag(tag.Id, Given.Aino, Given.Monday);

        ticket.Facts().ShouldBe([new TagAdded(tag.Id), new TagRemoved(tag.Id)]);
        Ticket.WhyNotTag(20).ShouldBe("tag.many");
    }
}
