using System.Security.Cryptography.X509Certificates;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>A Dovecot of our own. Every name is an account, and all have the same password.</summary>
public sealed class Dovecot : IAsyncLifetime
{
    private readonly Daemon _daemon = new("dovecot");
    private readonly int _port = Daemon.FreePort(), _protectedPort = Daemon.FreePort();

    /// <summary>Where Postfix asks who may send.</summary>
    public string SignInSocket => _daemon.Path("run/sign-in");

    public MailHost Host(Protection protection = Protection.None) =>
        new("localhost", protection == Protection.Tls ? _protectedPort : _port, protection) { MaySignInUnprotected = true, Authority = Certificates.Good };

    public static Login Login(string name) => Mail.Connecting.Login.WithPassword(name, "säla-sana");

    public async ValueTask InitializeAsync()
    {
        var (us, them, group) = Daemon.IsRoot ? ("dovecot", "dovenull", "dovecot") : (Environment.UserName, Environment.UserName, await Daemon.Ask("id", "-gn"));
        var certificate = _daemon.Write("certificate.pem", Certificates.Good.ExportCertificatePem());
        var key = _daemon.Write("key.pem", Certificates.Good.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Directory.CreateDirectory(_daemon.Path("mail"));
        if (Daemon.IsRoot)
            await Daemon.Run("chown", us, _daemon.Path("mail"));
        var settings = _daemon.Write("dovecot.conf", $$"""
            base_dir = {{_daemon.Path("run")}}
            instance_name = lupaus-test-{{_port}}
            log_path = {{_daemon.Path("log")}}
            protocols = imap
            listen = 127.0.0.1
            default_internal_user = {{us}}
            default_internal_group = {{group}}
            default_login_user = {{them}}
            first_valid_uid = 0
            ssl = yes
            ssl_cert = <{{certificate}}
            ssl_key = <{{key}}
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            auth_failure_delay = 0
            mail_max_userip_connections = 1000
            mail_location = maildir:{{_daemon.Path("mail")}}/%u
            mail_fsync = never
            passdb {
              driver = static
              args = password=säla-sana
            }
            userdb {
              driver = static
              args = uid={{us}} gid={{group}} home={{_daemon.Path("mail")}}/%u
            }
            namespace inbox {
              inbox = yes
              separator = /
              mailbox "Lähetetyt viestit" {
                auto = create
                special_use = \Sent
              }
              mailbox "Roskat & muut" {
                auto = create
              }
            }
            service imap-login {
              service_count = 0
              {{(Daemon.IsRoot ? "" : "chroot =")}}
              inet_listener imap {
                port = {{_port}}
              }
              inet_listener imaps {
                port = {{_protectedPort}}
                ssl = yes
              }
            }
            service imap {
              service_count = 100
            }
            service anvil {
              {{(Daemon.IsRoot ? "" : "chroot =")}}
            }
            service auth {
              client_limit = 5000
              unix_listener sign-in {
                mode = 0666
              }
            }
            """);
        await _daemon.Start(_port, "/usr/sbin/dovecot", "-F", "-c", settings);
    }

    /// <summary>Forgets which UIDs were given, as a server does that was moved or restored.</summary>
    public void ForgetUids(string account)
    {
        foreach (var file in Directory.EnumerateFiles(_daemon.Path($"mail/{account}"), "dovecot*"))
            File.Delete(file);
    }

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();
}
