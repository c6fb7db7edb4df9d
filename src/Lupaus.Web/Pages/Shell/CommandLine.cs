using System.CommandLine;
using System.Globalization;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Shell;

/// <summary>
/// `lupaus VERB`: the same program for whoever keeps the machine. What was asked for goes to standard output, what went
/// wrong to standard error; the exit code is 0 when it is done, 1 when a rule or the check said no, 2 when it was asked wrongly.
/// </summary>
public sealed class CommandLine(TextWriter output, TextWriter error, IConfiguration? configuration = null, Stream? input = null)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Misused = 2;
    private const string More = "\nlupaus --help tells more.";

    public async Task<int> Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var parsed = Verbs().Parse(args);
        if (parsed.Errors.Count > 0)
            return await Sorry(string.Join('\n', parsed.Errors.Select(e => e.Message)) + More, Misused);
        try
        {
            // Without a time-out of its own, a signal is the host's business (serve) or ends the process (all others).
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (RuleBroken e)
        {
            return await Sorry(new Words().In(LanguageCode.En).Refusal(e.Refusal), Refused);
        }
        catch (AskedWrongly e)
        {
            return await Sorry(e.Message + More, Misused);
        }
        catch (BadSetting e)
        {
            return await Sorry(e.Message, Misused);
        }
        catch (Exception e) when (Trouble.With(e) is not null)
        {
            return await Sorry(Trouble.With(e)!, Refused);
        }
    }

    private RootCommand Verbs()
    {
        var settings = configuration ?? new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        var shell = new Shell(settings, output);
        var serve = new ServeVerb(shell);
        var root = new RootCommand(
            """
            Lupaus, the help desk that keeps its promises. Without a verb it serves.

            Settings come from the environment or the section "Lupaus" of appsettings.json:
              LUPAUS__DATA       the folder that holds everything (data)
              LUPAUS__DATABASE   "Host=..." takes PostgreSQL instead of SQLite in that folder
              LUPAUS__URLS       where it listens (http://localhost:5080)
              LUPAUS__PUBLICURL  the address people reach it at, for links in letters
              LUPAUS__PROXIES    addresses or networks of the proxies it stands behind (none)
              LUPAUS__SMTP       where mail for our addresses is received by SMTP, such as 0.0.0.0:25 (nowhere)
              LUPAUS__LMTP       where a mail server of one's own hands mail over by LMTP (nowhere)
              LUPAUS__CERTIFICATE, LUPAUS__CERTIFICATEKEY
                                 a certificate with its chain, and its key (PEM), under which that mail comes (in the clear)
              LUPAUS__DICTIONARY the folder of the dictionaries, mor.vfst and sv_FI.dic (those beside the program, or the system's)
              LUPAUS__BACKUPS    the folder of the nightly backups, or off ("backups" in the data folder)
              LUPAUS__SOURCE     where this version's source code is to be had (a page that tells whom to ask)

            Example: lupaus demo --if-empty && lupaus serve
            """)
        {
            serve.Command(), new DemoVerb(shell).Command(), new MigrateVerb(shell).Command(), new CheckVerb(shell).Command(), new BackupVerb(shell).Command(), new RestoreVerb(shell).Command(), new ApiKeyVerb(shell).Command(), new MailVerb(shell, input).Command(), new TextVerb(shell, input).Command(), new SimulateVerb(shell).Command(), new ReceiveVerb(shell, error, input).Command(),
        };
        root.SetAction((_, stop) => serve.Run(stop));
        return root;
    }

    private async Task<int> Sorry(string words, int exit)
    {
        await error.WriteLineAsync(words);
        return exit;
    }
}

/// <summary>A verb was given what it can't mean.</summary>
internal sealed class AskedWrongly(string words) : Exception(words);
