using System.CommandLine;
using System.Globalization;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Order.Upkeep;

namespace Lupaus.Web.Pages.Shell;

internal sealed class BackupVerb(Shell shell)
{
    private readonly Argument<string> file = new("FILE") { Description = "Where to write it. A file that is there already is not touched." };

    public Command Command()
    {
        var backup = Shell.Verb("backup", "Writes everything into one file, as it is at one moment, while the server goes on. The same kind of file comes from SQLite and from PostgreSQL. It holds what customers wrote, and keys: keep it safe.", "lupaus backup lupaus.backup");
        backup.Add(file);
        backup.SetAction((parsed, stop) => Run(parsed.GetRequiredValue(file), stop));
        return backup;
    }

    private async Task<int> Run(string into, CancellationToken stop)
    {
        await using var rooms = shell.OpenRooms();
        if (!await rooms.GetRequiredService<Schema>().Exists(stop))
            throw new RuleBroken(Refusal.Because("backup.nothing"));
        var bytes = await rooms.GetRequiredService<TakeBackup>().Into(Path.GetFullPath(into), mayReplace: false, stop);
        return await shell.Say(string.Create(CultureInfo.InvariantCulture, $"Everything is in {Path.GetFullPath(into)} ({Math.Max(1, bytes / 1024):N0} kB)."));
    }
}

internal sealed class RestoreVerb(Shell shell)
{
    private readonly Argument<string> file = new("FILE") { Description = "A backup, from SQLite or PostgreSQL, of this version or an older one." };
    private readonly Option<bool> replace = new("--replace") { Description = "Take the place of the company that is here. What was here is backed up first." };

    public Command Command()
    {
        var restore = Shell.Verb(
            "restore",
            "Puts a backup into the database that is set up: SQLite or PostgreSQL, so this is also how one moves from one to the other. Everything is looked through before it counts. A server that runs on the database goes on with what was restored.",
            "LUPAUS__DATABASE=\"Host=localhost;Database=lupaus\" lupaus restore lupaus.backup");
        restore.Add(file);
        restore.Add(replace);
        restore.SetAction((parsed, stop) => Run(parsed.GetRequiredValue(file), parsed.GetValue(replace), stop));
        return restore;
    }

    private async Task<int> Run(string from, bool mayReplace, CancellationToken stop)
    {
        await using var rooms = shell.OpenRooms();
        await rooms.GetRequiredService<Schema>().Migrate(stop);
        var restored = await rooms.GetRequiredService<RestoreBackup>().From(Path.GetFullPath(from), mayReplace, stop);
        if (restored.Former is { } former)
            await shell.Say($"What was here before is in {former}");
        return await shell.Say(string.Create(CultureInfo.InvariantCulture, $"{restored.Company} is here, with {restored.Tickets:N0} tickets, in {rooms.GetRequiredService<Dialect>().Name}. Everything is as it must be."));
    }
}
