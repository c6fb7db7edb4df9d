using System.Net;
using Lupaus.Mail.Domains;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Domains;

public sealed class DnsAskerTests
{
    [Fact]
    public async Task The_texts_of_a_name_are_read_whole_however_many_pieces_they_come_in()
    {
        await using var dns = new FakeDns { Texts = { ["example.fi"] = ["v=spf1 -all", new string('a', 300)] } };

        var told = await new DnsAsker(dns.At).Texts("Example.FI", default);

        told.Outcome.ShouldBe(DnsOutcome.Answered);
        told.Texts.ShouldBe(["v=spf1 -all", new string('a', 300)]);
    }

    [Fact]
    public async Task What_does_not_fit_into_one_datagram_is_asked_for_by_tcp()
    {
        await using var dns = new FakeDns { Texts = { ["example.fi"] = [new string('k', 2000)] } };

        (await new DnsAsker(dns.At).Texts("example.fi", default)).Texts.ShouldHaveSingleItem().Length.ShouldBe(2000);
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_told_from_a_resolver_that_is_silent_or_gone()
    {
        await using var dns = new FakeDns { Silent = { "slow.fi" } };

        (await new DnsAsker(dns.At).Texts("nowhere.fi", default)).Outcome.ShouldBe(DnsOutcome.NoSuchName);
        (await new DnsAsker(dns.At).Texts("slow.fi", default)).Outcome.ShouldBe(DnsOutcome.NotReached);
        (await new DnsAsker(new IPEndPoint(IPAddress.Loopback, Daemon.FreePort())).Texts("example.fi", default)).Outcome.ShouldBe(DnsOutcome.NotReached);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..fi")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789.fi")]
    public async Task A_name_that_cannot_be_is_not_asked_for(string name) =>
        (await new DnsAsker(new IPEndPoint(IPAddress.Loopback, 9)).Texts(name, default)).Outcome.ShouldBe(DnsOutcome.NoSuchName);

    [Fact]
    public async Task Letters_beyond_ascii_are_asked_for_as_dns_has_them()
    {
        await using var dns = new FakeDns();
        dns.Texts[$"_dmarc.{new System.Globalization.IdnMapping().GetAscii("päijänne")}.fi"] = ["v=DMARC1; p=reject"];

        (await new DnsAsker(dns.At).Texts("_dmarc.päijänne.fi", default)).Texts.ShouldBe(["v=DMARC1; p=reject"]);
    }

    [Fact]
    public async Task Whatever_bytes_are_said_to_be_an_answer_nothing_is_thrown()
    {
        var random = new Random(20261122);
        await using var dns = new FakeDns();
        dns.Instead = question => [question[0], question[1], 0x81, 0x80, 0, 1, 0, (byte)random.Next(5), 0, 0, 0, 0, .. question[12..], .. Scribble(random)];

        for (var i = 0; i < 300; i++)
            (await new DnsAsker(dns.At).Texts("example.fi", default)).Outcome.ShouldBe(DnsOutcome.Answered);
    }

    private static byte[] Scribble(Random random)
    {
        var bytes = new byte[random.Next(80)];
        random.NextBytes(bytes);
        if (bytes.Length > 12 && random.Next(2) == 0)
            (bytes[0], bytes[1], bytes[2], bytes[3]) = (0xC0, 0x0C, 0, 16);
        return bytes;
    }
}
