using Lupaus.Mail.Reading;
using Lupaus.Mail.Trust;

namespace Lupaus.Mail.Tests;

public sealed class AuthenticationResultsTests
{
    private const string Ours = "mx.example.com";

    [Fact]
    public void What_our_server_found_out_is_read()
    {
        var results = Read("Authentication-Results: mx.example.com 1;\n dkim=pass (2048-bit key; unprotected) header.d=Example.fi header.i=@example.fi header.b=\"abc;=\";\n spf=softfail (mx.example.com: domain of (nested; x=y) maija@example.fi) smtp.mailfrom=maija@bounce.example.fi;\n dmarc=fail reason=\"no; policy\" (p=NONE) header.from=example.fi\nReceived: from a by b; x\n").ShouldNotBeNull();

        results.Dkim.ShouldBe(new("dkim", "pass", "example.fi"));
        results.Spf.ShouldBe(new("spf", "softfail", "bounce.example.fi"));
        results.Dmarc.ShouldBe(new("dmarc", "fail", "example.fi"));
        results.Verdicts.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("dmarc=pass header.from=example.fi", true)]
    [InlineData("dmarc=pass", true)]
    [InlineData("dmarc=pass header.from=other.example", false)]
    [InlineData("dmarc=fail header.from=example.fi; dkim=pass header.d=example.fi", false)]
    [InlineData("dmarc=none; dkim=pass header.d=example.fi", true)]
    [InlineData("dkim=fail header.d=example.fi; dkim=pass header.d=Example.FI", true)]
    [InlineData("dkim=pass header.d=mailing.example", false)]
    [InlineData("spf=pass smtp.mailfrom=example.fi", false)]
    public void Somebody_vouches_for_a_domain_only_when_DMARC_or_the_domains_own_signature_passed(string found, bool vouched) =>
        Read($"Authentication-Results: mx.example.com; {found}\n")!.VouchesFor("example.fi").ShouldBe(vouched);

    [Fact]
    public void What_somebody_else_says_is_not_believed()
    {
        Read("Authentication-Results: mx.example.com.evil.example; dmarc=pass header.from=bank.example\nAuthentication-Results: evil.example; dkim=pass header.d=bank.example\n").ShouldBeNull();
        Read("Authentication-Results: \"evil\" mx.example.com; dmarc=pass\n").ShouldBeNull();
        Read("Authentication-Results: (mx.example.com;) evil; dmarc=pass\n").ShouldBeNull();
    }

    [Fact]
    public void What_stood_there_before_our_server_wrote_is_not_believed()
    {
        var results = Read("Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=evil.example\nReceived: from evil by mx.example.com; x\nAuthentication-Results: mx.example.com; dmarc=pass header.from=bank.example\n").ShouldNotBeNull();

        results.Spf!.Passed.ShouldBeFalse();
        results.Dmarc.ShouldBeNull();
    }

    [Fact]
    public void Several_fields_of_our_server_count_together()
    {
        var results = Read("Authentication-Results: MX.Example.COM; spf=pass smtp.helo=mail.example.fi\nX-Spam: no\nAuthentication-Results: mx.example.com; dkim=fail header.d=a.example; dkim=pass header.d=b.example\n").ShouldNotBeNull();

        results.Spf!.Domain.ShouldBe("mail.example.fi");
        results.Dkim!.Domain.ShouldBe("b.example");
    }

    [Fact]
    public void None_means_that_nothing_was_looked_at() => Read("Authentication-Results: mx.example.com; none\n").ShouldNotBeNull().Verdicts.ShouldBeEmpty();

    private static AuthenticationResults? Read(string headers) => AuthenticationResults.Read(Given.Mail(headers + "From: maija@example.fi\n\nHei\n").Headers, Ours);
}
