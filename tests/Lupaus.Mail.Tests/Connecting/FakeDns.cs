using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>A resolver that knows what it was told.</summary>
internal sealed class FakeDns : IAsyncDisposable
{
    private readonly Socket _datagrams = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FakeDns()
    {
        // The same port for both, as a resolver has it.
        while (true)
        {
            _listener = new TcpListener(IPAddress.Loopback, 0);
            _listener.Start();
            try
            {
                _datagrams.Bind(_listener.LocalEndpoint);
                break;
            }
            catch (SocketException)
            {
                _listener.Stop();
            }
        }
        _serving = Task.WhenAll(ServeDatagrams(), ServeConnections());
    }

    public IPEndPoint At => (IPEndPoint)_listener.LocalEndpoint;

    public Dictionary<string, string[]> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that are silent.</summary>
    public HashSet<string> Silent { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is said to every question, whatever it is.</summary>
    public Func<byte[], byte[]>? Instead { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _datagrams.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeDatagrams()
    {
        var buffer = new byte[600];
        try
        {
            while (true)
            {
                var asked = await _datagrams.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                var question = buffer[..asked.ReceivedBytes];
                if (Answer(question) is not { } answer)
                    continue;
                if (answer.Length > 512)
                {
                    answer = answer[..question.Length];
                    answer[2] |= 0x02;
                }
                await _datagrams.SendToAsync(answer, asked.RemoteEndPoint, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // It is over.
        }
    }

    private async Task ServeConnections()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, _stop.Token);
                var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(question, _stop.Token);
                if (Answer(question) is { } answer)
                    await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // It is over.
        }
    }

    private byte[]? Answer(byte[] question)
    {
        if (Instead is { } other)
            return other(question);
        var name = NameIn(question);
        if (Silent.Contains(name))
            return null;
        var isKnown = Texts.TryGetValue(name, out var texts);
        byte[] head = [question[0], question[1], 0x81, (byte)(isKnown ? 0x80 : 0x83), 0, 1, 0, (byte)(texts?.Length ?? 0), 0, 0, 0, 0];
        return [.. head, .. question[12..], .. (texts ?? []).SelectMany(Record)];
    }

    private static byte[] Record(string text)
    {
        byte[] data = [.. text.Chunk(255).SelectMany(c => (byte[])[(byte)c.Length, .. Encoding.ASCII.GetBytes(c)])];
        return [0xC0, 0x0C, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data];
    }

    private static string NameIn(byte[] question)
    {
        var (labels, at) = (new List<string>(), 12);
        while (question[at] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
            at += 1 + question[at];
        }
        return string.Join('.', labels);
    }
}
