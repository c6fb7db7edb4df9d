using Lupaus.Ground.People;

namespace Lupaus.Tests.Ground.People;

public class BlockedSenderTests
{
    private static readonly EmailAddress Ours = EmailAddress.Parse("apu@satama.example");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(BlockKind.Address, "roska@spam.example")]
    [InlineData(BlockKind.Domain, "spam.example")]
    public void A_block_is_one_address_or_all_that_come_from_its_domain(BlockKind kind, string value) =>
        BlockedSender.Of(kind, EmailAddress.Parse("Roska@Spam.example"), Ours, new AgentId(1), Now).Value.ShouldBe(value);

    [Fact]
    public void A_domain_where_anybody_may_write_from_is_not_blocked_as_a_whole()
    {
        BlockedSender.WhyNotBlock(BlockKind.Domain, EmailAddress.Parse("joku@gmail.com"), Ours)!.Key.ShouldBe("block.everybodys");
        BlockedSender.WhyNotBlock(BlockKind.Address, EmailAddress.Parse("joku@gmail.com"), Ours).ShouldBeNull();
    }

    [Fact]
    public void Nobody_blocks_ourselves()
    {
        BlockedSender.WhyNotBlock(BlockKind.Address, Ours, Ours)!.Key.ShouldBe("block.ours");
        BlockedSender.WhyNotBlock(BlockKind.Domain, EmailAddress.Parse("antti@satama.example"), Ours)!.Key.ShouldBe("block.ours");
    }
}
