using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;

namespace Lupaus.Mail.Tests.Imap;

public sealed class ImapConnectionTests
{
    [Fact]
    public async Task With_SASL_IR_the_password_goes_along_at_once()
    {
        await using var server = new FakeImap();

        await (await server.Open()).Value!.DisposeAsync();

        server.Heard.ShouldBe([$"AUTHENTICATE PLAIN {Convert.ToBase64String("\0us\0secret"u8)}", "LOGOUT"]);
    }

    [Fact]
    public async Task Without_it_the_password_waits_to_be_asked_for_and_abilities_are_asked_after()
    {
        await using var server = new FakeImap { ["hello"] = "* OK Hei", ["CAPABILITY"] = "* CAPABILITY IMAP4rev1 AUTH=PLAIN ID", ["AUTHENTICATE"] = "+ \r\n^$ OK Welcome", ["ID"] = "* ID NIL" };

        await (await server.Open()).Value!.DisposeAsync();

        server.Heard.ShouldBe(["CAPABILITY", "AUTHENTICATE PLAIN", Convert.ToBase64String("\0us\0secret"u8), "CAPABILITY", "ID (\"name\" \"Lupaus\")", "LOGOUT"]);
    }

    [Fact]
    public async Task Where_there_is_no_PLAIN_there_is_LOGIN_with_literals_for_odd_letters()
    {
        await using var server = new FakeImap { ["hello"] = "* OK [CAPABILITY IMAP4rev1] Hei", ["LOGIN"] = "+ Go on\r\n^$ OK [CAPABILITY IMAP4rev1] Welcome" };
        await using var quick = new FakeImap { ["hello"] = "* OK [CAPABILITY IMAP4rev1 LITERAL+] Hei", ["LOGIN"] = "~" };

        var answer = await server.Open(Login.WithPassword("a \"b\\", "säla"));
        await answer.Value!.DisposeAsync();
        await quick.Open(Login.WithPassword("us", "säla"), times: FakeImap.Quick with { Answer = TimeSpan.FromMilliseconds(300) });

        server.Heard[..2].ShouldBe(["LOGIN \"a \\\"b\\\\\" {5}", Encoding.Latin1.GetString("säla"u8)]);
        quick.Heard[0].ShouldBe("LOGIN \"us\" {5+}");
    }

    [Fact]
    public async Task A_token_is_said_by_XOAUTH2_and_a_no_is_answered_with_nothing()
    {
        await using var server = new FakeImap { ["hello"] = "* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR] Hei" };
        await using var refusing = new FakeImap { ["hello"] = "* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] Hei", ["AUTHENTICATE"] = "+ \r\n^+ eyJzdGF0dXMiOiI0MDEifQ==\r\n^$ NO [AUTHENTICATIONFAILED] Invalid" };

        await (await server.Open(Login.WithToken("us", "token"))).Value!.DisposeAsync();
        var refused = await refusing.Open(Login.WithToken("us", "old"));

        server.Heard[0].ShouldBe("AUTHENTICATE XOAUTH2 " + Convert.ToBase64String("user=us\u0001auth=Bearer token\u0001\u0001"u8));
        (refused.How, refused.Why).ShouldBe((HowItWent.NotAllowed, Trouble.TokenRefused with { Said = "Invalid" }));
        refusing.Heard[^1].ShouldBe("");
    }

    [Theory]
    [InlineData("$ NO Wrong", HowItWent.NotAllowed)]
    [InlineData("$ NO [AUTHENTICATIONFAILED] Wrong", HowItWent.NotAllowed)]
    [InlineData("$ NO [UNAVAILABLE] Later", HowItWent.NotReached)]
    [InlineData("$ BAD What?", HowItWent.Odd)]
    [InlineData("* BYE Too many\r\n~", HowItWent.NotReached)]
    public async Task A_password_that_is_not_accepted_is_told_from_a_server_that_can_not_look_now(string reply, HowItWent expected)
    {
        await using var server = new FakeImap { ["AUTHENTICATE"] = reply };

        (await server.Open()).How.ShouldBe(expected);
    }

    [Theory]
    [InlineData("* BYE Full", HowItWent.NotReached)]
    [InlineData("220 mail ESMTP", HowItWent.Odd)]
    [InlineData("", HowItWent.NotReached)]
    [InlineData("* OK H~", HowItWent.NotReached)]
    [InlineData("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] Hei", HowItWent.NotAllowed)]
    [InlineData("* PREAUTH [CAPABILITY IMAP4rev1] Hei", HowItWent.Ok)]
    public async Task A_greeting_tells_what_can_be_done(string greeting, HowItWent expected)
    {
        await using var server = new FakeImap { ["hello"] = greeting };

        var answer = await server.Open();

        answer.How.ShouldBe(expected);
        if (answer.Value is { } box)
            await box.DisposeAsync();
    }

    [Fact]
    public async Task By_STARTTLS_nothing_is_signed_before_TLS_and_abilities_are_asked_anew()
    {
        await using var server = new FakeImap { ["hello"] = "* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=EVIL] Hei", ["CAPABILITY"] = "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR" };

        await (await server.Open(protection: Protection.StartTls)).Value!.DisposeAsync();

        server.Heard.Select(line => line.Split(' ')[0]).ShouldBe(["STARTTLS", "CAPABILITY", "AUTHENTICATE", "LOGOUT"]);
    }

    [Theory]
    [InlineData("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] Hei", "$ OK Go on")]
    [InlineData("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] Hei", "$ OK Go on")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] Hei", "$ NO Not now")]
    [InlineData("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] Hei", "$ OK Go on\r\n* OK [CAPABILITY AUTH=PLAIN] Evil")]
    public async Task A_server_that_does_not_come_to_TLS_hears_no_password(string greeting, string startTls)
    {
        await using var server = new FakeImap { ["hello"] = greeting, ["STARTTLS"] = startTls };

        var answer = await server.Open(protection: Protection.StartTls);

        answer.How.ShouldBe(HowItWent.TlsTrouble);
        server.Heard.ShouldNotContain(line => line.StartsWith("AUTH") || line.StartsWith("LOGIN"));
    }

    [Fact]
    public async Task Nobody_signs_in_in_the_clear_unless_that_is_allowed()
    {
        await using var server = new FakeImap();

        var answer = await ImapConnection.Open(server.Host() with { MaySignInUnprotected = false }, Login.WithPassword("us", "secret"), default);

        (answer.How, answer.Why).ShouldBe((HowItWent.TlsTrouble, Trouble.Unprotected));
    }

    [Fact]
    public async Task Folders_are_listed_however_the_server_writes_them()
    {
        await using var server = new FakeImap
        {
            ["LIST"] = "* LIST (\\HasChildren) \"/\" INBOX\r\n* LIST (\\Noselect) \"/\" \"a \\\"b\\\"\"\r\n* LIST (\\Sent) NIL {14}\r\nL&AOQ-hetetyt!\r\n"
                + "* LIST () \"\\\\\" \"raw \u00c3\u00a4\"\r\n* LIST () \"/\" &broken\r\n* LIST\r\n* LIST (\r\n* LIST () \"/\" [Gmail]/All",
        };
        await using var box = await server.Inbox();

        var folders = (await box.Folders(default)).Value!;

        folders.Select(f => (f.Name, f.Delimiter, f.MayBeOpened)).ShouldBe(
        [
            ("INBOX", '/', true), ("a \"b\"", '/', false), ("Lähetetyt!", null, true), ("raw ä", '\\', true), ("&broken", '/', true), ("[Gmail]/All", '/', true),
        ]);
        await box.Open(folders[3].Path, default);
        server.Heard[^1].ShouldStartWith("SELECT {6}");
    }

    [Fact]
    public async Task What_nobody_asked_for_may_come_in_between()
    {
        await using var server = new FakeImap
        {
            ["UID SEARCH"] = "* 4 EXPUNGE\r\n* SEARCH 30 10\r\n* OK [ALERT] Hei {3}\r\n* 3 FETCH (FLAGS (\\Seen))\r\n\r\n* SEARCH 20 5\r\n* X-NEW (a (b \"c\" {2}\r\n)( ) d)\r\n* FLAGS (\\Answered)",
        };
        await using var box = await server.Inbox();

        (await box.Search(new ImapQuery { FromUid = 10 }, default)).Value!.ShouldBe([10u, 20u, 30u]);
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 5 BODY[] {3}\r\na)b)", "a)b")]
    [InlineData("* 1 FETCH (BODY[] {5}\r\nL9 OK FLAGS (\\Seen) UID 5)", "L9 OK")]
    [InlineData("* 1 FETCH (UID 5 BODY[] \"a\\\"b\")", "a\"b")]
    [InlineData("* 1 FETCH (UID 5 BODY[] \"\")", "")]
    [InlineData("* 1 FETCH (UID 5 body[] {0}\r\n)", "")]
    [InlineData("* 2 FETCH (UID 6 FLAGS ())\r\n* 1 FETCH (UID 5 BODY[] ~{2}\r\n\0\u00ff)", "\0\u00ff")]
    public async Task A_message_is_fetched_however_the_server_hands_it_over(string response, string expected)
    {
        await using var server = new FakeImap { ["UID FETCH"] = response };
        await using var box = await server.Inbox();
        using var content = new MemoryStream();

        (await box.Fetch(Message(5), content, 100, default)).Value.ShouldBe(Fetched.Whole);

        Encoding.Latin1.GetString(content.ToArray()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 5 BODY[HEADER] {9}\r\nA: b\r\n\r\n )", "A: b\r\n\r\n ")]
    [InlineData("* 1 FETCH (body[header] {0}\r\n UID 5)", "")]
    public async Task Of_a_message_of_any_size_the_header_can_be_had(string response, string expected)
    {
        await using var server = new FakeImap { ["UID FETCH"] = response };
        await using var box = await server.Inbox();
        using var content = new MemoryStream();

        (await box.FetchHeader(Message(5) with { Size = 4_000_000_000 }, content, 100, default)).Value.ShouldBe(Fetched.Whole);

        Encoding.Latin1.GetString(content.ToArray()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_header_without_end_is_too_big()
    {
        await using var server = new FakeImap { ["UID FETCH"] = "* 1 FETCH (UID 5 BODY[HEADER] {4000000}\r\nabc" };
        await using var box = await server.Inbox();

        (await box.FetchHeader(Message(5), Stream.Null, 100, default)).Value.ShouldBe(Fetched.TooBig);
    }

    [Theory]
    [InlineData("$ OK Nothing", HowItWent.Ok)]
    [InlineData("$ NO [EXPUNGEISSUED] Gone", HowItWent.Ok)]
    [InlineData("$ NO Can't read it", HowItWent.Refused)]
    [InlineData("* 1 FETCH (UID 5 BODY[] NIL)", HowItWent.Refused)]
    [InlineData("$ BAD What?", HowItWent.Odd)]
    [InlineData("* 1 FETCH (UID 6 BODY[] {1}\r\nx)", HowItWent.Odd)]
    [InlineData("* 1 FETCH (BODY[] {1}\r\nx)", HowItWent.Odd)]
    [InlineData("* 1 FETCH (UID 5 BODY[] {1}\r\nx)\r\n* 1 FETCH (UID 5 BODY[] {1}\r\nx)", HowItWent.Odd)]
    [InlineData("* 1 FETCH (UID 5 BODY[TEXT] {900000}\r\n", HowItWent.Odd)]
    [InlineData("* 1 FETCH (UID 5 BODY[] {10}\r\nabc~", HowItWent.NotReached)]
    [InlineData("L999 OK Done", HowItWent.Odd)]
    [InlineData("+ Go on", HowItWent.Odd)]
    [InlineData("Hei!", HowItWent.Odd)]
    public async Task A_message_that_does_not_come_is_told_apart(string response, HowItWent expected)
    {
        await using var server = new FakeImap { ["UID FETCH"] = response };
        await using var box = await server.Inbox();

        var answer = await box.Fetch(Message(5), Stream.Null, 100, default);

        answer.How.ShouldBe(expected, answer.Why?.ToString());
        answer.Value.ShouldBe(expected == HowItWent.Ok ? Fetched.Gone : default);
    }

    [Fact]
    public async Task A_message_bigger_than_was_told_is_too_big_and_the_next_one_needs_another_connection()
    {
        await using var server = new FakeImap { ["UID FETCH"] = "* 1 FETCH (UID 5 BODY[] {4000000000}\r\nabc" };
        await using var box = await server.Inbox();

        (await box.Fetch(Message(5), Stream.Null, 100, default)).Value.ShouldBe(Fetched.TooBig);
        (await box.Fetch(Message(6), Stream.Null, 100, default)).How.ShouldBe(HowItWent.NotReached);
    }

    [Fact]
    public async Task When_the_bytes_can_not_be_kept_the_connection_is_of_no_more_use()
    {
        await using var server = new FakeImap { ["UID FETCH"] = "* 1 FETCH (UID 5 BODY[] {3}\r\nabc)" };
        await using var box = await server.Inbox();
        using var full = new MemoryStream(new byte[1], writable: false);

        await Should.ThrowAsync<NotSupportedException>(() => box.Fetch(Message(5), full, 100, default));

        (await box.SayHello(default)).How.ShouldBe(HowItWent.NotReached);
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 7 INTERNALDATE \"17-Jul-2026 02:44:25 +0300\" FLAGS (\\Seen keyword))", true)]
    [InlineData("* 1 FETCH (FLAGS () INTERNALDATE \" 7-Jul-2026 02:44:25 -0000\" X-ODD (1 (2)) RFC822.SIZE 7 UID 5)", true)]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 7 INTERNALDATE \"yesterday\")", false)]
    [InlineData("* 1 FETCH (UID 5 RFC822.SIZE 7 INTERNALDATE NIL FLAGS NIL", false)]
    public async Task A_summary_is_read_however_it_is_ordered(string response, bool hasTime)
    {
        await using var server = new FakeImap { ["UID FETCH"] = response };
        await using var box = await server.Inbox();

        var summary = (await box.Summaries(UidSet.Of([5]), default)).Value!.ShouldHaveSingleItem();

        (summary.Uid, summary.Size, summary.Arrived is not null).ShouldBe((5u, 7L, hasTime));
    }

    [Fact]
    public async Task Many_messages_are_asked_for_in_commands_of_bearable_length()
    {
        await using var server = new FakeImap();
        await using var box = await server.Inbox();

        (await box.Summaries(UidSet.Of(Enumerable.Range(1, 500).Select(n => (uint)n * 1000)), default)).How.ShouldBe(HowItWent.Ok);

        server.Heard.Count(line => line.StartsWith("UID FETCH")).ShouldBe(13);
        server.Heard.ShouldAllBe(line => line.Length < 1000);
    }

    [Fact]
    public async Task A_folder_that_tells_no_UIDVALIDITY_can_not_be_relied_on()
    {
        await using var server = new FakeImap { ["SELECT"] = "* 3 EXISTS" };
        var box = (await server.Open()).Value!;

        (await box.Open("INBOX", default)).How.ShouldBe(HowItWent.Odd);
        (await box.Search(new ImapQuery(), default)).How.ShouldBe(HowItWent.Odd);
        await box.DisposeAsync();
    }

    [Fact]
    public async Task Where_messages_can_not_be_moved_they_are_copied_and_only_they_removed()
    {
        await using var old = new FakeImap();
        await using var newer = new FakeImap { ["AUTHENTICATE"] = "$ OK [CAPABILITY IMAP4rev1 UIDPLUS] Welcome" };
        foreach (var server in (FakeImap[])[old, newer])
        {
            await using var box = await server.Inbox();
            (await box.Move(UidSet.Of([5]), "Other", default)).How.ShouldBe(HowItWent.Ok);
        }

        old.Heard[^3..].ShouldBe(["UID COPY 5 \"Other\"", "UID STORE 5 +FLAGS.SILENT (\\Deleted)", "LOGOUT"]);
        newer.Heard[^4..].ShouldBe(["UID COPY 5 \"Other\"", "UID STORE 5 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 5", "LOGOUT"]);
    }

    [Fact]
    public async Task A_message_that_may_not_be_put_there_is_refused_before_its_bytes_are_sent()
    {
        await using var server = new FakeImap { ["APPEND"] = "$ NO [OVERQUOTA] Full" };
        await using var box = await server.Inbox();

        var answer = await box.Append("Sent", "Hei"u8.ToArray(), ["\\Seen"], new DateTimeOffset(2026, 3, 2, 9, 5, 0, TimeSpan.FromHours(2)), default);

        (answer.How, answer.Why!.Said).ShouldBe((HowItWent.Refused, "Full"));
        server.Heard[^1].ShouldBe("APPEND \"Sent\" (\\Seen) \"02-Mar-2026 09:05:00 +0200\" {3}");
    }

    [Fact]
    public async Task A_server_that_can_not_tell_news_is_asked_now_and_then()
    {
        await using var server = new FakeImap { ["AUTHENTICATE"] = "$ OK [CAPABILITY IMAP4rev1] Welcome" };
        await using var box = await server.Inbox();

        (await box.WaitForNews(TimeSpan.FromMilliseconds(150), default)).Value.ShouldBeFalse();
        server["NOOP"] = "* 4 EXISTS";

        (await box.WaitForNews(TimeSpan.FromSeconds(20), default)).Value.ShouldBeTrue();
        server.Heard.Count(line => line == "NOOP").ShouldBeInRange(3, 20);
    }

    [Theory]
    [InlineData("$ NO Not here", HowItWent.Odd)]
    [InlineData("+ idling\r\n* BYE Closing\r\n~", HowItWent.NotReached)]
    [InlineData("", HowItWent.NotReached)]
    public async Task Waiting_that_is_broken_off_is_told(string idle, HowItWent expected)
    {
        await using var server = new FakeImap { ["IDLE"] = idle };
        await using var box = await server.Inbox();

        (await box.WaitForNews(TimeSpan.FromSeconds(20), default)).How.ShouldBe(expected);
    }

    [Fact]
    public async Task Told_to_stop_waiting_ends()
    {
        await using var server = new FakeImap { ["IDLE"] = "+ idling\r\n* OK Still here\r\n~" };
        server["IDLE"] = "+ idling\r\n* OK Still here^$ OK Done";
        await using var box = await server.Inbox();
        using var stop = new CancellationTokenSource(100);

        var answer = await box.WaitForNews(TimeSpan.FromMinutes(1), stop.Token);

        (answer.How, answer.Why).ShouldBe((HowItWent.NotReached, Trouble.Stopped));
    }

    [Theory]
    [InlineData("SELECT")]
    [InlineData("UID SEARCH")]
    [InlineData("UID FETCH")]
    [InlineData("UID STORE")]
    [InlineData("APPEND")]
    public async Task Cut_at_any_command_it_is_not_reached_and_stays_so(string command)
    {
        foreach (var words in (string[])[FakeImap.HangUp, "* 1 EXIS~", "* OK half\r\n~", "L4 O~", "* BYE Closing down\r\n~"])
        {
            await using var server = new FakeImap { [command] = words };
            await using var box = (await server.Open()).Value!;

            var hows = new List<HowItWent>
            {
                (await box.Open("INBOX", default)).How,
                (await box.Search(new ImapQuery(), default)).How,
                (await box.Fetch(Message(5), Stream.Null, 100, default)).How,
                (await box.Mark(UidSet.Of([5]), ["\\Seen"], default)).How,
                (await box.Append("INBOX", "Hei"u8.ToArray(), [], null, default)).How,
            };

            hows[^1].ShouldBe(HowItWent.NotReached, words);
            hows.SkipWhile(how => how == HowItWent.Ok).ShouldAllBe(how => how == HowItWent.NotReached);
        }
    }

    [Fact]
    public async Task A_server_that_talks_without_end_is_left()
    {
        var limits = new ImapLimits { Response = 10_000, Literals = 1000, Responses = 100 };
        foreach (var words in (string[])
        [
            "* X " + new string('x', 20_000) + "\r\n~",
            "* X " + string.Concat(Enumerable.Repeat("{0}\r\n ", 1000)) + "\r\n~",
            "* X {1001}\r\n~",
            "* X {999999999999999999}\r\n~",
            string.Concat(Enumerable.Repeat("* 1 EXISTS\r\n", 200)) + "~",
        ])
        {
            await using var server = new FakeImap { ["UID SEARCH"] = words };
            await using var box = await server.Inbox(limits);

            (await box.Search(new ImapQuery(), default)).How.ShouldBe(HowItWent.Odd, words[..8]);
        }
    }

    [Fact]
    public async Task A_search_in_a_big_folder_is_read_quickly()
    {
        await using var server = new FakeImap { ["UID SEARCH"] = "* SEARCH " + string.Join(' ', Enumerable.Range(1, 300_000)) };
        await using var box = await server.Inbox();

        (await box.Search(new ImapQuery(), default)).Value!.Count.ShouldBe(300_000);
    }

    [Fact]
    public async Task Flags_that_are_no_words_are_our_own_mistake()
    {
        await using var server = new FakeImap();
        await using var box = await server.Inbox();

        await Should.ThrowAsync<ArgumentException>(() => box.Mark(UidSet.Of([1]), ["\\Seen)\r\nL9 LOGOUT"], default));
    }

    private static MessageSummary Message(uint uid) => new(uid, 10, null, []);
}
