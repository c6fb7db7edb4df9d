using System.CommandLine;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Doors.Mailboxes;

namespace Lupaus.Web.Pages.Shell;

/// <summary>
/// One raw e-mail from a mail server's pipe. Whatever goes wrong, the server is told to try again: nothing is lost by us. Only
/// what is too big is refused for good, and the server tells its sender.
/// </summary>
internal sealed class ReceiveVerb(Shell shell, TextWriter error, Stream? input)
{
    /// <summary>EX_TEMPFAIL of sysexits.h: mail servers keep the message and try again.</summary>
    public const int TryAgain = 75;

    /// <summary>EX_DATAERR: mail servers send the message back. The status code before the words (RFC 3463) goes along where they listen to it.</summary>
    public const int Refused = 65;

    public Command Command()
    {
        var receive = Shell.Verb("receive", "Takes one raw e-mail from standard input, as a mail server's pipe. Exit code 0: it is stored; 75: the server shall try again; 65: it is too big, and the server shall tell its sender.", "lupaus receive < message.eml");
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
            if (!await Read(from, raw, stop))
            {
                await error.WriteLineAsync($"5.3.4 The message is too big: at most {MailDoor.MostBytes / 1024 / 1024} MiB are taken.");
                return Refused;
            }
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

    /// <summary>False where it is too big. It is heard to its end all the same: a server that can't get rid of it would keep it and try again.</summary>
    private static async Task<bool> Read(Stream from, MemoryStream to, CancellationToken stop)
    {
        var (piece, length) = (new byte[64 * 1024], 0L);
        while (await from.ReadAsync(piece, stop) is > 0 and var count)
        {
            length += count;
            if (length <= MailDoor.MostBytes)
                await to.WriteAsync(piece.AsMemory(0, count), stop);
        }
        return length <= MailDoor.MostBytes;
    }
}
