using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Smtp;

/// <summary>A receiver on a free port that remembers what it got, for recipients at example.com.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly SmtpReceiver _receiver;

    public Receiver(Func<ReceiverSettings, ReceiverSettings>? settings = null)
    {
        var usual = new ReceiverSettings { At = new IPEndPoint(IPAddress.Loopback, 0), HostName = "mail.example.com" };
        _receiver = new SmtpReceiver((settings ?? (s => s))(usual), (address, _) => IsOurs(address), Keep, TimeProvider.System, Faults.Enqueue);
        _receiver.Start();
    }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    public ConcurrentQueue<Exception> Faults { get; } = [];

    public Func<ReceivedMail, Task<Reception>> Becomes { get; set; } = _ => Task.FromResult(Reception.Kept);

    public Func<string, Task<bool>> IsOurs { get; set; } = address => Task.FromResult(address.EndsWith("@example.com", StringComparison.OrdinalIgnoreCase));

    public int Port => _receiver.At.Port;

    public MailHost Host(Protection protection = Protection.None) => new("localhost", Port, protection) { Authority = Certificates.Good };

    /// <summary>Its content without our two lines of trace.</summary>
    public static string Content(ReceivedMail mail)
    {
        var text = Encoding.Latin1.GetString(mail.Content.Span);
        return text[(text.IndexOf(" +0000\r\n", StringComparison.Ordinal) + " +0000\r\n".Length)..];
    }

    public async Task<TcpClient> Call()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, Port);
        return client;
    }

    /// <summary>Says all at once, hangs up our half, and returns the codes and what is behind them.</summary>
    public async Task<string[]> Hear(string said)
    {
        using var client = await Call();
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(said));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<Reception> Keep(ReceivedMail mail, CancellationToken stop)
    {
        var reception = await Becomes(mail);
        if (reception == Reception.Kept)
            Mails.Enqueue(mail);
        return reception;
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
