using System.CommandLine;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lupaus.Web.Pages.Shell;

internal sealed class ServeVerb(Shell shell)
{
    public Command Command()
    {
        var serve = Shell.Verb("serve", "Brings the database to this version, opens the doors and keeps the promises, until it is told to stop.", "LUPAUS__URLS=http://localhost:8080 lupaus serve");
        serve.SetAction((_, stop) => Run(stop));
        return serve;
    }

    public async Task<int> Run(CancellationToken stop)
    {
        _ = shell.Settings; // a setting that can't be meant is told before anything is opened
        var isOpen = false;
        await using var app = App.Build([], b =>
        {
            b.Configuration.AddConfiguration(shell.Configuration);
            b.Services.AddWatches();
            Logs.Write(b.Logging);
            // What keeps us from opening is said once, in words, by the command line.
            b.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => isOpen);
        });
        await Migrate(app, stop);
        await app.StartAsync(stop);
        isOpen = true;
        await Greet(app, stop);
        await app.WaitForShutdownAsync(stop);
        return CommandLine.Done;
    }

    private static async Task Migrate(WebApplication app, CancellationToken stop)
    {
        var schema = app.Services.GetRequiredService<Schema>();
        var log = app.Services.GetRequiredService<ILogger<ServeVerb>>();
        log.LogInformation("The database is brought to this version of Lupaus where it isn't yet.");
        await schema.Migrate(stop);
        log.LogInformation("The database is ready.");
    }

    private async Task Greet(WebApplication app, CancellationToken stop)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = shell.Settings.PublicUrl ?? bound.First();
        await shell.Say($"Lupaus is open at {address.TrimEnd('/')}/");
        if (await app.Services.GetRequiredService<OurCompany>().Find(stop) is null)
            await shell.Say($"There is no company here yet. Set one up at {app.Services.GetRequiredService<SetupCode>().Address}");
        await shell.Output.FlushAsync(stop);
    }
}
