using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Lupaus.Mail.Reading;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace Lupaus.Journeys;

/// <summary>A house with real browsers at its door.</summary>
public sealed partial class Stage : IAsyncDisposable
{
    public const string Password = "kolme sanaa ja pilkku";

    private readonly IBrowser browser;
    private readonly ConcurrentBag<IBrowserContext> windows = [];
    private readonly ConcurrentQueue<string> complaints = [];

    private Stage(House house, IBrowser browser) => (House, this.browser) = (house, browser);

    public House House { get; }

    public static async Task<Stage> Open(bool withCompany = true, Action<WebApplicationBuilder>? also = null) => new(
        await House.Open(withCompany: withCompany, also: b =>
        {
            // Everybody here comes from one address, as no street of people does.
            b.Configuration.AddInMemoryCollection([new("Lupaus:FormsPerMinute", "1000")]);
            also?.Invoke(b);
        }),
        await Chromium.Ours());

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
        windows.Add(context);
        context.SetDefaultTimeout(10_000);
        context.WebError += (_, error) => complaints.Enqueue(error.Error);
        context.Console += (_, said) =>
        {
            // That a page answers with a no is no error of the page's.
            if (said.Type == "error" && !Refused().IsMatch(said.Text))
                complaints.Enqueue($"{said.Page?.Url}: {said.Text}");
        };
        return await context.NewPageAsync();
    }

    /// <summary>The same with a phone in their hand.</summary>
    public Task<IPage> SomebodyOnThePhone(bool scripts = true) => Somebody(scripts: scripts, width: 360, height: 740);

    /// <summary>One of ours, come in by the door as every morning.</summary>
    public async Task<IPage> AtTheDesk(AgentId agent, bool scripts = true)
    {
        var page = await Somebody(scripts: scripts);
        await page.SignsIn(await HasPassword(agent), Password);
        await page.WaitForURLAsync("**/desk");
        return page;
    }

    /// <summary>Answers their address.</summary>
    public async Task<string> HasPassword(AgentId agent)
    {
        var email = "";
        await House.Changes.Make(async db =>
        {
            var login = await db.Set<Login>().FirstAsync(l => l.Id == agent.Value);
            email = login.Email!;
            if (login.PasswordHash is null)
                login.ChoosePassword(new PasswordHasher<Login>().HashPassword(login, Password));
        }, default);
        return email;
    }

    /// <summary>The newest letter that came to this address, as its reader sees it.</summary>
    public async Task<string> LetterTo(string address)
    {
        await House.Get<SendOutbox>().Now(default);
        var newest = new DirectoryInfo(House.Get<Web.Settings>().LetterFolder).GetFiles("*.eml").OrderByDescending(f => f.Name)
            .Select(f => MailReader.Read(File.ReadAllBytes(f.FullName))).First(letter => letter.To.Single().Address == address);
        return newest.Text;
    }

    /// <summary>Where the letter's link leads to in this house.</summary>
    public async Task<string> LinkInLetterTo(string address) => new Uri(Link().Match(await LetterTo(address)).Value).PathAndQuery;

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows)
            await window.CloseAsync();
        await House.DisposeAsync();
        complaints.ShouldBeEmpty();
    }

    [GeneratedRegex("^Failed to load resource: the server responded with a status of (4..|503)")]
    private static partial Regex Refused();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}

/// <summary>One stage for all the scenes of a journey, one after another. Each brings its own customer.</summary>
public sealed class SharedStage : IAsyncLifetime
{
    private Stage? stage;

    public Stage Stage => stage!;

    public async ValueTask InitializeAsync() => stage = await Stage.Open();

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
