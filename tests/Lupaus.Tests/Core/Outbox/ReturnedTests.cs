using Lupaus.Core.Outbox;

namespace Lupaus.Tests.Core.Outbox;

public class ReturnedTests
{
    private const string Maria = "maria@example.com";

    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("5.1.10", true)]
    [InlineData("5.4.4", true)]
    [InlineData("5.2.1", true)]
    [InlineData(null, true)]
    [InlineData("5.2.2", false)]
    [InlineData("5.3.4", false)]
    [InlineData("5.7.1", false)]
    [InlineData("4.4.7", false)]
    public void An_address_is_dead_where_the_server_says_that_of_it_and_not_where_it_says_it_of_the_letter(string? status, bool isDead) =>
        new Returned(Maria, status, "no", gaveUp: true).IsOfTheAddress.ShouldBe(isDead);

    [Fact]
    public void As_long_as_a_server_goes_on_trying_nothing_is_dead() => new Returned(Maria, "5.1.1", null, gaveUp: false).IsOfTheAddress.ShouldBeFalse();

    [Fact]
    public void What_is_kept_of_a_servers_words_is_one_line_of_bounded_length()
    {
        var why = new Returned(Maria, "5.1.1", "no such\r\nuser " + new string('x', 5_000), gaveUp: true);

        why.Trouble.ShouldStartWith("5.1.1 no such user");
        why.Trouble.Length.ShouldBeLessThanOrEqualTo(Limits.Reason);
    }

    [Fact]
    public void A_code_that_the_server_says_itself_is_not_said_twice() => new Returned(Maria, "5.1.1", "550 5.1.1 no such user", gaveUp: true).Trouble.ShouldBe("550 5.1.1 no such user");

    [Theory]
    [InlineData("maria@example.com")]
    [InlineData("9.9.9")]
    [InlineData("5.1.1\nmore")]
    public void What_is_no_status_code_is_none(string status) => new Returned(Maria, status, null, gaveUp: true).Status.ShouldBeNull();
}
