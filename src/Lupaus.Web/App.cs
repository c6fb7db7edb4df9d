using Lupaus.Core.Tickets;
using Lupaus.Storage;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Discrepancies;
using Lupaus.Web.Care.Feedback;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Care.Thanks;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Calls;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Ground.Texts;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Order.Simulation;
using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Pages.Admin;
using Lupaus.Web.Pages.CustomerPage;
using Lupaus.Web.Pages.Customers;
using Lupaus.Web.Pages.Desk;
using Lupaus.Web.Pages.Lead;
using Lupaus.Web.Pages.Me;
using Lupaus.Web.Pages.Shell;
using Lupaus.Web.Pages.Workmates;
using Lupaus.Web.Work.Alerts;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Batches;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Live;
using Lupaus.Web.Work.Merging;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Reading;
using Lupaus.Web.Work.Search;
using Lupaus.Web.Work.Spam;
using Lupaus.Web.Work.Views;
using Lupaus.Web.Work.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Lupaus.Web;

/// <summary>The one binary as a list of its rooms.</summary>
public static class App
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(App).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        also?.Invoke(builder);
        var settings = Settings.Read(builder.Configuration);
        Ids.Node = settings.Node;
        builder.WebHost.UseUrls(settings.Urls);
        builder.Services.AddRooms(settings);
        // Told to stop, we end within three seconds even on a busy machine: what isn't sent to its end by then is broken off.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var app = builder.Build();
        app.UseRooms();
        return app;
    }

    /// <summary>Everything but the web server: what the command line's verbs work with too.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(settings.Connection);
        services.AddDataProtection().SetApplicationName("Lupaus");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = ActivatorUtilities.CreateInstance<KeysInDatabase>(s)));
        services.AddSingleton<IKeyManager, KeysAnew>();
        services.AddLooks(settings.Source);
        services.AddApi().AddApiDocs().AddSingleton<ShowTickets>();
        // Lax: somebody who comes from their mail a second time keeps the forms they have open.
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite, o.Cookie.SecurePolicy) = ("form", SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest));
        services.Configure<FormOptions>(Posted.Limit);
        services.AddRateLimits(settings);

        services.AddTexts();
        services.AddSingleton<IWitness, IndexPeople>(s => s.GetRequiredService<IndexPeople>()).AddSingleton<IndexPeople>().AddSingleton<WhoIsMeant>();
        services.AddIdentityDoors(settings);
        services.AddSingleton<OurCompany>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Telling>().AddSingleton<MovePromise>().AddSingleton<ChangeTicket>().AddSingleton<RecordDiscrepancy>().AddSingleton<TakeOnDuty>().AddSingleton<LetTakePart>().AddSingleton<EndTakingPart>();
        services.AddSingleton<LinkKey>().AddSingleton<OpenLinks>();
        services.AddSingleton<LetterWriter>().AddSingleton<FolderCarrier>().AddSingleton<SendOutbox>().AddSingleton<MarkCalled>().AddSingleton<Letters>().AddSingleton<SendAgain>();
        services.AddSingleton<LearntPromises>().AddSingleton<AnswerForecasts>().AddSingleton<TakeNext>().AddSingleton<TakeUntouched>().AddListener<NotReached, WhenUnheard>();
        services.AddSingleton<OpenTicket>().AddSingleton<HearCustomer>().AddSingleton<OwnRequest>();
        services.AddCalls();
        services.AddMailboxes();
        services.AddSingleton<SendReply>().AddSingleton<WriteNote>().AddSingleton<ReopenTicket>().AddSingleton<KeepUnsent>();
        services.AddSingleton<HoldReply>().AddSingleton<HeldLeave>().AddSingleton<TakeBackReply>().AddSingleton<KeepUnsentFile>().AddSingleton<DropUnsentFile>();
        services.AddSingleton<ToneOfDraft>().AddSingleton<SavedReplies>().AddSingleton<WriteSavedReply>().AddSingleton<DropSavedReply>();
        services.AddSingleton<OurJargon>().AddSingleton<NoteJargon>().AddSingleton<DropJargon>();
        services.AddSingleton<KeepWatch>().AddSingleton<LearnFromAnswers>().AddSingleton<TightPromises>().AddSingleton<LaterPromise>();
        services.AddHandovers();
        services.AddMerging();
        services.AddSingleton<OurTags>().AddSingleton<TagTicket>();
        services.AddSpam().AddSearch().AddReading().AddViews().AddBatches();
        services.AddWebhooks().AddAutomation();
        services.AddSingleton<AnswerWhetherSolved>().AddDiscrepancies().AddRecovery().AddThanks().AddPlaybooks();
        services.AddCustomerPage();
        services.AddUpkeep();
        services.AddMe().AddPeople().AddAdmin();
        services.AddLive().AddAlerts();
        services.AddDesk();
        services.AddSingleton<LivedDays>().AddLead().AddWorkmates();
        services.AddCustomerCards();
        return services;
    }

    /// <summary>What runs beside the pages while the program serves.</summary>
    public static IServiceCollection AddWatches(this IServiceCollection services) =>
        services.AddHostedService<OtherNodes>().AddHostedService<Watches>()
            .AddWatch<HeldWatch>().AddWatch<OutboxWatch>().AddWatch<PromiseWatch>().AddWatch<LearningWatch>().AddWatch<AlertWatch>().AddWatch<ForgettingWatch>().AddWatch<AbsenceWatch>().AddWatch<OfferWatch>()
            .AddWatch<AsideWatch>().AddWatch<WebhookWatch>().AddWatch<RuleWatch>().AddWatch<BackupWatch>()
            .AddWatch<MailboxWatch>().AddWatch<ReceiverWatch>().AddSingleton<BackgroundService>(s => s.GetRequiredService<SentCopies>());

    private static IServiceCollection AddWatch<TWatch>(this IServiceCollection services) where TWatch : BackgroundService =>
        services.AddSingleton<BackgroundService, TWatch>();

    private static void UseRooms(this WebApplication app)
    {
        app.UseProxies();
        app.UseErrorPages();
        app.UseDoorway();
        app.UseHealth();
        app.UseRouting();
        app.UseApi();
        app.UseBigBodies();
        app.UseLooks();
        app.UseSign();
        app.UseIdentityDoors();
        app.UseAntiforgery();
        app.UseLive();
        app.MapStaticAssets();
        app.MapLooks();
        app.MapRobots();
        app.MapSource();
        app.MapIdentityDoors();
        app.MapMe();
        app.MapPeople();
        app.MapAdmin();
        app.MapLive();
        app.MapAlerts();
        app.MapDesk();
        app.MapLead();
        app.MapWorkmates();
        app.MapCustomerCards();
        app.MapSetUp();
        app.MapIntake();
        app.MapCustomerPage();
        app.MapApiDocs();
        app.MapApiOfRooms();
    }

    private static void MapApiOfRooms(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapTopicsApi();
        api.MapTicketsApi();
        api.MapOutboxApi();
        api.MapParticipantsApi();
        api.MapQueueApi();
        api.MapIntakeApi();
        api.MapCallsApi();
        api.MapMailApi();
        api.MapQuarantineApi();
        api.MapMailboxesApi();
        api.MapRepliesApi();
        api.MapAgentsApi();
        api.MapHandoversApi();
        api.MapMergingApi();
        api.MapAlertsApi();
        api.MapEventsApi();
        api.MapTagsApi();
        api.MapSpamApi();
        api.MapViewsApi();
        api.MapBatchesApi();
        api.MapWebhooksApi();
        api.MapAutomationApi();
        api.MapCustomersApi();
        api.MapDeskApi();
        api.MapDiscrepanciesApi();
        api.MapGoodwillApi();
        api.MapThanksApi();
        api.MapPlaybooksApi();
        api.MapLeadApi();
    }
}
