using Lupaus.Mail.Domains;

namespace Lupaus.Mail.Tests.Domains;

public sealed class SenderRecordsTests
{
    private const string Key = "v=DKIM1; k=rsa; p=MIGfMA0";

    [Fact]
    public async Task A_domain_that_is_in_order_is_said_to_be()
    {
        var found = await Of(("example.fi", "other thing"), ("example.fi", "v=spf1 include:_spf.google.com ~all"), ("google._domainkey.example.fi", Key), ("_dmarc.example.fi", "v=DMARC1; p=quarantine"));

        (found.Spf.Standing, found.Dkim.Standing, found.Dmarc.Standing).ShouldBe((RecordStanding.Good, RecordStanding.Good, RecordStanding.Good));
        found.Dkim.Name.ShouldBe("google._domainkey.example.fi");
    }

    [Fact]
    public async Task What_is_missing_is_said_and_where_it_belongs()
    {
        var found = await Of();

        (found.Spf.Why, found.Dkim.Why, found.Dmarc.Why).ShouldBe(("spf.missing", "dkim.notfound", "dmarc.missing"));
        found.Dmarc.Name.ShouldBe("_dmarc.example.fi");
    }

    [Theory]
    [InlineData("v=spf1 +all", RecordStanding.Weak, "spf.everybody")]
    [InlineData("v=spf1 mx", RecordStanding.Weak, "spf.open")]
    [InlineData("v=spf1 mx ?all", RecordStanding.Weak, "spf.open")]
    [InlineData("V=SPF1 MX -ALL", RecordStanding.Good, "")]
    [InlineData("v=spf1 redirect=_spf.example.org", RecordStanding.Good, "")]
    [InlineData("v=spf1 a:a a:b a:c a:d mx:e mx:f include:g include:h include:i include:j include:k -all", RecordStanding.Broken, "spf.lookups")]
    public async Task An_spf_record_is_judged_by_whom_it_lets_send(string record, RecordStanding standing, string why)
    {
        var spf = (await Of(("example.fi", record))).Spf;

        (spf.Standing, spf.Why, spf.Record).ShouldBe((standing, why, record));
    }

    [Fact]
    public async Task Of_two_records_none_counts()
    {
        var found = await Of(("example.fi", "v=spf1 mx -all"), ("example.fi", "v=spf1 a -all"), ("_dmarc.example.fi", "v=DMARC1; p=none"), ("_dmarc.example.fi", "v=DMARC1; p=reject"));

        (found.Spf.Why, found.Dmarc.Why).ShouldBe(("spf.several", "dmarc.several"));
    }

    [Theory]
    [InlineData("v=DMARC1; p=reject", RecordStanding.Good, "")]
    [InlineData("v=DMARC1;p=none;rua=mailto:a@example.fi", RecordStanding.Weak, "dmarc.none")]
    [InlineData("v=DMARC1; rua=mailto:a@example.fi", RecordStanding.Broken, "dmarc.policy")]
    public async Task A_dmarc_record_is_judged_by_what_it_asks_for(string record, RecordStanding standing, string why)
    {
        var dmarc = (await Of(("_dmarc.example.fi", record))).Dmarc;

        (dmarc.Standing, dmarc.Why).ShouldBe((standing, why));
    }

    [Fact]
    public async Task Below_a_domain_its_policy_for_what_lies_below_holds()
    {
        var records = await SenderRecords.Of("tuki.example.fi", null, Asked([("_dmarc.example.fi", "v=DMARC1; p=reject; sp=none")]));

        (records.Dmarc.Why, records.Dmarc.Name).ShouldBe(("dmarc.none", "_dmarc.example.fi"));
    }

    [Fact]
    public async Task A_selector_that_is_named_is_the_only_one_looked_at_and_an_empty_key_is_withdrawn()
    {
        (await SenderRecords.Of("example.fi", "mine", Asked([("google._domainkey.example.fi", Key)]))).Dkim.Why.ShouldBe("dkim.missing");
        (await SenderRecords.Of("example.fi", "mine", Asked([("mine._domainkey.example.fi", "v=DKIM1; p=")]))).Dkim.Why.ShouldBe("dkim.revoked");
    }

    [Fact]
    public async Task A_silent_resolver_makes_nothing_missing()
    {
        var found = await SenderRecords.Of("example.fi", null, _ => Task.FromResult(new DnsTexts(DnsOutcome.NotReached, [])));

        (found.Spf.Standing, found.Dkim.Standing, found.Dmarc.Standing).ShouldBe((RecordStanding.Unknown, RecordStanding.Unknown, RecordStanding.Unknown));
    }

    private static Task<SenderRecords> Of(params (string Name, string Text)[] records) => SenderRecords.Of("example.fi", null, Asked(records));

    private static Func<string, Task<DnsTexts>> Asked((string Name, string Text)[] records) => name =>
        Task.FromResult(records.Any(r => r.Name == name) ? new DnsTexts(DnsOutcome.Answered, [.. records.Where(r => r.Name == name).Select(r => r.Text)]) : new DnsTexts(DnsOutcome.NoSuchName, []));
}
