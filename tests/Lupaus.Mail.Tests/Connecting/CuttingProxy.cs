using System.Net;
using System.Net.Sockets;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>Stands between us and a server, and cuts the first connection after so many bytes in one direction; later ones are left alone.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly Task _listening;
    private int _callers;

    public CuttingProxy(int port)
    {
        _port = port;
        _listener.Start();
        _listening = Listen();
    }

    /// <summary>Bytes from us that still reach the server.</summary>
    public int FromUs { get; set; } = int.MaxValue;

    /// <summary>Bytes from the server that still reach us.</summary>
    public int ToUs { get; set; } = int.MaxValue;

    /// <summary>What went by on the first connection, both ways.</summary>
    public int Sent { get; private set; }

    public int Received { get; private set; }

    public bool HasCut { get; private set; }

    public MailHost Host => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, Protection.None) { MaySignInUnprotected = true };

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _listening;
    }

    private async Task Listen()
    {
        try
        {
            while (true)
                _ = Pass(await _listener.AcceptSocketAsync(), isFirst: ++_callers == 1);
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It is taken away.
        }
    }

    private async Task Pass(Socket us, bool isFirst)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var _ = us;
        us.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            await Task.WhenAny(
                Pass(us, server, isFirst ? FromUs : int.MaxValue, count => Sent += isFirst ? count : 0),
                Pass(server, us, isFirst ? ToUs : int.MaxValue, count => Received += isFirst ? count : 0));
            HasCut |= isFirst;
        }
        catch (SocketException)
        {
            // The server isn't there; that is a cut too.
        }
    }

    private static async Task Pass(Socket from, Socket to, int most, Action<int> passed)
    {
        var buffer = new byte[8192];
        try
        {
            while (most > 0 && await from.ReceiveAsync(buffer) is var count and > 0)
            {
                count = Math.Min(count, most);
                most -= count;
                passed(count);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // One of them left.
        }
    }
}
