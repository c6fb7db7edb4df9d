using System.Globalization;
using Lupaus.Storage.Order.Upkeep;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Order.Upkeep;

/// <param name="Former">Where the backup of what was here before lies; null when there was nothing.</param>
public sealed record Restored(string Company, int Tickets, string? Former);

/// <summary>
/// A backup takes the place of what is in the database: from SQLite or PostgreSQL, into SQLite or PostgreSQL. What was
/// there is never lost: it is backed up first.
/// </summary>
public sealed class RestoreBackup(WholeReplacement replacement, TakeBackup backup, OurCompany company, Settings settings, TimeProvider clock)
{
    public async Task<Restored> From(string file, bool mayReplace, CancellationToken stop)
    {
        (File.Exists(file) ? null : Refusal.Because("backup.none").With("file", file)).StopIfAny();
        var there = await company.Find(stop);
        (there is null || mayReplace ? null : Refusal.Because("restore.company").With("company", there?.Name ?? "")).StopIfAny();

        string? former = null;
        var tickets = await replacement.By(file, settings.Data, clock.Now(), async () => former = there is null ? null : await SetAside(stop), stop);
        return new Restored((await company.Read(stop))?.Name ?? "", tickets, former);
    }

    private async Task<string> SetAside(CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(settings.BackupFolder ?? settings.Data).FullName;
        var former = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}.db"));
        await backup.Into(former, mayReplace: false, stop);
        return former;
    }
}
