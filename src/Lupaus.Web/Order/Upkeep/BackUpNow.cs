using System.Globalization;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Order.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>
/// An admin wants a backup at once. One is taken at a time, by hand or by itself, on whichever node; the newest five that
/// were asked for are kept, beside the nightly ones.
/// </summary>
public sealed class BackUpNow(Changes changes, TakeBackup backup, Settings settings, TimeProvider clock, IHostApplicationLifetime life, ILogger<BackUpNow> log)
{
    private const int Kept = 5;
    private const string Pattern = "lupaus-by-hand-*.db";

    /// <summary>Begins it, and answers what ends when it is done: whoever asked needn't wait for a big one.</summary>
    public async Task<Task> By(AgentId agent, CancellationToken stop)
    {
        var folder = settings.BackupFolder ?? throw new RuleBroken(Refusal.Because("backup.off"));
        await changes.Make(async db =>
        {
            var now = clock.Now();
            var task = await db.Clockwork.FirstOrDefaultAsync(c => c.Name == NightlyBackup.Name, stop);
            if (task is null)
                db.Add(task = new Clockwork(NightlyBackup.Name, now));
            (task.Hold(now, NightlyBackup.Patience) ? null : Refusal.Because("backup.busy")).StopIfAny();
            (await db.Companies.SingleAsync(stop)).AsksForBackup(agent, now);
        }, stop);
        return Task.Run(() => Take(folder, life.ApplicationStopping), CancellationToken.None);
    }

    private async Task Take(string folder, CancellationToken stop)
    {
        var file = Path.Combine(Path.GetFullPath(folder), string.Create(CultureInfo.InvariantCulture, $"lupaus-by-hand-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.db"));
        TakenBackup taken;
        try
        {
            Directory.CreateDirectory(folder);
            var bytes = await backup.Into(file, mayReplace: true, stop);
            foreach (var old in Directory.EnumerateFiles(folder, Pattern).OrderDescending(StringComparer.Ordinal).Skip(Kept))
                File.Delete(old);
            taken = new TakenBackup(file, bytes, clock.Now());
        }
        catch (Exception e)
        {
            log.LogError(e, "The backup that was asked for could not be taken.");
            taken = TakenBackup.Failed(file, (e as RuleBroken)?.Refusal.Details.GetValueOrDefault("why") ?? e.Message.OneLine(), clock.Now());
        }
        await changes.Make(async db =>
        {
            db.Add(taken);
            (await db.Clockwork.FirstAsync(c => c.Name == NightlyBackup.Name, CancellationToken.None)).LetGo();
        }, CancellationToken.None);
    }
}
