using System.Net;
using System.Net.Sockets;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>A server on a free port of this machine that plays a part. Each caller hears the part anew.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Caller, Task> _part;
    private readonly Task _listening;

    public FakeServer(Func<Caller, Task> part)
    {
        _part = part;
        _listener.Start();
        _listening = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Callers { get; private set; }

    public MailHost Host(Protection protection = Protection.None) =>
        new("127.0.0.1", Port, protection) { MaySignInUnprotected = true, Authority = protection == Protection.None ? null : Certificates.Good };

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
            {
                var socket = await _listener.AcceptSocketAsync();
                Callers++;
                _ = Play(socket);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The play is over.
        }
    }

    private async Task Play(Socket socket)
    {
        using var caller = new Caller(socket);
        try
        {
            await _part(caller);
        }
        catch (Exception left) when (left is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The caller left before the end.
        }
    }
}
