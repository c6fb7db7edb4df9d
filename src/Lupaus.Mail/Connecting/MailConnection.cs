using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Lupaus.Mail.Connecting;

/// <summary>How a wire to a mail server comes about.</summary>
internal static class MailConnection
{
    public static async Task<Wire> Open(MailHost host, TimeSpan within, CancellationToken stop)
    {
        var deadline = Deadline.In(within);
        var wire = await Connect(host, deadline, stop);
        try
        {
            if (host.Protection == Protection.Tls)
                await Protect(wire, host, deadline, stop);
            return wire;
        }
        catch (ConversationBroken)
        {
            await wire.DisposeAsync();
            throw;
        }
    }

    public static async Task Protect(Wire wire, MailHost host, Deadline deadline, CancellationToken stop)
    {
        Trouble? trouble = null;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host.Name,
            CertificateChainPolicy = Policy(host),
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                (trouble = CertificateTrouble.In(certificate as X509Certificate2, chain, errors, DateTimeOffset.UtcNow)) is null,
        };
        try
        {
            await wire.Protect((tls, limit) => tls.AuthenticateAsClientAsync(options, limit), deadline, stop);
        }
        catch (ConversationBroken) when (trouble is not null)
        {
            throw new ConversationBroken(HowItWent.TlsTrouble, trouble);
        }
    }

    private static X509ChainPolicy Policy(MailHost host)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (host.Authority is { } authority)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.Add(authority);
        }
        return policy;
    }

    private static async Task<Wire> Connect(MailHost host, Deadline deadline, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(deadline.Left);
        try
        {
            await socket.ConnectAsync(host.Name, host.Port, limit.Token);
            KeepAlive(socket);
            return new Wire(new NetworkStream(socket, ownsSocket: true), socket);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw ConversationBroken.NotReached(stop.IsCancellationRequested ? Trouble.Stopped : Trouble.TimedOut);
        }
        catch (Exception failed) when (failed is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw ConversationBroken.NotReached(WhyNot(failed as SocketException));
        }
    }

    // A server that vanishes while we wait for news would otherwise be missed for half an hour.
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
    }

    private static Trouble WhyNot(SocketException? failed) => failed?.SocketErrorCode switch
    {
        null or SocketError.HostNotFound or SocketError.NoData => Trouble.NameUnknown,
        SocketError.ConnectionRefused => Trouble.ConnectionRefused,
        SocketError.TimedOut => Trouble.TimedOut,
        _ => Trouble.Unreachable,
    };
}
