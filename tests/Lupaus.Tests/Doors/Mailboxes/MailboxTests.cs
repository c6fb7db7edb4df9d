using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;

namespace Lupaus.Tests.Doors.Mailboxes;

public sealed class MailboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Somebody = new AgentId(11);
    private static readonly MailServer Imap = new("imap.example.fi", 993, MailLock.Tls);

    private static readonly WishedMailbox Wish = new(
        "Asiakaspalvelu@Example.fi", "apua@example.fi, help@example.fi", SignsIn.WithPassword, "asiakaspalvelu", Imap, "", false,
        new MailServer("smtp.example.fi", 465, MailLock.Tls), "Sent", null, null, "Ystävällisin terveisin\nExample Oy", null, " ");

    [Fact]
    public void What_is_wished_is_kept_and_what_is_left_empty_is_the_usual()
    {
        var mailbox = Mailbox.Make(Wish, Somebody, Now);

        mailbox.Address.Value.ShouldBe("asiakaspalvelu@example.fi");
        mailbox.OtherAddresses.ShouldBe(["apua@example.fi", "help@example.fi"]);
        (mailbox.Folder, mailbox.Reading, mailbox.IsOn).ShouldBe(("INBOX", Imap, true));
        (mailbox.SignatureIn(LanguageCode.Fi), mailbox.SignatureIn(LanguageCode.En)).ShouldBe(("Ystävällisin terveisin\nExample Oy", null));
        mailbox.LacksKey.ShouldBeTrue();
    }

    public static TheoryData<WishedMailbox, string> Wrong => new()
    {
        { Wish with { Address = "asiakaspalvelu" }, "mailbox.address" },
        { Wish with { Aliases = "apua@example.fi apua" }, "mailbox.alias" },
        { Wish with { Aliases = string.Join(' ', Enumerable.Range(1, 21).Select(n => $"a{n}@example.fi")) }, "mailbox.aliases" },
        { Wish with { Reading = Imap with { Host = "imap example" } }, "mailbox.host" },
        { Wish with { Reading = Imap with { Host = "" } }, "mailbox.host" },
        { Wish with { Sending = Imap with { Port = 0 } }, "mailbox.port" },
        { Wish with { Reading = Imap with { Lock = MailLock.None } }, "mailbox.unprotected" },
        { Wish with { SignsIn = SignsIn.Never }, "mailbox.signin" },
        { Wish with { Reading = null }, "mailbox.sentfolder" },
        { Wish with { Folder = new string('a', 300) }, "mailbox.long" },
        { Wish with { SwedishSignature = new string('a', Limits.Reason + 1) }, "mailbox.signature" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_refused_with_why(WishedMailbox wish, string why) =>
        Should.Throw<RuleBroken>(() => Mailbox.Make(wish, Somebody, Now)).Refusal.Key.ShouldBe(why);

    [Fact]
    public void Within_one_machine_or_where_nobody_signs_in_nothing_need_be_protected()
    {
        (Wish with { Reading = new("127.0.0.1", 143, MailLock.None), Sending = new("localhost", 25, MailLock.None) }).WhyNot().ShouldBeNull();
        (Wish with { SignsIn = SignsIn.Never, Reading = null, SentFolder = null, Sending = new("relay.internal", 25, MailLock.None) }).WhyNot().ShouldBeNull();
    }

    [Fact]
    public void Another_folder_is_read_from_its_own_beginning_and_a_new_password_changes_nothing_of_that()
    {
        var mailbox = Mailbox.Make(Wish, Somebody, Now);
        mailbox.ReadTo("1 17 0 -1 ");

        mailbox.TakeKey("hidden", true, Somebody, Now);
        mailbox.Become(Wish with { SentFolder = "Lähetetyt" }, Somebody, Now);
        mailbox.Progress.ShouldBe("1 17 0 -1 ");

        mailbox.Become(Wish with { Folder = "Tuki" }, Somebody, Now);
        mailbox.Progress.ShouldBeNull();
    }

    [Fact]
    public void One_node_reads_it_at_a_time_and_one_that_died_is_followed()
    {
        var mailbox = Mailbox.Make(Wish, Somebody, Now);
        mailbox.MayBeReadBy(1, Now).ShouldBeFalse();
        mailbox.TakeKey("hidden", true, Somebody, Now);

        mailbox.ClaimFor(1, Now);

        (mailbox.MayBeReadBy(1, Now), mailbox.MayBeReadBy(2, Now)).ShouldBe((true, false));
        mailbox.MayBeReadBy(2, Now + Mailbox.ReadersClaim).ShouldBeTrue();
        mailbox.LetGo(1);
        mailbox.MayBeReadBy(2, Now).ShouldBeTrue();
    }

    [Fact]
    public void Trouble_is_remembered_since_it_began_and_forgotten_when_it_ends()
    {
        var mailbox = Mailbox.Make(Wish, Somebody, Now);

        mailbox.CouldNotBeRead("login.wrong", Now);
        mailbox.CouldNotBeRead("net.closed", Now.AddHours(1));
        (mailbox.ReadingTrouble, mailbox.ReadingTroubleSince).ShouldBe(("net.closed", Now));

        mailbox.WasRead(Now.AddHours(2));
        (mailbox.ReadingTrouble, mailbox.ReadingTroubleSince).ShouldBe((null, null));
    }

    [Fact]
    public void A_dropped_one_keeps_no_key_and_is_changed_no_more()
    {
        var mailbox = Mailbox.Make(Wish, Somebody, Now);
        mailbox.TakeKey("hidden", true, Somebody, Now);

        mailbox.Drop(Somebody, Now);

        mailbox.Key.ShouldBeNull();
        Should.Throw<RuleBroken>(() => mailbox.Become(Wish, Somebody, Now)).Refusal.Key.ShouldBe("mailbox.dropped");
    }

    [Fact]
    public void An_account_that_is_not_connected_yet_neither_reads_nor_sends()
    {
        var mailbox = Mailbox.Make(Wish with { SignsIn = SignsIn.AtGoogle }, Somebody, Now);

        mailbox.TakeKey("client", opens: false, Somebody, Now);
        (mailbox.MayBeRead, mailbox.MaySend, mailbox.LacksKey).ShouldBe((false, false, true));

        mailbox.TakeKey("client and grant", opens: true, Somebody, Now);
        (mailbox.MayBeRead, mailbox.MaySend, mailbox.LacksKey).ShouldBe((true, true, false));
    }

    [Fact]
    public void Another_way_of_signing_in_needs_another_key()
    {
        var mailbox = Mailbox.Make(Wish, Somebody, Now);
        mailbox.TakeKey("hidden", true, Somebody, Now);

        mailbox.Become(Wish with { SignsIn = SignsIn.AtGoogle }, Somebody, Now);

        mailbox.LacksKey.ShouldBeTrue();
    }
}
