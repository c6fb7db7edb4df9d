using System.Net;
using System.Net.Sockets;
using Lupaus.Mail.Smtp;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Receives mail by SMTP or LMTP where the settings say so. A mail is stored before its sender hears that it is here.</summary>
public sealed class ReceiverWatch(Settings settings, OurAddresses ours, ReceiveMail receive, TimeProvider clock, ILogger<ReceiverWatch> log) : BackgroundService
{
    /// <summary>Where each listens really, once it does.</summary>
    public IReadOnlyList<IPEndPoint> At { get; private set; } = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var receivers = new List<SmtpReceiver>();
        var certificate = string.IsNullOrWhiteSpace(settings.Certificate) ? null : new CertificateFile(settings.Certificate, settings.CertificateKey, log);
        try
        {
            foreach (var (at, isLmtp) in new[] { (settings.SmtpAt, false), (settings.LmtpAt, true) })
            {
                if (at is not null && Begin(at, isLmtp, certificate) is { } receiver)
                    receivers.Add(receiver);
            }
            At = [.. receivers.Select(r => r.At)];
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        finally
        {
            foreach (var receiver in receivers)
                await receiver.DisposeAsync();
        }
    }

    private SmtpReceiver? Begin(IPEndPoint at, bool isLmtp, CertificateFile? certificate)
    {
        var receiver = new SmtpReceiver(
            new ReceiverSettings { At = at, HostName = settings.PublicAddress.Host, IsLmtp = isLmtp, BiggestMessage = MailDoor.MostBytes, Certificate = certificate is null ? null : certificate.Now },
            async (address, stop) => (await ours.Now(stop)).AreCompanys(address),
            (mail, stop) => Keep(mail, isLmtp ? "lmtp" : "smtp", stop),
            clock,
            e => log.LogError(e, "A mail could not be taken in; its sender is asked to try again."));
        try
        {
            receiver.Start();
            log.LogInformation("Mail is received at {At}.", receiver.At);
            return receiver;
        }
        catch (SocketException e)
        {
            log.LogError(e, "No mail can be received at {At}.", at);
            return null;
        }
    }

    private async Task<Reception> Keep(ReceivedMail mail, string door, CancellationToken stop)
    {
        await receive.Take(mail.Content, new MailDoor(door, Recipients: mail.Recipients), stop);
        return Reception.Kept;
    }
}
