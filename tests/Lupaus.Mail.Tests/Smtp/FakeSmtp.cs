using System.Security.Cryptography.X509Certificates;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Smtp;

/// <summary>
/// A mail server that says what it was told to: for "hello", each verb, "body" (in the midst of it) and "end" one line or several.
/// Nothing at all means hanging up; with <see cref="Half"/> at its end a line breaks off there.
/// </summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    public const string HangUp = "";
    public const string Half = "~";

    private readonly FakeServer _server;
    private readonly Dictionary<string, string> _says = new()
    {
        ["hello"] = "220 mail.example.org ESMTP",
        ["EHLO"] = "250-mail.example.org\r\n250-PIPELINING\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-AUTH PLAIN LOGIN XOAUTH2\r\n250 ENHANCEDSTATUSCODES",
        ["STARTTLS"] = "220 2.0.0 Go on",
        ["AUTH"] = "235 2.7.0 Welcome",
        ["MAIL"] = "250 2.1.0 Ok",
        ["RCPT"] = "250 2.1.5 Ok",
        ["DATA"] = "354 Go on",
        ["end"] = "250 2.0.0 Taken",
        ["QUIT"] = "221 2.0.0 Goodbye",
    };

    public FakeSmtp() => _server = new FakeServer(Serve);

    /// <summary>What is said to a verb, or to a whole line.</summary>
    public string this[string when]
    {
        set => _says[when] = value;
    }

    public X509Certificate2 Certificate { get; set; } = Certificates.Good;

    public bool IsProtected { get; set; }

    /// <summary>The commands heard.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The lines of the last message, its dots as they came.</summary>
    public List<string> Message { get; } = [];

    /// <summary>How many messages came to their end.</summary>
    public int Whole { get; private set; }

    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public MailHost Host(Protection protection = Protection.None) => _server.Host(protection);

    public SmtpSender Sender(Login? login = null, SmtpTimes? times = null, Protection protection = Protection.None) => new(Host(protection), login, times ?? Quick, "client.example.org");

    public static SmtpTimes Quick { get; } = new() { Goodbye = TimeSpan.FromMilliseconds(200) };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Serve(Caller caller)
    {
        if (IsProtected)
            await caller.Protect(Certificate);
        if (!await Say(caller, "hello"))
            return;
        while (await caller.Hear() is { } line)
        {
            Heard.Add(line);
            var verb = line.Split(' ')[0];
            if (!await Say(caller, _says.ContainsKey(line) ? line : verb))
                return;
            if (verb == "STARTTLS" && _says["STARTTLS"].StartsWith("220", StringComparison.Ordinal))
                await caller.Protect(Certificate);
            if (verb == "DATA" && _says["DATA"].StartsWith("354", StringComparison.Ordinal) && !await Take(caller))
                return;
        }
    }

    private async Task<bool> Take(Caller caller)
    {
        Message.Clear();
        while (await caller.Hear() is { } line)
        {
            if (_says.ContainsKey("body") && Message.Count == 3)
                return await Say(caller, "body") && false;
            if (line == ".")
            {
                Whole++;
                return await Say(caller, "end");
            }
            Message.Add(line);
        }
        return false;
    }

    private async Task<bool> Say(Caller caller, string when)
    {
        await Before(when);
        var text = _says.GetValueOrDefault(when, "500 5.5.2 What?");
        if (text is HangUp)
            return false;
        await caller.SayRaw(text.EndsWith(Half, StringComparison.Ordinal) ? text.TrimEnd('~') : text + "\r\n");
        return !text.EndsWith(Half, StringComparison.Ordinal);
    }
}
