using System.CommandLine;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Doors.Mailboxes;

namespace Lupaus.Web.Pages.Shell;

/// <summary>One raw e-mail from a mail server's pipe. Whatever goes wrong, the server is told to try again: nothing is lost by us.</summary>
internal sealed class ReceiveVerb(Shell shell, TextWriter error, Stream? input)
{
    /// <summary>EX_TEMPFAIL of sysexits.h: mail servers keep the message and try again.</summary>
    public const int TryAgain = 75;

    public Command Command()
    {
        var receive = Shell.Verb("receive", "Takes one raw e-mail from standard input, as a mail server's pipe. Exit code 0: it is stored; 75: the server shall try again.", "lupaus receive < message.eml");
        receive.SetAction((_, stop) => Run(stop));
        return receive;
    }

    private async Task<int> Run(CancellationToken stop)
    {
        try
        {
            await using var rooms = shell.OpenRooms();
            if (!await rooms.GetRequiredService<Schema>().IsCurrent(stop))
                throw new RuleBroken(Refusal.Because("schema.old"));
            await using var from = input ?? Console.OpenStandardInput();
            using var raw = new MemoryStream();
            await from.CopyToAsync(raw, stop);
            var received = await rooms.GetRequiredService<ReceiveMail>().Take(raw.GetBuffer().AsMemory(0, (int)raw.Length), new MailDoor("pipe"), stop);
            return await shell.Say($"{received.Fate.ToString().ToLowerInvariant()} {received.Id.Value}");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Never words of the mail, which an exception may carry.
            await error.WriteLineAsync($"The message could not be stored now ({(e is RuleBroken broken ? broken.Refusal.Key : e.GetType().Name)}). Try again later.");
            return TryAgain;
        }
    }
}
