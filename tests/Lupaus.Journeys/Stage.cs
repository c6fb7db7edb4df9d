using Deque.AxeCore.Playwright;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys;

/// <summary>A house with real browsers at its door.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Stage(House house, IPlaywright playwright, IBrowser browser) => (House, this.playwright, this.browser) = (house, playwright, browser);

    public House House { get; }

    public static async Task<Stage> Open(bool withCompany = true)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Stage(await House.Open(withCompany: withCompany), playwright, browser);
    }

    /// <summary>Somebody with a browser of their own. Whatever their page logs as an error fails the journey.</summary>
    public async Task<IPage> Somebody(string locale = "fi-FI", bool scripts = true, bool dark = false, int width = 1440, int height = 900)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = House.Address.ToString(),
            Locale = locale,
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>One of ours, come in by the door as every morning.</summary>
    public async Task<IPage> AtTheDesk(AgentId agent, bool dark = false, int width = 1440, int height = 900)
    {
        const string Password = "kolme sanaa ja pilkku";
        var email = "";
        await House.Changes.Make(async db =>
        {
            var login = await db.Set<Login>().FirstAsync(l => l.Id == agent.Value);
            email = login.Email!;
            login.ChoosePassword(new PasswordHasher<Login>().HashPassword(login, Password));
        }, default);
        var page = await Somebody(dark: dark, width: width, height: height);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Sähköposti").FillAsync(email);
        await page.GetByLabel("Salasana").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirjaudu", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
        return page;
    }

    private static string Chromium() =>
        new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The journeys need Chromium: run them through bin/test, which installs it.");

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await House.DisposeAsync();
    }
}

public static class Looking
{
    /// <summary>Nothing on the page stands in the way of anybody: axe finds no violation. It needs scripts to look.</summary>
    public static async Task IsOpenToEverybody(this IPage page, bool withScripts = true)
    {
        if (!withScripts)
            return;
        var result = await page.RunAxe();
        result.Violations.Select(v => $"{page.Url}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
    }
}
