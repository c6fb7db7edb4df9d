using Lupaus.Core.Links;

namespace Lupaus.Tests.Core.Links;

public class CustomerLinkTests
{
    private static readonly LinkSigner Ours = new([.. Enumerable.Range(0, LinkSigner.KeyBytes).Select(i => (byte)i)]);

    [Theory]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(6_543_210_987_654_321L)]
    [InlineData(long.MaxValue)]
    public void A_token_leads_back_to_its_link(long id) =>
        Ours.Read(Ours.TokenOf(new LinkId(id))).ShouldBe(new LinkId(id));

    [Fact]
    public void A_token_is_short_and_fits_in_an_address() =>
        Ours.TokenOf(new LinkId(42)).ShouldMatch("^[A-Za-z0-9_-]{32}$");

    [Fact]
    public void A_token_with_any_one_character_changed_leads_nowhere()
    {
        var token = Ours.TokenOf(new LinkId(42));

        for (var i = 0; i < token.Length; i++)
            Ours.Read(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]).ShouldBeNull();
    }

    [Fact]
    public void A_token_made_with_another_key_leads_nowhere() =>
        Ours.Read(new LinkSigner(new byte[LinkSigner.KeyBytes]).TokenOf(new LinkId(42))).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("asia")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAA AAAA AAAA AAAA AAAA AAAA AA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_token_leads_nowhere(string? token) =>
        Ours.Read(token).ShouldBeNull();

    [Fact]
    public void A_link_is_revoked_once()
    {
        var link = new CustomerLink(new TicketId(1), Given.Maria, Given.Monday);

        link.Revoke(Given.Monday + Given.Hour);
        link.Revoke(Given.Wednesday);

        link.RevokedAt.ShouldBe(Given.Monday + Given.Hour);
    }
}
