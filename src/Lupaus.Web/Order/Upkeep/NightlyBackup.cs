using System.Globalization;
using Lupaus.Order.Upkeep;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Order.Upkeep;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>
/// A backup by itself every night, or as soon as the machine is on again; of several web nodes one takes it. Seven days
/// and four weeks are kept. Whether it went well is on record.
/// </summary>
public sealed class NightlyBackup(Changes changes, TakeBackup backup, OurCompany company, Settings settings, TimeProvider clock, ILogger<NightlyBackup> log)
{
    public const string Name = "backup";
    private const int MostRemembered = 60;
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Takes it, if it is due and nobody else does.</summary>
    public async Task<bool> Look(CancellationToken stop)
    {
        if (settings.BackupFolder is not { } folder || await company.Find(stop) is not { } ours)
            return false;
        var (night, due) = BackupShelf.LastDue(clock.Now(), ours.Zone);
        if (!await Claim(due, stop))
            return false;
        var file = Path.Combine(Path.GetFullPath(folder), NameOf(night));
        try
        {
            Directory.CreateDirectory(folder);
            var bytes = await backup.Into(file, mayReplace: true, stop);
            ClearAway(folder);
            await Remember(new TakenBackup(file, bytes, clock.Now()), stop);
            log.LogInformation("The nightly backup is taken: {Bytes} bytes.", bytes);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Tried again when the claim has run out.
            log.LogError(e, "The nightly backup could not be taken; it is tried again in an hour.");
            await Remember(TakenBackup.Failed(file, (e as RuleBroken)?.Refusal.Details.GetValueOrDefault("why") ?? e.Message.OneLine(), clock.Now()), stop);
        }
        return true;
    }

    private Task<bool> Claim(DateTimeOffset due, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Clockwork.FirstOrDefaultAsync(c => c.Name == Name, stop) is { } task)
            return task.Claim(due, clock.Now(), Patience);
        db.Add(new Clockwork(Name, due));
        return false;
    }, stop);

    private Task Remember(TakenBackup taken, CancellationToken stop) => changes.Make(async db =>
    {
        db.Add(taken);
        db.RemoveRange(await db.Backups.OrderByDescending(b => b.Id).Skip(MostRemembered).ToListAsync(stop));
        if (taken.Trouble is null)
            (await db.Clockwork.FirstAsync(c => c.Name == Name, stop)).Done(clock.Now());
    }, stop);

    private static string NameOf(DateOnly night) => string.Create(CultureInfo.InvariantCulture, $"lupaus-{night:yyyy-MM-dd}.db");

    /// <summary>Only what bears the name of a night; whatever else lies there is somebody's own.</summary>
    private static void ClearAway(string folder)
    {
        var nights = Directory.EnumerateFiles(folder, "lupaus-*.db").Select(NightOf).OfType<DateOnly>().ToArray();
        var kept = BackupShelf.Kept(nights);
        foreach (var night in nights.Where(n => !kept.Contains(n)))
            File.Delete(Path.Combine(folder, NameOf(night)));
    }

    private static DateOnly? NightOf(string file) =>
        DateOnly.TryParseExact(Path.GetFileName(file), "'lupaus-'yyyy-MM-dd'.db'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var night) ? night : null;
}
