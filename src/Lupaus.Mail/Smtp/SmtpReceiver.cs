using System.Net;
using System.Net.Sockets;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>
/// Receives mail by SMTP (RFC 5321) or LMTP (RFC 2033). It takes mail for our own recipients and passes none on, so it is no open relay;
/// a message ends with CR LF dot CR LF and nothing less. It listens from <see cref="Start"/> until it is disposed of.
/// </summary>
public sealed class SmtpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2), LongestHangUp = TimeSpan.FromSeconds(1);

    private readonly ReceivingHouse _house;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Task> _sessions = [];
    private Task _listening = Task.CompletedTask;

    /// <param name="settings">Where and within which limits.</param>
    /// <param name="isOurs">Whether mail to an address is for us. Others are refused.</param>
    /// <param name="keep">Keeps a message; what it returns is what the sender's server hears. It may be given the same message twice, since an answer may be lost.</param>
    /// <param name="clock">The clock of the trace.</param>
    /// <param name="failed">Hears what the callbacks throw; the sender is asked to try again.</param>
    public SmtpReceiver(
        ReceiverSettings settings,
        Func<string, CancellationToken, Task<bool>> isOurs,
        Func<ReceivedMail, CancellationToken, Task<Reception>> keep,
        TimeProvider clock,
        Action<Exception> failed)
    {
        _house = new ReceivingHouse(settings, isOurs, keep, clock, failed);
        _listener = new Socket(settings.At.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
    }

    /// <summary>Where it really listens.</summary>
    public IPEndPoint At => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">The port is taken, or isn't allowed to us.</exception>
    public void Start()
    {
        _listener.Bind(_house.Settings.At);
        _listener.Listen(128);
        _listening = Listen();
    }

    /// <summary>Listens no more, says farewell to who is connected, and waits for that two seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _listening;
        Task[] open;
        lock (_sessions)
            open = [.. _sessions];
        await Task.WhenAny(Task.WhenAll(open), Task.Delay(LongestFarewell));
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Welcome(await _listener.AcceptAsync(_stop.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // One who left before the welcome, or no room for another connection just now.
                await Task.Delay(50);
            }
        }
    }

    private void Welcome(Socket socket)
    {
        var session = Serve(socket);
        lock (_sessions)
            _sessions.Add(session);
        session.ContinueWith(Forget, TaskScheduler.Default);
    }

    private void Forget(Task session)
    {
        lock (_sessions)
            _sessions.Remove(session);
    }

    private async Task Serve(Socket socket)
    {
        await Task.Yield();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            limit.CancelAfter(_house.Settings.LongestConnection);
            await Serve(socket, limit.Token);
        }
        catch (Exception fault)
        {
            _house.Failed(fault);
        }
    }

    private async Task Serve(Socket socket, CancellationToken stop)
    {
        socket.NoDelay = true;
        var client = ((IPEndPoint)socket.RemoteEndPoint!).Address;
        client = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        await using var wire = new Wire(new NetworkStream(socket, ownsSocket: true), socket);
        if (!_house.Connections.TryEnter(client))
        {
            await new Replies(wire).SayLast("421 4.3.2 Too many connections, try later");
            await wire.HangUp(LongestHangUp);
            return;
        }
        try
        {
            await new ReceivingSession(_house, wire, client, stop).Run();
            await wire.HangUp(LongestHangUp);
        }
        finally
        {
            _house.Connections.Leave(client);
        }
    }
}
