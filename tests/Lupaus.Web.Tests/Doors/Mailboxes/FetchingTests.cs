using System.Text;
using Lupaus.Core.Outbox;
using Lupaus.Doors.Mailboxes;
using Lupaus.Mail.Imap;
using Lupaus.Mail.Smtp;
using Lupaus.Mail.Tests.Connecting;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>Against a real Dovecot.</summary>
public sealed class FetchingTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    private static int accounts;

    private readonly string account = $"web{Interlocked.Increment(ref accounts)}";

    private WishedMailbox Wish => Boxes.Empty with { UserName = account, Reading = dovecot.Host().Here() };

    [Theory, OnBothDatabases]
    public async Task What_comes_into_the_mailbox_becomes_tickets_each_once_and_goes_on_where_it_stopped(string on)
    {
        await using var house = await House.On(on);
        await Arrives(Mails.Raw(subject: "Ennen meitä"));
        var id = await house.Has(Wish);

        await While(house, id, async () =>
        {
            await Boxes.Until(async () => (await house.Box(id)).LastReadAt is not null);
            await Arrives(Mails.Raw(subject: "Ensimmäinen"));
            await Boxes.Until(async () => await house.Look(db => db.ReceivedMails.CountAsync(m => m.TicketId != null)) == 1);
        });
        await Arrives(Mails.Raw(subject: "Toinen"));
        await While(house, id, () => Boxes.Until(async () => await house.Look(db => db.ReceivedMails.CountAsync(m => m.TicketId != null)) == 2));

        (await house.Look(db => db.Tickets.OrderBy(t => t.Id).Select(t => t.Subject).ToListAsync())).ShouldBe(["Ensimmäinen", "Toinen"]);
        (await house.Box(id)).ReadBy.ShouldBeNull();
        await house.IsSound();
    }

    [Fact]
    public async Task Uids_that_begin_anew_bring_nothing_twice()
    {
        await using var house = await House.Open();
        var id = await house.Has(Wish with { TakesWhatIsThere = true });
        await Arrives(Mails.Raw(subject: "Ensimmäinen"));
        await While(house, id, () => Boxes.Until(async () => await house.Look(db => db.ReceivedMails.CountAsync(m => m.TicketId != null)) == 1));

        dovecot.ForgetUids(account);
        await Arrives(Mails.Raw(subject: "Toinen"));
        await While(house, id, () => Boxes.Until(async () => await house.Look(db => db.ReceivedMails.CountAsync(m => m.TicketId != null)) == 2));

        (await house.Look(db => db.ReceivedMails.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task One_mail_that_cannot_be_placed_is_put_aside_and_the_next_comes_in()
    {
        await using var house = await House.Open();
        var id = await house.Has(Wish with { TakesWhatIsThere = true });
        await Arrives(Encoding.ASCII.GetBytes("Subject: nobody\r\n\r\n\0\u0001 nothing\r\n"));
        await Arrives(Mails.Raw(subject: "Seuraava"));

        await While(house, id, () => Boxes.Until(async () => await house.Look(db => db.ReceivedMails.CountAsync(m => m.TicketId != null)) == 1));

        (await house.Look(db => db.ReceivedMails.SingleAsync(m => m.Fate == Fate.Quarantined))).Trouble.ShouldBe("mail.nobody");
    }

    [Fact]
    public async Task A_wrong_password_is_told_on_the_mailbox_and_a_right_one_forgets_it()
    {
        await using var house = await House.Open();
        var id = await house.Has(Wish, "väärä");

        (await house.Get<FetchMail>().From(id, default))!.Key.ShouldBe("login.wrong");
        (await house.Box(id)).ReadingTrouble.ShouldBe("login.wrong");

        await house.Get<KeepMailboxes>().TakeKey(id, new MailboxKey("säla-sana"), house.Minna, default);
        await While(house, id, () => Boxes.Until(async () => (await house.Box(id)).LastReadAt is not null));
        (await house.Box(id)).ReadingTrouble.ShouldBeNull();
    }

    [Fact]
    public async Task Two_nodes_never_read_the_same_mailbox_at_once()
    {
        await using var house = await House.Open();
        var id = await house.Has(Wish);
        await house.Changes.Make(async db => (await db.Mailboxes.SingleAsync()).ClaimFor(7, house.Clock.Now()), default);

        (await house.Get<FetchMail>().From(id, default)).ShouldBeNull();

        (await house.Box(id)).ReadBy.ShouldBe(7);
    }

    [Fact]
    public async Task Trying_a_mailbox_tells_what_is_wrong_and_which_folders_there_are()
    {
        await using var house = await House.Open();
        var id = await house.Has(Wish with { Folder = "Roskat & muut", SentFolder = "Sent" });
        var tries = house.Get<TryMailbox>();

        var trial = await tries.Now(await house.Box(id), default);
        (trial.Reading!.Trouble, trial.Sending).ShouldBe((TryMailbox.SentFolderMissing, null));
        trial.Reading.Folders!.ShouldContain("Lähetetyt viestit");

        await house.Get<KeepMailboxes>().Change(id, Wish with { Folder = "roskat & muut", SentFolder = "Lähetetyt viestit" }, null, house.Minna, default);
        (await tries.Now(await house.Box(id), default)).IsWell.ShouldBeTrue();

        await house.Get<KeepMailboxes>().Change(id, Wish with { Reading = new MailServer("127.0.0.1", Daemon.FreePort(), MailLock.None) }, null, house.Minna, default);
        (await tries.Now(await house.Box(id), default)).Reading!.Trouble.ShouldBe("net.refused");
    }

    [Fact]
    public async Task A_copy_of_each_letter_lies_in_the_folder_of_sent_mail()
    {
        await using var server = new Lupaus.Mail.Tests.Smtp.FakeSmtp();
        await using var house = await House.Open();
        await house.Has(Wish with { Sending = server.Host().Here(), SentFolder = "Lähetetyt viestit" });
        await house.Gets(Mails.Raw());
        using var copies = house.Get<SentCopies>();
        await copies.StartAsync(default);

        await house.SendsLetters();

        await Boxes.Until(async () => await CountIn("L&AOQ-hetetyt viestit") == 1);
        await copies.StopAsync(default);
    }

    [Fact]
    public async Task Mail_brought_by_smtp_is_taken_for_our_addresses_alone_and_stored_before_it_is_answered_for()
    {
        await using var house = await House.Open(also: b => b.Configuration["Lupaus:Smtp"] = "127.0.0.1:0");
        await house.Has(Boxes.Empty with { Address = "tuki@satama.example" }, null);
        using var watch = ActivatorUtilities.CreateInstance<ReceiverWatch>(house.App.Services);
        await watch.StartAsync(default);
        await Boxes.Until(() => Task.FromResult(watch.At.Count == 1));
        var sender = new SmtpSender(new("127.0.0.1", watch.At[0].Port, Lupaus.Mail.Connecting.Protection.None), null);

        var sent = await sender.Send(new SmtpEnvelope("aino@example.fi", ["tuki+abc@satama.example", "muu@example.org"]), Mails.Raw(to: "tuki@satama.example"), default);

        sent.Recipients.Select(r => r.How).ShouldBe([RecipientEnd.Accepted, RecipientEnd.Refused]);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
        await watch.StopAsync(default);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_sender_of_too_much_hears_it_from_their_own_server_by_SMTP_and_by_LMTP(bool isLmtp)
    {
        await using var house = await House.Open(also: b => b.Configuration[isLmtp ? "Lupaus:Lmtp" : "Lupaus:Smtp"] = "127.0.0.1:0");
        using var watch = ActivatorUtilities.CreateInstance<ReceiverWatch>(house.App.Services);
        await watch.StartAsync(default);
        await Boxes.Until(() => Task.FromResult(watch.At.Count == 1));
        using var line = new System.Net.Sockets.TcpClient();
        await line.ConnectAsync(watch.At[0]);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{(isLmtp ? "LHLO" : "EHLO")} a\r\nMAIL FROM:<aino@example.fi> SIZE={MailDoor.MostBytes + 1}\r\nQUIT\r\n"));

        var said = await new StreamReader(line.GetStream()).ReadToEndAsync();

        said.ShouldContain($"SIZE {MailDoor.MostBytes}");
        said.ShouldContain("552 5.3.4 ");
        await watch.StopAsync(default);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_too_big_stays_in_the_mailbox_its_sender_is_told_and_the_next_comes_in(string on)
    {
        await using var house = await House.On(on);
        var id = await house.Has(Wish with { TakesWhatIsThere = true });
        await Arrives(Mails.Raw(subject: "Kuvat talosta", text: string.Join("\r\n", Enumerable.Repeat(new string('x', 998), (MailDoor.MostBytes / 1000) + 1))));
        await Arrives(Mails.Raw(subject: "Seuraava"));

        await While(house, id, () => Boxes.Until(async () => await house.Look(db => db.ReceivedMails.CountAsync(m => m.TicketId != null)) == 1));

        var big = await house.Look(db => db.ReceivedMails.SingleAsync(m => m.Fate == Fate.Quarantined));
        (big.Trouble, big.From).ShouldBe(("mail.toobig.told", "aino@example.fi"));
        big.Length.ShouldBeGreaterThan(MailDoor.MostBytes);
        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.TooBig && o.Address == "aino@example.fi"))).ShouldBe(1);
        (await CountIn("INBOX")).ShouldBe(2);
    }

    private async Task Arrives(byte[] raw)
    {
        await using var connection = await Open();
        (await connection.Append("INBOX", raw, [], null, default)).IsOk.ShouldBeTrue();
    }

    private async Task<long> CountIn(string path)
    {
        await using var connection = await Open();
        return (await connection.Open(path, default, isReadOnly: true)).Value!.Count;
    }

    private async Task<ImapConnection> Open() => (await ImapConnection.Open(dovecot.Host(), Dovecot.Login(account), default)).Value!;

    private static async Task While(House house, MailboxId id, Func<Task> what)
    {
        using var stop = new CancellationTokenSource();
        var reading = house.Get<FetchMail>().From(id, stop.Token);
        try
        {
            await what();
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
