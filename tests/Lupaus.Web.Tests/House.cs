using System.Net;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lupaus.Web.Tests;

/// <summary>
/// The whole program on a database of its own, with a small company in it: Minna leads and is on duty, Antti answers in
/// Finnish and Swedish, Maija in all three languages. It is Monday 23 November 2026, ten o'clock in Helsinki, and open
/// until four.
/// </summary>
public sealed class House : IAsyncDisposable
{
    public static readonly DateTimeOffset MondayAtTen = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(2));

    private readonly string folder;

    private House(WebApplication app, TestClock clock, string folder) => (App, Clock, this.folder) = (app, clock, folder);

    public WebApplication App { get; }

    public TestClock Clock { get; }

    public AgentId Minna { get; private set; }

    public AgentId Antti { get; private set; }

    public AgentId Maija { get; private set; }

    public TopicId Topic { get; private set; }

    /// <summary>What has to be cleared away once everybody has left.</summary>
    public Func<ValueTask>? WhenLeft { get; set; }

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Changes Changes => Get<Changes>();

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Opens the house; on SQLite unless a connection is given.</summary>
    public static async Task<House> Open(string? connection = null, bool withCompany = true, Action<WebApplicationBuilder>? also = null)
    {
        var folder = Directory.CreateTempSubdirectory("lupaus-").FullName;
        var clock = new TestClock(MondayAtTen);
        var app = Web.App.Build([], b =>
        {
            b.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Lupaus:Data"] = folder,
                ["Lupaus:Database"] = connection,
                ["Lupaus:Urls"] = "http://127.0.0.1:0",
                ["Lupaus:PublicUrl"] = "https://satama.example",
                ["Lupaus:Dns"] = "127.0.0.1:9", // nobody: tests don't ask the net
                ["Lupaus:UndoSeconds"] = "0", // what is sent is sent, but where taking back is what is tried
            });
            b.Logging.ClearProviders();
            b.Services.AddSingleton<TimeProvider>(clock);
            b.Services.AddWorkPass();
            also?.Invoke(b);
        });
        var house = new House(app, clock, folder);
        if (connection is null)
            File.Copy(await EmptyDatabase.Value, Path.Combine(folder, "lupaus.db"));
        else
            await house.Get<Schema>().Migrate(default);
        if (withCompany)
            await house.MoveIn();
        await app.StartAsync();
        return house;
    }

    /// <summary>A browser of one's own: keeps cookies, and shows redirects rather than following them.</summary>
    public HttpClient Browser(string language = "fi") => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { { "Accept-Language", language } },
    };

    /// <summary>The browser of one of ours who has come in already; the desk speaks the language given.</summary>
    public HttpClient BrowserOf(AgentId agent, string language = "fi")
    {
        var browser = Browser(language);
        browser.DefaultRequestHeaders.Add(WorkPass.Header, WorkPass.Of(agent, agent == Minna ? Role.Admin : Role.Agent));
        return browser;
    }

    public async Task<T> Look<T>(Func<LupausDb, Task<T>> at)
    {
        await using var db = await Get<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        return await at(db);
    }

    /// <summary>Migrated once for all houses: a copy of a file is quicker than thirty tables.</summary>
    private static readonly Lazy<Task<string>> EmptyDatabase = new(async () =>
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("lupaus-empty-").FullName, "lupaus.db");
        await using (var services = new ServiceCollection().AddLogging().AddStorage($"Data Source={file};Pooling=False").BuildServiceProvider())
            await services.GetRequiredService<Schema>().Migrate(default);
        return file;
    });

    private async Task MoveIn()
    {
        var now = Clock.Now();
        var minna = Works("Minna Salo", "minna", Role.Admin, [LanguageCode.Fi, LanguageCode.En]);
        var antti = Works("Antti Laine", "antti", Role.Agent, [LanguageCode.Fi, LanguageCode.Sv]);
        var maija = Works("Maija Virtanen", "maija", Role.Agent, [LanguageCode.Fi, LanguageCode.Sv, LanguageCode.En]);
        var team = Team.Found("Asiakaspalvelu", WeeklyHours.Office, now);
        foreach (var agent in new[] { minna, antti, maija })
            team.Joins(agent.Id);
        var topic = Lupaus.Ground.Topics.Topic.Open(team, "Muu asia", "Annat ärende", "Something else", TimeSpan.FromHours(4), TimeSpan.FromMinutes(5), isDefault: true, now);
        await Changes.Make(db =>
        {
            db.AddRange(minna, antti, maija, team, topic);
            db.AddRange(new[] { minna, antti, maija }.Select(a => Login.Of(a.Id, a.Email)));
            db.Add(Company.Open("Satama Palvelut Oy", EmailAddress.Parse("apu@satama.example"), PhoneNumber.Parse("010 123 4567"), LanguageCode.Fi, minna, now));
            return Task.CompletedTask;
        }, default);
        (Minna, Antti, Maija, Topic) = (minna.Id, antti.Id, maija.Id, topic.Id);
    }

    private Agent Works(string name, string mailbox, Role role, IReadOnlyCollection<LanguageCode> languages)
    {
        var agent = Agent.Invite(name, EmailAddress.Parse($"{mailbox}@satama.example"), role, languages, Actor.Lupaus, Clock.Now());
        agent.Activate(Actor.Lupaus, Clock.Now());
        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (WhenLeft is { } clear)
            await clear();
    }
}
