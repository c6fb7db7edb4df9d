using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Imap;

namespace Lupaus.Mail.Tests.Imap;

/// <summary>A house that reads one folder and keeps what it took together with how far it has read, as a transaction would.</summary>
internal sealed class Reading(Login login)
{
    private static readonly ImapTimes Quick = new() { Goodbye = TimeSpan.FromMilliseconds(200) };
    private (string? Progress, IReadOnlyList<string> Taken) _kept = (null, []);

    public IReadOnlyList<string> Taken => _kept.Taken;

    /// <summary>Takes all there is; false when the connection broke.</summary>
    public async Task<bool> TakeAll(MailHost host)
    {
        var opened = await ImapConnection.Open(host, login, default, Quick);
        if (!Went(opened))
            return false;
        await using var box = opened.Value!;
        var folder = await box.Open("INBOX", default);
        if (!Went(folder))
            return false;
        var progress = (_kept.Progress is { } kept ? FolderProgress.Read(kept)! : FolderProgress.FromTheBeginning(folder.Value!)).Reopened(folder.Value!);
        var found = await box.Search(progress.Query, default);
        if (!Went(found))
            return false;
        var summaries = await box.Summaries(UidSet.Of(progress.ToTake(found.Value!)), default);
        if (!Went(summaries))
            return false;
        foreach (var summary in summaries.Value!)
        {
            using var content = new MemoryStream();
            var fetched = await box.Fetch(summary, content, 1_000_000, default);
            if (!Went(fetched))
                return false;
            fetched.Value.ShouldBe(Fetched.Whole);
            var mail = Encoding.UTF8.GetString(content.ToArray());
            progress = progress.Took(summary.Uid);
            _kept = (progress.Written, progress.MayBeKnown(summary.Uid) && Taken.Contains(mail) ? Taken : [.. Taken, mail]);
        }
        _kept = (progress.Finished([.. found.Value!]).Written, Taken);
        return true;
    }

    private static bool Went<T>(Answer<T> answer)
    {
        answer.How.ShouldBeOneOf(HowItWent.Ok, HowItWent.NotReached);
        return answer.IsOk;
    }
}
