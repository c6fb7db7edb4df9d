using Lupaus.Journeys;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Lupaus.Journeys;

/// <summary>One browser program for all journeys; everybody in them has a window of their own, which knows nothing of the others.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> running = new(Start);

    internal static async Task<IBrowser> Ours() => (await (await TestContext.Current.GetFixture<Chromium>())!.running.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (!running.IsValueCreated || !running.Value.IsCompletedSuccessfully)
            return;
        var (playwright, browser) = await running.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    private static string Program() =>
        new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The journeys need Chromium: run them through bin/test, which installs it.");
}
