using Lupaus.Core.Links;

namespace Lupaus.Tests.Core.Links;

public sealed class ReplySignerTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, LinkSigner.KeyBytes).Select(n => (byte)n)];
    private static readonly EmailAddress Ours = EmailAddress.Parse("tuki@satama.example");
    private readonly ReplySigner signer = new(Key);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(257812345678901001)]
    [InlineData(long.MaxValue)]
    public void A_tickets_own_address_leads_to_it(long id)
    {
        var address = signer.AddressOf(new(id), Ours).Value;

        address.ShouldMatch("^tuki\\+[0-9a-z]{29}@satama\\.example$");
        signer.TicketOf(address).ShouldBe(new TicketId(id));
        signer.TicketOf(address.ToUpperInvariant()).ShouldBe(new TicketId(id));
    }

    [Fact]
    public void An_address_that_has_a_plus_already_gets_no_second_one() =>
        signer.AddressOf(new(7), EmailAddress.Parse("tuki+web@satama.example")).Value.Count(c => c == '+').ShouldBe(1);

    [Theory]
    [InlineData("tuki@satama.example")]
    [InlineData("tuki+@satama.example")]
    [InlineData("tuki+uutiset@satama.example")]
    [InlineData("+")]
    [InlineData("")]
    public void Any_other_address_leads_nowhere(string address) => signer.TicketOf(address).ShouldBeNull();

    [Fact]
    public void Nobody_makes_one_up_or_changes_one()
    {
        var token = signer.TokenOf(new(257812345678901001));

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var letter in "0123456789abcdefghjkmnpqrstvwxyz".Where(l => l != token[i]))
                signer.Read(token[..i] + letter + token[(i + 1)..]).ShouldBeNull();
        }
        new ReplySigner([.. Key.Reverse()]).Read(token).ShouldBeNull();
        signer.Read(new LinkSigner(Key).TokenOf(new(257812345678901001))).ShouldBeNull();
    }
}
