using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Lupaus.Mail.Domains;

/// <summary>Asks a resolver for the texts of a name (RFC 1035): by UDP, and by TCP where the answer doesn't fit.</summary>
/// <param name="resolver">A resolver that follows questions to their end.</param>
public sealed class DnsAsker(IPEndPoint resolver)
{
    private const int Tries = 2;
    private const int LongestDatagram = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The resolver that this machine uses, by /etc/resolv.conf; the machine itself where it says nothing.</summary>
    public static IPEndPoint OfThisMachine()
    {
        try
        {
            foreach (var line in File.ReadLines("/etc/resolv.conf").Take(100))
            {
                if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["nameserver", var address, ..] && IPAddress.TryParse(address, out var at))
                    return new IPEndPoint(at, 53);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has none.
        }
        return new IPEndPoint(IPAddress.Loopback, 53);
    }

    /// <summary>All texts of a name.</summary>
    public async Task<DnsTexts> Texts(string name, CancellationToken stop)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (DnsQuestion.Write((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), name) is not { } question)
                return new DnsTexts(DnsOutcome.NoSuchName, []);
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
            soon.CancelAfter(Patience);
            try
            {
                var answer = await ByUdp(question, soon.Token);
                if (DnsQuestion.IsCut(answer))
                    answer = await ByTcp(question, soon.Token);
                if (DnsQuestion.IsAnswerTo(answer, question))
                    return DnsQuestion.Read(answer, question.Length);
            }
            catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
            {
                // Once more, or not at all.
            }
        }
        return new DnsTexts(DnsOutcome.NotReached, []);
    }

    private async Task<byte[]> ByUdp(byte[] question, CancellationToken stop)
    {
        using var socket = new Socket(resolver.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(resolver, stop); // so that only the resolver is heard
        await socket.SendAsync(question, stop);
        var answer = new byte[LongestDatagram];
        while (true)
        {
            var length = await socket.ReceiveAsync(answer, stop);
            if (DnsQuestion.IsAnswerTo(answer.AsSpan(0, length), question))
                return answer[..length];
        }
    }

    private async Task<byte[]> ByTcp(byte[] question, CancellationToken stop)
    {
        using var socket = new Socket(resolver.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(resolver, stop);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync((byte[])[(byte)(question.Length >> 8), (byte)question.Length, .. question], stop);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, stop);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, stop);
        return DnsQuestion.IsAnswerTo(answer, question) ? answer : throw new IOException("Another question was answered.");
    }
}
