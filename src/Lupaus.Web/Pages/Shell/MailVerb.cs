using System.CommandLine;
using Lupaus.Mail.Reading;

namespace Lupaus.Web.Pages.Shell;

/// <summary>What can be asked about one raw e-mail, without any database.</summary>
internal sealed class MailVerb(Shell shell, Stream? input)
{
    /// <summary>No mail server passes on more.</summary>
    private const int MostBytes = 100 * 1024 * 1024;

    public Command Command()
    {
        var file = new Argument<string?>("file") { Description = "The raw message; standard input when it isn't given.", Arity = ArgumentArity.ZeroOrOne };
        var parse = Shell.Verb("parse", "Reads one raw e-mail (RFC 5322) and prints what is in it as one JSON document: addresses, subject, text, attachments, whether a machine wrote it, and what had to be repaired.", "lupaus mail parse < message.eml");
        parse.Add(file);
        parse.SetAction((given, stop) => Parse(given.GetValue(file), stop));
        return new Command("mail", "Reads e-mail.") { parse };
    }

    private async Task<int> Parse(string? file, CancellationToken stop)
    {
        if (file is not null && !File.Exists(file))
            throw new AskedWrongly($"There is no file \"{file}\".");
        await using var raw = file is null ? input ?? Console.OpenStandardInput() : File.OpenRead(file);
        if (await MailReader.Read(raw, MostBytes, stop: stop) is not { } message)
            throw new AskedWrongly($"The message is bigger than {MostBytes / 1024 / 1024} MB.");
        return await shell.Say(MailJson.Write(message));
    }
}
