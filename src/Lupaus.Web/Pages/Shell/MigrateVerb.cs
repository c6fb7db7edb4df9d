using System.CommandLine;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Pages.Shell;

internal sealed class MigrateVerb(Shell shell)
{
    public Command Command()
    {
        var migrate = Shell.Verb("migrate", "Brings the database to this version of Lupaus. Serving does it too; this is for doing it beforehand.", "lupaus migrate");
        migrate.SetAction((_, stop) => Run(stop));
        return migrate;
    }

    private async Task<int> Run(CancellationToken stop)
    {
        await using var rooms = shell.OpenRooms();
        await rooms.GetRequiredService<Schema>().Migrate(stop);
        return await shell.Say($"The database ({rooms.GetRequiredService<Dialect>().Name}) is ready for this version.");
    }
}
