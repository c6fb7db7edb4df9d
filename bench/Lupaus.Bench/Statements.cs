using System.Diagnostics;
using Lupaus.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lupaus.Bench;

/// <summary>
/// How many statements each scene asks of the database. Entity Framework tells who listens in the same process, so this is
/// the same program once more, in here and on the same database, each scene once it is warm; nothing is timed.
/// </summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int count;

    public static async Task<IReadOnlyDictionary<string, int>> Of(string key)
    {
        var counted = new Statements();
        using var listening = DiagnosticListener.AllListeners.Subscribe(counted);
        await using var app = App.Build([], b =>
        {
            b.Configuration.AddInMemoryCollection([new("Lupaus:Urls", "http://127.0.0.1:0"), new("Lupaus:Node", "1")]);
            b.Logging.ClearProviders();
        });
        await app.StartAsync();
        var statements = new Dictionary<string, int>();
        foreach (var scene in await Scenes.Open(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), key))
        {
            for (var warm = 0; warm < 3; warm++)
                await scene.Do(Scene.Next());
            Volatile.Write(ref counted.count, 0);
            await scene.Do(Scene.Next());
            statements[scene.Name] = Volatile.Read(ref counted.count);
        }
        await app.StopAsync();
        return statements;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name)
            Interlocked.Increment(ref count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
