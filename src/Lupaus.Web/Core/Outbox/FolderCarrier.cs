namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// Puts letters into a folder as .eml files (RFC 5322). A letter's file is named by its Message-ID, so one that is handed
/// over twice is there once.
/// </summary>
public sealed class FolderCarrier(Settings settings)
{
    public async Task Carry(ReadyLetter letter, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.LetterFolder);
        var file = Path.Combine(settings.LetterFolder, letter.MessageId.Split('@')[0] + ".eml");
        var unfinished = file + ".part";
        await File.WriteAllBytesAsync(unfinished, LetterMail.Write(letter), stop);
        File.Move(unfinished, file, overwrite: true);
    }
}
