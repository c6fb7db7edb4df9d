using System.Globalization;
using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Imap;

/// <summary>Against a real Dovecot.</summary>
public sealed class DovecotTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    private static readonly DateTimeOffset Arrived = new(2026, 3, 2, 9, 15, 0, TimeSpan.FromHours(2));

    [Theory, InlineData(Protection.None), InlineData(Protection.StartTls), InlineData(Protection.Tls)]
    public async Task A_mailbox_is_opened_however_it_is_protected(Protection protection)
    {
        var opened = await ImapConnection.Open(dovecot.Host(protection), Dovecot.Login("maija"), default);

        opened.How.ShouldBe(HowItWent.Ok, opened.Why?.ToString());
        await opened.Value!.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_issuer_are_told_apart()
    {
        var wrong = await ImapConnection.Open(dovecot.Host(), Login.WithPassword("maija", "wrong"), default);
        var untrusted = await ImapConnection.Open(dovecot.Host(Protection.Tls) with { Authority = null }, Dovecot.Login("maija"), default);

        (wrong.How, wrong.Why!.Key).ShouldBe((HowItWent.NotAllowed, Trouble.WrongLogin.Key));
        (untrusted.How, untrusted.Why).ShouldBe((HowItWent.TlsTrouble, Trouble.CertificateIssuerUnknown));
    }

    [Fact]
    public async Task Folders_have_their_names_and_marks_whatever_their_letters()
    {
        await using var box = await Open("folders");

        var folders = (await box.Folders(default)).Value!;

        folders.Select(f => f.Name).ShouldBe(["INBOX", "Lähetetyt viestit", "Roskat & muut"], ignoreOrder: true);
        folders.Single(f => f.Marks.Contains("\\sent")).Name.ShouldBe("Lähetetyt viestit");
        foreach (var folder in folders)
            (await box.Open(folder.Path, default)).How.ShouldBe(HowItWent.Ok, folder.Name);
        (await box.Open("Nowhere", default)).How.ShouldBe(HowItWent.Refused);
    }

    [Fact]
    public async Task What_is_put_into_a_folder_is_found_and_fetched_to_the_letter()
    {
        await using var box = await Open("append");
        var sent = (await box.Folders(default)).Value!.Single(f => f.Name.StartsWith("Lähetetyt")).Path;
        var mail = Mail("1", "Hyvää päivää {17}\r\n)\r\nL3 OK\r\n");

        var uid = (await box.Append(sent, mail, ["\\Seen"], Arrived, default)).Value;
        await box.Open(sent, default);

        uid.ShouldBe(1u);
        (await box.Search(new ImapQuery { MessageId = "<1@example.org>", Undeleted = true, Since = new DateOnly(2026, 3, 1) }, default)).Value!.ShouldBe([1u]);
        (await box.Search(new ImapQuery { MessageId = "<pää@example.org>" }, default)).Value!.ShouldBeEmpty();
        (await box.Search(new ImapQuery { FromUid = 2 }, default)).Value!.ShouldBeEmpty();
        var summary = (await box.Summaries(UidSet.Of([1, 2]), default)).Value!.ShouldHaveSingleItem();
        (summary.Uid, summary.Size, summary.Arrived).ShouldBe((1u, mail.Length, Arrived));
        summary.Flags.ShouldContain("\\seen");
        using var content = new MemoryStream();
        (await box.Fetch(summary, content, 1000, default)).Value.ShouldBe(Fetched.Whole);
        content.ToArray().ShouldBe(mail);
    }

    [Fact]
    public async Task Fetching_marks_nothing_as_read_but_marking_does()
    {
        await using var box = await Open("marks");
        await Put(box, 1);
        var one = UidSet.Of([1]);

        await box.Fetch(await Summary(box, 1), Stream.Null, 1000, default);
        var before = await Summary(box, 1);
        await box.Mark(one, ["\\Seen", "$Lupaus"], default);
        var after = await Summary(box, 1);
        await box.Unmark(one, ["\\Seen"], default);

        before.Flags.ShouldNotContain("\\seen");
        after.Flags.ShouldContain("\\seen");
        after.Flags.ShouldContain("$lupaus");
        (await Summary(box, 1)).Flags.ShouldNotContain("\\seen");
    }

    [Fact]
    public async Task Messages_are_copied_and_moved()
    {
        await using var box = await Open("moves");
        await Put(box, 3);
        var other = (await box.Folders(default)).Value!.Single(f => f.Name.StartsWith("Roskat")).Path;

        (await box.Copy(UidSet.Of([1]), other, default)).How.ShouldBe(HowItWent.Ok);
        (await box.Move(UidSet.Of([2, 3]), other, default)).How.ShouldBe(HowItWent.Ok);

        (await box.Search(new ImapQuery(), default)).Value!.ShouldBe([1u]);
        (await box.Open(other, default)).Value!.Count.ShouldBe(3u);
        (await box.Move(UidSet.Of([1]), "Nowhere", default)).How.ShouldBe(HowItWent.Refused);
    }

    [Fact]
    public async Task A_message_too_big_is_not_fetched_and_the_others_are()
    {
        await using var box = await Open("big");
        await Put(box, 1, new string('x', 70) + "\r\n", 50_000);
        await Put(box, 1);

        var big = await Summary(box, 1);
        (await box.Fetch(big, Stream.Null, 100_000, default)).Value.ShouldBe(Fetched.TooBig);
        (await box.Fetch(big with { Size = 10 }, Stream.Null, 10_000_000, default)).Value.ShouldBe(Fetched.Whole);
        (await box.Fetch(await Summary(box, 2), Stream.Null, 100_000, default)).Value.ShouldBe(Fetched.Whole);

        (await box.Fetch(big with { Size = 10 }, Stream.Null, 100_000, default)).Value.ShouldBe(Fetched.TooBig);
    }

    [Fact]
    public async Task What_somebody_else_removes_meanwhile_is_gone()
    {
        await using var box = await Open("gone");
        await Put(box, 2);
        var first = await Summary(box, 1);
        await using (var other = await Open("gone"))
            await other.Move(UidSet.Of([1]), (await other.Folders(default)).Value!.Single(f => f.Name.StartsWith("Roskat")).Path, default);

        await box.SayHello(default);

        (await box.Fetch(first, Stream.Null, 1000, default)).Value.ShouldBe(Fetched.Gone);
        (await box.Search(new ImapQuery(), default)).Value!.ShouldBe([2u]);
    }

    [Fact]
    public async Task News_is_heard_while_waiting()
    {
        await using var box = await Open("news", new ImapTimes { IdleRenewal = TimeSpan.FromMilliseconds(100) });
        await using var other = await Open("news");

        (await box.WaitForNews(TimeSpan.FromMilliseconds(350), default)).Value.ShouldBeFalse();
        var waiting = box.WaitForNews(TimeSpan.FromMinutes(1), default);
        await Put(other, 1);

        (await waiting).Value.ShouldBeTrue();
        (await box.Search(new ImapQuery(), default)).Value!.ShouldBe([1u]);
        (await box.WaitForNews(TimeSpan.FromMilliseconds(50), default)).Value.ShouldBeFalse();
    }

    [Fact]
    public async Task Cut_at_any_step_each_message_is_taken_once()
    {
        await using (var box = await Open("cut"))
            await Put(box, 4, "Hei!\r\n", 30);
        var (sent, received) = await Measure();

        for (var at = 0; at <= received; at += Math.Max(1, received / 60))
            await TakeCut(proxy => proxy.ToUs = at, $"in{at}");
        for (var at = 0; at <= sent; at += Math.Max(1, sent / 40))
            await TakeCut(proxy => proxy.FromUs = at, $"out{at}");
    }

    [Fact]
    public async Task When_the_server_gives_UIDs_anew_nothing_comes_twice_and_what_is_new_comes()
    {
        await using (var box = await Open("anew"))
            await Put(box, 3);
        var reading = new Reading(Dovecot.Login("anew"));
        await reading.TakeAll(dovecot.Host());

        dovecot.ForgetUids("anew");
        await using (var box = await Open("anew"))
            await box.Append("INBOX", Mail("new", "Hei!\r\n"), [], null, default);
        await reading.TakeAll(dovecot.Host());
        await reading.TakeAll(dovecot.Host());

        reading.Taken.Count.ShouldBe(4);
        reading.Taken.Distinct().Count().ShouldBe(4);
    }

    private async Task<(int Sent, int Received)> Measure()
    {
        await using var proxy = new CuttingProxy(dovecot.Host().Port);
        var reading = new Reading(Dovecot.Login("cut"));
        (await reading.TakeAll(proxy.Host)).ShouldBeTrue();
        reading.Taken.Count.ShouldBe(4);
        return (proxy.Sent, proxy.Received);
    }

    private async Task TakeCut(Action<CuttingProxy> cut, string where)
    {
        await using var proxy = new CuttingProxy(dovecot.Host().Port);
        cut(proxy);
        var reading = new Reading(Dovecot.Login("cut"));
        await reading.TakeAll(proxy.Host);
        (await reading.TakeAll(proxy.Host)).ShouldBeTrue(where);
        reading.Taken.Count.ShouldBe(4, where);
        reading.Taken.Distinct().Count().ShouldBe(4, where);
    }

    private async Task<ImapConnection> Open(string account, ImapTimes? times = null)
    {
        var opened = await ImapConnection.Open(dovecot.Host(), Dovecot.Login(account), default, times);
        opened.How.ShouldBe(HowItWent.Ok, opened.Why?.ToString());
        (await opened.Value!.Open("INBOX", default)).How.ShouldBe(HowItWent.Ok);
        return opened.Value;
    }

    private static async Task Put(ImapConnection box, int count, string line = "Hei!\r\n", int lines = 1)
    {
        for (var i = 0; i < count; i++)
            (await box.Append("INBOX", Mail(i.ToString(CultureInfo.InvariantCulture), string.Concat(Enumerable.Repeat(line, lines))), [], null, default)).How.ShouldBe(HowItWent.Ok);
    }

    private static async Task<MessageSummary> Summary(ImapConnection box, uint uid) => (await box.Summaries(UidSet.Of([uid]), default)).Value!.Single();

    private static byte[] Mail(string id, string body) => Encoding.UTF8.GetBytes($"Subject: Hei\r\nMessage-ID: <{id}@example.org>\r\n\r\n{body}");
}
