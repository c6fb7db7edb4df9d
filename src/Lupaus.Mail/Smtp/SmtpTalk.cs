using System.Net;
using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>A talk with a mail server, from its greeting to the goodbye.</summary>
internal sealed class SmtpTalk : IAsyncDisposable
{
    private readonly Wire _wire;
    private readonly CancellationToken _stop;

    private SmtpTalk(Wire wire, SmtpTimes times, CancellationToken stop) => (_wire, Times, _stop) = (wire, times, stop);

    public SmtpTimes Times { get; }

    public SmtpOffers Offers { get; private set; } = new();

    public bool IsProtected => _wire.IsProtected;

    public static async Task<SmtpTalk> Begin(MailHost host, string? helloName, SmtpTimes times, CancellationToken stop)
    {
        var talk = new SmtpTalk(await MailConnection.Open(host, times.Connecting, stop), times, stop);
        try
        {
            WantPositive(await talk.Hear(times.Command));
            await talk.SayHello(helloName);
            if (host.Protection == Protection.StartTls)
            {
                await talk.Protect(host);
                await talk.SayHello(helloName);
            }
            return talk;
        }
        catch (ConversationBroken)
        {
            await talk.DisposeAsync();
            throw;
        }
    }

    public async Task<SmtpReply> Ask(string command, TimeSpan? within = null)
    {
        await Say(Encoding.UTF8.GetBytes(command + "\r\n"), within ?? Times.Command);
        return await Hear(within ?? Times.Command);
    }

    public async Task Say(ReadOnlyMemory<byte> bytes, TimeSpan within) => await _wire.Write(bytes, Deadline.In(within), _stop);

    public async Task<SmtpReply> Hear(TimeSpan within) => (await ReplyReader.Read(_wire, Deadline.In(within), _stop)).Reply;

    /// <summary>Whether they have said more than was heard.</summary>
    public async Task<bool> HasMore() => await _wire.Hears(TimeSpan.Zero, _stop);

    /// <summary>Listens even when we were told to stop.</summary>
    public async Task<SmtpReply> HearAllTheSame(TimeSpan within) => (await ReplyReader.Read(_wire, Deadline.In(within), CancellationToken.None)).Reply;

    /// <summary>Politely, but whatever comes of it changes nothing.</summary>
    public async Task SayGoodbye()
    {
        try
        {
            await _wire.Write("QUIT\r\n"u8.ToArray(), Deadline.In(Times.Goodbye), CancellationToken.None);
            await HearAllTheSame(Times.Goodbye);
        }
        catch (ConversationBroken)
        {
            // They left first.
        }
    }

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    private async Task SayHello(string? name)
    {
        await Say(Encoding.ASCII.GetBytes($"EHLO {name ?? OwnAddress()}\r\n"), Times.Command);
        var (reply, lines) = await ReplyReader.Read(_wire, Deadline.In(Times.Command), _stop);
        Offers = reply.IsPositive ? SmtpOffers.In(lines.Skip(1)) : new SmtpOffers();
        // Servers from before 1995 don't know EHLO.
        WantPositive(reply.IsPermanent ? await Ask($"HELO {name ?? OwnAddress()}") : reply);
    }

    private async Task Protect(MailHost host)
    {
        if (!Offers.StartTls)
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.TlsNotOffered);
        var reply = await Ask("STARTTLS");
        if (reply.Code != 220)
            throw new ConversationBroken(reply.IsPermanent ? HowItWent.TlsTrouble : HowItWent.NotReached, Trouble.TlsNotOffered.With(reply.ToString()));
        await MailConnection.Protect(_wire, host, Deadline.In(Times.Connecting), _stop);
    }

    private static void WantPositive(SmtpReply reply)
    {
        if (reply.WantsMore)
            throw ConversationBroken.Odd(reply.ToString());
        if (!reply.IsPositive)
            throw ConversationBroken.NotReached((reply.Code == 421 ? Trouble.Leaving : Trouble.ServerRefused).With(reply.ToString()));
    }

    // An address literal, for who has no name of its own to the outside (RFC 5321, 4.1.3).
    private string OwnAddress()
    {
        var address = (_wire.Socket?.LocalEndPoint as IPEndPoint)?.Address ?? IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? $"[IPv6:{new IPAddress(address.GetAddressBytes())}]"
            : $"[{address}]";
    }
}
