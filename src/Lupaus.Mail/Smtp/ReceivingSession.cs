using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>One connection of a receiver.</summary>
internal sealed class ReceivingSession(ReceivingHouse house, Wire wire, IPAddress client, CancellationToken stop)
{
    private const int LongestCommand = 4096;
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(30);

    private readonly ReceiverSettings _settings = house.Settings;
    private readonly Replies _replies = new(wire);
    private readonly List<string> _recipients = [];
    private string? _hello, _from;
    private bool _isInternational, _isOver;
    private int _commands, _errors;

    public async Task Run()
    {
        try
        {
            await Say($"220 {_settings.HostName} {(_settings.IsLmtp ? "LMTP" : "ESMTP")}");
            while (!_isOver)
                await Obey(await wire.Line(LongestCommand, Deadline.In(_settings.LongestSilence), stop, isStrict: true));
        }
        catch (ConversationBroken broken)
        {
            if (broken.Why != Trouble.Closed)
                await _replies.SayLast(Farewell(broken.Why));
        }
    }

    private static string Farewell(Trouble why) =>
        why == Trouble.TimedOut ? "421 4.4.2 Too long a silence" :
        why == Trouble.Stopped ? "421 4.3.2 Closing, try later" :
        "500 5.5.2 That can't be followed";

    private async Task Obey(byte[] line)
    {
        if (++_commands > _settings.MostCommands)
        {
            await Leave("421 4.7.0 Too many commands");
            return;
        }
        var space = line.AsSpan().IndexOf((byte)' ');
        var verb = Encoding.Latin1.GetString(space < 0 ? line : line.AsSpan(0, space)).ToUpperInvariant();
        await Obey(verb, space < 0 ? default : line.AsMemory(space + 1));
        if (_errors >= _settings.MostErrors && !_isOver)
            await Leave("421 4.7.0 Too many errors");
    }

    private Task Obey(string verb, ReadOnlyMemory<byte> argument) => verb switch
    {
        "EHLO" or "HELO" when !_settings.IsLmtp => Hello(verb, argument),
        "LHLO" when _settings.IsLmtp => Hello(verb, argument),
        "MAIL" => Mail(argument),
        "RCPT" => Recipient(argument),
        "DATA" => Message(),
        "RSET" => Reset("250 2.0.0 Forgotten"),
        "NOOP" => Say("250 2.0.0 Here"),
        "VRFY" => Say("252 2.5.0 Write and see"),
        "HELP" => Say("214 2.0.0 RFC 5321"),
        "STARTTLS" when _settings.Certificate is { } certificate => Protect(certificate()),
        "QUIT" => Leave("221 2.0.0 Goodbye"),
        // A browser was talked into speaking to us; what follows is somebody else's letter.
        "GET" or "POST" or "PUT" or "HEAD" or "OPTIONS" or "CONNECT" or "HOST:" => Leave("421 4.7.0 This is no web server"),
        _ => No("500 5.5.2 Unknown command"),
    };

    private async Task Hello(string verb, ReadOnlyMemory<byte> argument)
    {
        var name = Encoding.ASCII.GetString(argument.Span).Trim();
        if (name.Length == 0)
        {
            await No("501 5.5.4 And your name?");
            return;
        }
        Forget();
        _hello = name.Length <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || ".-_[]:".Contains(c, StringComparison.Ordinal)) ? name : "unknown";
        var offers = new List<string> { _settings.HostName, "PIPELINING", $"SIZE {_settings.BiggestMessage}", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES" };
        if (_settings.Certificate is not null && !wire.IsProtected)
            offers.Add("STARTTLS");
        await Say(verb == "HELO" ? $"250 {_settings.HostName}" : string.Join("\r\n", offers.Select((offer, i) => $"250{(i < offers.Count - 1 ? '-' : ' ')}{offer}")));
    }

    private async Task Mail(ReadOnlyMemory<byte> argument)
    {
        var path = PathReader.Read(argument.Span, "FROM:");
        var isInternational = path?.Parameters.Contains("SMTPUTF8") ?? false;
        var why =
            _hello is null ? "503 5.5.1 Say hello first" :
            _from is not null ? "503 5.5.1 One message at a time" :
            path is not { } said ? "501 5.1.7 That sender can't be read" :
            !isInternational && !Ascii.IsValid(said.Address) ? "553 5.6.7 SMTPUTF8 wasn't said" :
            WhyNot(said.Parameters);
        if (why is not null)
        {
            await No(why);
            return;
        }
        (_from, _isInternational) = (path!.Value.Address, isInternational);
        await Say("250 2.1.0 Go on");
    }

    private string? WhyNot(string[] parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter is "SMTPUTF8" or "BODY=7BIT" or "BODY=8BITMIME")
                continue;
            if (!parameter.StartsWith("SIZE=", StringComparison.Ordinal))
                return "555 5.5.4 Unknown parameter";
            if (!long.TryParse(parameter.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                return "501 5.5.4 How big?";
            if (size > _settings.BiggestMessage)
                return "552 5.3.4 Too big";
        }
        return null;
    }

    private async Task Recipient(ReadOnlyMemory<byte> argument)
    {
        var path = PathReader.Read(argument.Span, "TO:");
        var why =
            _from is null ? "503 5.5.1 Who writes?" :
            path is not { Address.Length: > 0 } said ? "501 5.1.3 That recipient can't be read" :
            said.Parameters.Length > 0 ? "555 5.5.4 Unknown parameter" :
            !_isInternational && !Ascii.IsValid(said.Address) ? "553 5.6.7 SMTPUTF8 wasn't said" :
            _recipients.Count >= _settings.MostRecipients ? "452 4.5.3 Too many recipients" :
            await IsOurs(said.Address) switch { true => null, false => "550 5.1.1 Nobody here has this address", null => "451 4.3.0 Try later" };
        if (why is not null)
        {
            await No(why);
            return;
        }
        _recipients.Add(path!.Value.Address);
        await Say("250 2.1.5 Go on");
    }

    private async Task Message()
    {
        if (_recipients.Count == 0)
        {
            await No("503 5.5.1 For nobody");
            return;
        }
        await Say("354 End with a dot on a line of its own");
        await _replies.Send(_settings.LongestSilence, stop);
        using var intake = new MessageIntake(Trace(), _settings.BiggestMessage, house.Memory);
        while (!intake.IsWhole)
        {
            var bytes = await wire.Some(Deadline.In(_settings.LongestSilence), stop);
            wire.Skip(intake.Take(bytes.Span));
            // Somebody who goes on long after the limit isn't sending a message.
            if (intake.Size > 4L * _settings.BiggestMessage)
            {
                await Leave("552 5.3.4 Far too big");
                return;
            }
        }
        await Answer(await Keep(intake));
    }

    private async Task Answer(Reception reception)
    {
        var reply = $"{reception.Code} {reception.Status} {reception.Words}";
        // LMTP: one answer for each recipient that was taken, in that order (RFC 2033, 4.2).
        var all = _settings.IsLmtp ? string.Join("\r\n", _recipients.Select(_ => reply)) : reply;
        // What was kept is said even while we close: unsaid it would come again.
        await _replies.Say(all, _settings.LongestSilence, CancellationToken.None);
        Forget();
    }

    private async Task<Reception> Keep(MessageIntake intake)
    {
        if (intake.IsTooBig)
            return Reception.TooBig;
        if (intake.IsOutOfMemory)
            return Reception.NoRoom;
        try
        {
            return await house.Keep(new ReceivedMail(_from!, [.. _recipients.Distinct()], intake.Content, client, _hello!, wire.IsProtected), stop);
        }
        catch (Exception fault)
        {
            house.Failed(fault);
            return Reception.Later("Try later");
        }
    }

    private async Task<bool?> IsOurs(string address)
    {
        try
        {
            return await house.IsOurs(address, stop);
        }
        catch (Exception fault)
        {
            house.Failed(fault);
            return null;
        }
    }

    private async Task Protect(SslStreamCertificateContext certificate)
    {
        if (wire.IsProtected)
        {
            await No("503 5.5.1 It is protected already");
            return;
        }
        // Whatever was sent along in the clear would count as said under TLS: nothing more is heard from such a client.
        if (wire.HasUnread)
        {
            await Leave("503 5.5.1 Wait for the answer");
            return;
        }
        await Say("220 2.0.0 Go on");
        await wire.Protect((tls, limit) => tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate }, limit), Deadline.In(Handshake), stop);
        Forget();
        _hello = null;
    }

    private Task Reset(string reply)
    {
        Forget();
        return Say(reply);
    }

    private void Forget()
    {
        _from = null;
        _recipients.Clear();
    }

    // RFC 5321, 4.4; the protocol's name by RFC 3848 and RFC 6531, 4.3.
    private string Trace()
    {
        var protocol = $"{(_isInternational ? "UTF8" : _settings.IsLmtp ? "" : "E")}{(_settings.IsLmtp ? "LMTP" : "SMTP")}{(wire.IsProtected ? "S" : "")}";
        var when = house.Clock.GetUtcNow().ToString("ddd, d MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        return $"Return-Path: <{_from}>\r\nReceived: from {_hello} ([{client}])\r\n by {_settings.HostName} with {protocol};\r\n {when}\r\n";
    }

    private Task No(string reply)
    {
        _errors++;
        return Say(reply);
    }

    private Task Leave(string reply)
    {
        _isOver = true;
        return _replies.SayLast(reply);
    }

    private Task Say(string reply) => _replies.Say(reply, _settings.LongestSilence, stop);
}
