using System.Diagnostics;
using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Smtp;

/// <summary>From us to a real Postfix, which asks a real Dovecot who we are, and from there by LMTP back to us.</summary>
public sealed class PostfixTests : IClassFixture<Postfix>
{
    private readonly Postfix _postfix;

    public PostfixTests(Postfix postfix)
    {
        Assert.SkipUnless(Daemon.IsRoot, "Postfix can be started only by root.");
        _postfix = postfix;
    }

    [Fact]
    public async Task Mail_goes_through_however_it_is_protected_and_whatever_its_letters()
    {
        foreach (var protection in Enum.GetValues<Protection>())
        {
            var mail = SmtpSenderTests.Bytes($"Subject: Hyvää\r\nMessage-ID: <{protection}@example.com>\r\n\r\n.\r\n..päivää\r\n");

            var sending = await Sender(_postfix.Host(protection)).Send(SmtpSenderTests.To("maija@example.org", "pää@example.org"), mail, default);

            sending.How.ShouldBe(HowItWasSent.Answered, protection + " " + sending.Why);
            sending.Recipients.ShouldAllBe(r => r.How == RecipientEnd.Accepted);
            await Until(() => _postfix.Receiver.Mails.Any(m => Id(m) == protection.ToString()));
            Encoding.UTF8.GetString(_postfix.Receiver.Mails.Last().Content.Span).ShouldSatisfyAllConditions(
                text => text.ShouldContain("Subject: Hyvää\r\n"),
                text => text.ShouldEndWith("\r\n\r\n.\r\n..päivää\r\n"));
        }
    }

    [Fact]
    public async Task What_it_refuses_is_told_as_it_says_it()
    {
        var mail = SmtpSenderTests.Bytes("Subject: Hei\r\n\r\nHei!\r\n");

        var mixed = await Sender(_postfix.Host()).Send(SmtpSenderTests.To("gone@example.com", "later@example.com", "maija@example.org"), mail, default);
        var stranger = await new SmtpSender(_postfix.Host(), null).Send(SmtpSenderTests.To("maija@example.org"), mail, default);
        var wrong = await new SmtpSender(_postfix.Host(), Login.WithPassword("us", "wrong")).Send(SmtpSenderTests.To("maija@example.org"), mail, default);
        var big = await Sender(_postfix.Host()).Send(SmtpSenderTests.To("maija@example.org"), SmtpSenderTests.Bytes(string.Concat(Enumerable.Repeat("Hei\r\n", 300_000))), default);
        var untrusted = await Sender(_postfix.Host(Protection.StartTls) with { Authority = null }).Send(SmtpSenderTests.To("maija@example.org"), mail, default);

        mixed.Recipients.Select(r => (r.How, r.Reply!.Status)).ShouldBe([(RecipientEnd.Refused, "5.1.1"), (RecipientEnd.TemporarilyRefused, "4.2.0"), (RecipientEnd.Accepted, "2.0.0")]);
        stranger.Recipients[0].How.ShouldBe(RecipientEnd.Refused);
        (wrong.How, wrong.Why!.Key).ShouldBe((HowItWasSent.NotAllowed, Trouble.WrongLogin.Key));
        big.Recipients[0].Why.ShouldBe(Trouble.TooBig);
        (untrusted.How, untrusted.Why).ShouldBe((HowItWasSent.TlsTrouble, Trouble.CertificateIssuerUnknown));
    }

    [Fact]
    public async Task Cut_at_any_step_nothing_is_lost_and_only_what_is_unknown_may_come_twice()
    {
        var (sent, received) = await Measure();
        var ends = new Dictionary<string, HowItWasSent>();
        for (var at = 0; at <= sent; at += Math.Max(1, sent / 40))
            await SendCut($"out{at}", proxy => proxy.FromUs = at, ends);
        for (var at = sent - 12; at <= sent; at++)
            await SendCut($"end{at}", proxy => proxy.FromUs = at, ends);
        for (var at = 0; at <= received; at += Math.Max(1, received / 40))
            await SendCut($"in{at}", proxy => proxy.ToUs = at, ends);

        await Until(() => _postfix.IsQueueEmpty);
        var came = _postfix.Receiver.Mails.CountBy(Id).ToDictionary();
        foreach (var (id, end) in ends.Where(e => e.Value == HowItWasSent.Answered))
            came.GetValueOrDefault(id).ShouldBe(1, id);
        foreach (var (id, end) in ends.Where(e => e.Value == HowItWasSent.Unknown))
            came.GetValueOrDefault(id).ShouldBeLessThanOrEqualTo(1, id);
        // Unknown only when the cut came after the message had begun to leave us, or when its last answer was cut.
        var unknown = ends.Where(e => e.Value == HowItWasSent.Unknown).Select(e => e.Key).ToArray();
        unknown.ShouldNotBeEmpty();
        unknown.Where(id => !MayBeUnknown(id)).ShouldBeEmpty();

        bool MayBeUnknown(string id) => id.StartsWith("in") ? int.Parse(id[2..]) > received - 100 : int.Parse(id[3..]) > sent - Mail(id).Length - 20;
    }

    private async Task<(int Sent, int Received)> Measure()
    {
        await using var proxy = new CuttingProxy(_postfix.Host().Port);
        (await Sender(proxy.Host).Send(SmtpSenderTests.To("maija@example.org"), Mail("measured"), default)).How.ShouldBe(HowItWasSent.Answered);
        return (proxy.Sent, proxy.Received);
    }

    /// <summary>Sends; what was surely not taken is sent again.</summary>
    private async Task SendCut(string id, Action<CuttingProxy> cut, Dictionary<string, HowItWasSent> ends)
    {
        await using var proxy = new CuttingProxy(_postfix.Host().Port);
        cut(proxy);
        var sending = await Sender(proxy.Host).Send(SmtpSenderTests.To("maija@example.org"), Mail(id), default);
        if (sending.How == HowItWasSent.NotReached)
            sending = await Sender(proxy.Host).Send(SmtpSenderTests.To("maija@example.org"), Mail(id), default);
        sending.How.ShouldBeOneOf(HowItWasSent.Answered, HowItWasSent.Unknown);
        ends[id] = sending.How;
    }

    private static SmtpSender Sender(MailHost host) => new(host, Dovecot.Login("us"), FakeSmtp.Quick);

    private static byte[] Mail(string id) => SmtpSenderTests.Bytes($"Subject: Hei\r\nMessage-ID: <{id}@example.com>\r\n\r\n{string.Concat(Enumerable.Repeat("Hei, miten voimme auttaa?\r\n", 20))}");

    private static string Id(ReceivedMail mail)
    {
        var text = Encoding.UTF8.GetString(mail.Content.Span);
        var at = text.IndexOf("Message-ID: <", StringComparison.OrdinalIgnoreCase) + "Message-ID: <".Length;
        return text[at..text.IndexOf('@', at)];
    }

    private static async Task Until(Func<bool> happened)
    {
        var since = Stopwatch.StartNew();
        while (!happened())
        {
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(50);
        }
    }
}
