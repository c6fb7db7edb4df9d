using Lupaus.Mail.Reading;
using Lupaus.Web.Core.Outbox;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>The letters a house has sent, as they lie in its folder.</summary>
internal sealed class LettersOf(House house)
{
    private readonly HashSet<string> seen = [];

    /// <summary>Those that have left since last time, the oldest first.</summary>
    public async Task<IReadOnlyList<byte[]>> New()
    {
        await house.Get<SendOutbox>().Now(default);
        var folder = new DirectoryInfo(house.Get<Settings>().LetterFolder);
        return folder.Exists ? [.. folder.GetFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal).Where(f => seen.Add(f.Name)).Select(f => File.ReadAllBytes(f.FullName))] : [];
    }

    public async Task<MailMessage> Newest() => MailReader.Read((await New())[^1]);
}
