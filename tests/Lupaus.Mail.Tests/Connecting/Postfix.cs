using System.Security.Cryptography.X509Certificates;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Tests.Smtp;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>A Postfix of our own: takes mail from whoever has signed in at a Dovecot, and hands all of it over to us by LMTP. It can be started only by root.</summary>
public sealed class Postfix : IAsyncLifetime
{
    private readonly Daemon _daemon = new("postfix");
    private readonly Dovecot _dovecot = new();
    private readonly int _port = Daemon.FreePort(), _protectedPort = Daemon.FreePort();

    public MailHost Host(Protection protection = Protection.None) =>
        new("localhost", protection == Protection.Tls ? _protectedPort : _port, protection) { MaySignInUnprotected = true, Authority = Certificates.Good };

    public bool IsQueueEmpty => ((string[])["incoming", "active", "deferred", "maildrop"]).All(queue =>
        !Directory.EnumerateFiles(_daemon.Path($"queue/{queue}"), "*", SearchOption.AllDirectories).Any());

    /// <summary>Where all mail ends up.</summary>
    internal Receiver Receiver { get; } = new(s => s with { IsLmtp = true }) { IsOurs = _ => Task.FromResult(true) };

    public async ValueTask InitializeAsync()
    {
        if (!Daemon.IsRoot)
            return;
        await _dovecot.InitializeAsync();
        foreach (var folder in (string[])["queue", "data"])
            Directory.CreateDirectory(_daemon.Path(folder));
        await Daemon.Run("chown", "postfix", _daemon.Path("data"));
        _daemon.Write("etc/main.cf", $$"""
            compatibility_level = 3.6
            queue_directory = {{_daemon.Path("queue")}}
            data_directory = {{_daemon.Path("data")}}
            daemon_directory = /usr/lib/postfix/sbin
            maillog_file = {{_daemon.Path("log")}}
            maillog_file_prefixes = {{_daemon.Folder}}
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            disable_dns_lookups = yes
            myhostname = mail.example.com
            mydestination =
            alias_maps =
            local_recipient_maps =
            default_transport = lmtp:inet:127.0.0.1:{{Receiver.Port}}
            minimal_backoff_time = 1s
            queue_run_delay = 1s
            message_size_limit = 1000000
            smtpd_sasl_auth_enable = yes
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = {{_dovecot.SignInSocket}}
            smtpd_relay_restrictions = permit_sasl_authenticated, reject
            smtpd_recipient_restrictions = check_recipient_access inline:{ { gone@example.com = 550 5.1.1 Nobody }, { later@example.com = 450 4.2.0 Later } }
            smtpd_error_sleep_time = 0
            smtpd_tls_security_level = may
            smtpd_tls_cert_file = {{_daemon.Write("certificate.pem", Certificates.Good.ExportCertificatePem())}}
            smtpd_tls_key_file = {{_daemon.Write("key.pem", Certificates.Good.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem())}}
            """);
        _daemon.Write("etc/master.cf", $"""
            127.0.0.1:{_port} inet n - n - - smtpd
            127.0.0.1:{_protectedPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            error unix - - n - - error
            retry unix - - n - - error
            lmtp unix - - n - - lmtp
            anvil unix - - n - 1 anvil
            tlsmgr unix - - n 1000? 1 tlsmgr
            postlog unix-dgram n - n - 1 postlogd
            proxymap unix - - n - - proxymap

            """);
        await Daemon.Run("/usr/sbin/postfix", "-c", _daemon.Path("etc"), "check");
        await _daemon.Start(_port, "/usr/lib/postfix/sbin/master", "-c", _daemon.Path("etc"), "-d");
    }

    public async ValueTask DisposeAsync()
    {
        await _daemon.DisposeAsync();
        await _dovecot.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
