using Lupaus.Doors.Mailboxes;

namespace Lupaus.Tests.Doors.Mailboxes;

public sealed class SenderChecksTests
{
    [Theory]
    [InlineData(null, SenderTrust.Unknown), InlineData("", SenderTrust.Unknown), InlineData("spf=neutral dkim=none dmarc=none", SenderTrust.Unknown), InlineData("spf=temperror", SenderTrust.Unknown)]
    [InlineData("spf=fail dkim=fail dmarc=pass", SenderTrust.Vouched), InlineData("spf=softfail dkim=pass dmarc=none", SenderTrust.Vouched), InlineData("spf=pass", SenderTrust.Vouched)]
    [InlineData("spf=pass dkim=pass dmarc=fail", SenderTrust.Doubtful), InlineData("spf=softfail dkim=none", SenderTrust.Doubtful), InlineData("spf=fail(other)", SenderTrust.Doubtful), InlineData("dkim=fail dmarc=none", SenderTrust.Doubtful)]
    [InlineData("spf=pass(other) dkim=pass(other) dmarc=none", SenderTrust.Unknown)]
    public void What_was_found_says_whether_the_sender_is_who_they_say(string? checks, SenderTrust trust) => SenderChecks.Read(checks).ShouldBe(trust);

    [Theory]
    [InlineData("example.fi", "example.fi", true), InlineData("mail.example.fi", "Example.FI", true), InlineData("example.fi", "posti.example.fi", true)]
    [InlineData("example.com", "example.fi", false), InlineData("notexample.fi", "example.fi", false), InlineData("fi", "example.fi", false), InlineData(null, "example.fi", false), InlineData("", "", false)]
    public void A_domain_and_what_lies_within_it_are_one_house(string? domain, string? from, bool areOne) => SenderChecks.AreOneHouse(domain, from).ShouldBe(areOne);
}
