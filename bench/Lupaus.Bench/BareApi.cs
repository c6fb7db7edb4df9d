using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lupaus.Bench;

/// <summary>The least that ASP.NET Core can do: what an answer costs before anybody has thought about it.</summary>
internal static class BareApi
{
    public static async Task Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/", () => "ok");
        await app.StartAsync();
        Console.WriteLine($"bare is open at {app.Urls.First()}/");
        await app.WaitForShutdownAsync();
    }
}
