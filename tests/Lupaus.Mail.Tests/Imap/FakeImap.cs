using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Imap;

/// <summary>
/// An IMAP server that says what it was told to. What is said to a command has its tag put in for "$"; without "$" the command's end
/// follows by itself. Nothing at all means hanging up; "~" at the end breaks off there, "^" hears a line (a literal's bytes come with it).
/// </summary>
internal sealed class FakeImap : IAsyncDisposable
{
    public const string HangUp = "";

    private readonly FakeServer _server;
    private readonly Dictionary<string, string> _says = new()
    {
        ["hello"] = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR IDLE] Hei",
        ["AUTHENTICATE"] = "$ OK [CAPABILITY IMAP4rev1 IDLE] Welcome",
        ["SELECT"] = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] \r\n* OK [UIDNEXT 20] ",
        ["LOGOUT"] = "* BYE Hei hei",
    };

    public FakeImap() => _server = new FakeServer(Serve);

    public string this[string command]
    {
        set => _says[command] = value;
    }

    public List<string> Heard { get; } = [];

    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public static ImapTimes Quick { get; } = new() { Goodbye = TimeSpan.FromMilliseconds(200), Answer = TimeSpan.FromSeconds(20), Polling = TimeSpan.FromMilliseconds(30) };

    public MailHost Host(Protection protection = Protection.None) => _server.Host(protection);

    public Task<Answer<ImapConnection>> Open(Login? login = null, Protection protection = Protection.None, ImapLimits? limits = null, ImapTimes? times = null) =>
        ImapConnection.Open(Host(protection), login ?? Login.WithPassword("us", "secret"), default, times ?? Quick, limits);

    /// <summary>Signed in, and the inbox open.</summary>
    public async Task<ImapConnection> Inbox(ImapLimits? limits = null, ImapTimes? times = null)
    {
        var box = await Open(limits: limits, times: times);
        box.How.ShouldBe(HowItWent.Ok, box.Why?.ToString());
        (await box.Value!.Open("INBOX", default)).How.ShouldBe(HowItWent.Ok);
        return box.Value;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Serve(Caller caller)
    {
        if (!await Say(caller, "hello", "*", _says["hello"] + "$"))
            return;
        while (await caller.Hear() is { } line)
        {
            Heard.Add(line[(line.IndexOf(' ') + 1)..]);
            var words = line.Split(' ');
            var command = words.Length < 2 ? line : words[1] == "UID" ? $"UID {words[2]}" : words[1];
            var whole = line[(line.IndexOf(' ') + 1)..];
            if (!await Say(caller, command, words[0], _says.GetValueOrDefault(whole, _says.GetValueOrDefault(command, "$ OK Done"))))
                return;
            if (command == "STARTTLS")
                await caller.Protect(Certificates.Good);
            if (command == "LOGOUT")
                return;
        }
    }

    private async Task<bool> Say(Caller caller, string command, string tag, string text)
    {
        await Before(command);
        if (text.TrimEnd('$') is HangUp)
            return false;
        foreach (var part in (text.Contains('$') || text.EndsWith('~') ? text : text + "\r\n$ OK Done").TrimEnd('$').Replace("$", tag).Split('^').Index())
        {
            if (part.Index > 0)
                Heard.Add((await caller.Hear())!);
            await caller.SayRaw(part.Item.EndsWith('~') ? part.Item[..^1] : part.Item + "\r\n");
        }
        return !text.TrimEnd('$').EndsWith('~');
    }
}
