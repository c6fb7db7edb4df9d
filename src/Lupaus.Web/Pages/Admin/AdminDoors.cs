using System.Globalization;
using Lupaus.Care.Recovery;
using Lupaus.Ground.Api;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Pages.Me;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Lupaus.Web.Pages.Admin;

/// <summary>How the house is arranged: for admins alone. Each part is a form of its own and says in place what is wrong.</summary>
public static class AdminDoors
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton(s => new Place(90, "/admin", "admin.place", "settings", SignedIn.Admins) { Count = context => s.GetRequiredService<QuarantinedMails>().Count(context.RequestAborted) })
        .AddSingleton<HouseKeeping>().AddSingleton<RuleForm>().AddSingleton<AuditLog>()
        .AddSingleton<DescribeCompany>().AddSingleton<OrderQueue>().AddSingleton<WhatWasLearnt>().AddSingleton<FoundTeam>().AddSingleton<DescribeTeam>().AddSingleton<ChooseTeams>()
        .AddSingleton<OpenTopic>().AddSingleton<DescribeTopic>().AddSingleton<RetireTopic>()
        .AddSingleton<CloseDays>().AddSingleton<OpenDay>().AddSingleton<KeepEves>();

    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/admin").RequireAuthorization(SignedIn.Admins);
        MapPage<AdminPage>(admin, "");
        routes.MapBackupsRoom();
        routes.MapSignInRoom();
        routes.MapMailsRoom();
        routes.MapJargonRoom();
        routes.MapQueueRoom();
        MapCompany(admin);
        MapHours(admin);
        MapTopics(admin);
        MapTeams(admin);
        MapKeys(admin);
        admin.MapMacros(shared: true);
        admin.MapRules();
        admin.MapWebhooks();
        admin.MapMailboxes();
        admin.MapGet("/log", async (long? agent, string? about, string? after, AuditLog log, HouseKeeping house, KnownAutomation automation, KnownWebhooks webhooks, Lupaus.Web.Care.Playbooks.KnownPlaybooks playbooks, CancellationToken stop) =>
        {
            var filter = new AuditFilter(agent is { } id ? new AgentId(id) : null, Enum.TryParse<AuditKind>(about, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null);
            return PageResults.Page<AuditPage>(new { Log = await log.Show(filter, after, stop), Filter = filter, House = await house.Look(stop), Automation = await automation.Now(stop), Webhooks = await webhooks.Now(stop), Playbooks = await playbooks.Now(stop), IsFirst = after is null });
        });
    }

    private static void MapCompany(RouteGroupBuilder admin)
    {
        MapPage<CompanyPage>(admin, "/company");
        MapForm<CompanyPage, DescribeCompany>(admin, "/company", "/company", "company", (slice, form, by, stop) => slice.As(
            new CompanyWish(form["Name"].ToString(), form["Email"].ToString(), form["Phone"], form["MailName"], form["Zone"].ToString(), LanguageCodes.Read(form["Language"]) ?? LanguageCode.Fi), by, stop));
        MapForm<CompanyPage, LimitGoodwill>(admin, "/company/goodwill", "/company", "goodwill", (slice, form, by, stop) => slice.ForAll(Euros.Read(form["Goodwill"]) ?? -1, by, stop));
    }

    private static void MapHours(RouteGroupBuilder admin)
    {
        MapPage<HoursPage>(admin, "/hours");
        MapForm<HoursPage, DescribeTeam>(admin, "/hours/team", "/hours", form => $"team-{form["Team"]}", (slice, form, by, stop) =>
            slice.As(new TeamId(ReadId(form["Team"])), null, HoursFields.Read(form), null, by, stop));
        MapForm<HoursPage, KeepEves>(admin, "/hours/eves", "/hours", "eves", (slice, form, by, stop) => slice.Closed(form.ContainsKey("Closed"), by, stop));
        MapForm<HoursPage, CloseDays>(admin, "/hours/closed", "/hours", "closed", (slice, form, by, stop) =>
        {
            var first = ReadDay(form["First"]) ?? throw new RuleBroken(Refusal.Because("absence.day"));
            var last = string.IsNullOrWhiteSpace(form["Last"]) ? first : ReadDay(form["Last"]) ?? throw new RuleBroken(Refusal.Because("absence.day"));
            return slice.For(new Closing(first, last, form["Name"].ToString(), form.ContainsKey("PromisesStand")), by, stop);
        });
        MapForm<HoursPage, OpenDay>(admin, "/hours/open", "/hours", "closed", (slice, form, by, stop) =>
            slice.On(ReadDay(form["Day"]) ?? throw new RuleBroken(Refusal.Because("absence.day")), by, stop));
    }

    private static void MapTopics(RouteGroupBuilder admin)
    {
        MapPage<TopicsPage>(admin, "/topics");
        MapForm<TopicsPage, OpenTopic>(admin, "/topics", "/topics", "new", (slice, form, by, stop) => slice.As(ReadTopic(form), by, MeDoors.ReadNonce("topic", form), stop));
        MapForm<TopicsPage, DescribeTopic>(admin, "/topics/change", "/topics", PartOf, (slice, form, by, stop) => slice.As(new TopicId(ReadId(form["Topic"])), ReadTopic(form), by, stop));
        foreach (var turn in Enum.GetValues<TopicTurn>())
            MapForm<TopicsPage, RetireTopic>(admin, $"/topics/{turn.ToString().ToLowerInvariant()}", "/topics", PartOf, (slice, form, by, stop) => slice.Or(turn, new TopicId(ReadId(form["Topic"])), by, stop));
        static string PartOf(IFormCollection form) => $"topic-{form["Topic"]}";
    }

    private static void MapTeams(RouteGroupBuilder admin)
    {
        MapPage<TeamsPage>(admin, "/teams");
        MapForm<TeamsPage, FoundTeam>(admin, "/teams", "/teams", "new", (slice, form, by, stop) => slice.As(form["Name"], by, MeDoors.ReadNonce("team", form), stop));
        MapForm<TeamsPage, DescribeTeam>(admin, "/teams/change", "/teams", form => $"team-{form["Team"]}", (slice, form, by, stop) =>
            slice.As(new TeamId(ReadId(form["Team"])), form["Name"].ToString(), null, [.. form["Members"].Select(m => new AgentId(ReadId(m)))], by, stop));
    }

    private static void MapKeys(RouteGroupBuilder admin)
    {
        MapPage<KeysPage>(admin, "/api-keys");
        admin.MapPost("/api-keys", async (IFormCollection form, HttpContext context, KeepApiKeys keys, HouseKeeping house, CancellationToken stop) =>
        {
            try
            {
                var wish = new NewApiKey(form["Name"].ToString(), Enum.TryParse<ApiScope>(form["Scope"], out var scope) && Enum.IsDefined(scope) ? scope : ApiScope.Read, MeDoors.ReadAgent(form["OnlyAs"]));
                var secret = await keys.Make(wish, context.User.AgentId(), stop);
                context.Response.Headers.CacheControl = "no-store"; // it is shown this once
                return PageResults.Page<KeysPage>(new { View = new AdminView(await house.Look(stop)), Secret = secret, SecretOf = wish.Name.OneLine() });
            }
            catch (RuleBroken broken)
            {
                return PageResults.Page<KeysPage>(new { View = new AdminView(await house.Look(stop), Part: "new", Typed: form, Refusal: broken.Refusal) }, StatusCodes.Status422UnprocessableEntity);
            }
        });
        MapForm<KeysPage, KeepApiKeys>(admin, "/api-keys/revoke", "/api-keys", "keys", (keys, form, by, stop) => keys.Revoke(new ApiKeyId(ReadId(form["Key"])), by, stop));
    }

    private delegate Task Change<in TSlice>(TSlice slice, IFormCollection form, AgentId by, CancellationToken stop);

    private static void MapPage<TPage>(RouteGroupBuilder admin, string path) where TPage : IComponent =>
        admin.MapGet(path, async (string? saved, HouseKeeping house, CancellationToken stop) => PageResults.Page<TPage>(new { View = new AdminView(await house.Look(stop), saved) }));

    private static void MapForm<TPage, TSlice>(RouteGroupBuilder admin, string path, string page, string part, Change<TSlice> make) where TPage : IComponent where TSlice : notnull =>
        MapForm<TPage, TSlice>(admin, path, page, _ => part, make);

    /// <summary>One change; the page then shows that it is done, or in place why not, with what was typed kept.</summary>
    private static void MapForm<TPage, TSlice>(RouteGroupBuilder admin, string path, string page, Func<IFormCollection, string> partOf, Change<TSlice> make) where TPage : IComponent where TSlice : notnull =>
        admin.MapPost(path, async (IFormCollection form, HttpContext context, HouseKeeping house, CancellationToken stop) =>
        {
            var part = partOf(form);
            try
            {
                await make(context.RequestServices.GetRequiredService<TSlice>(), form, context.User.AgentId(), stop);
                return Results.LocalRedirect($"/admin{page}?saved={Uri.EscapeDataString(part)}#{Uri.EscapeDataString(part)}");
            }
            catch (RuleBroken broken)
            {
                return PageResults.Page<TPage>(new { View = new AdminView(await house.Look(stop), null, part, form, broken.Refusal) }, StatusCodes.Status422UnprocessableEntity);
            }
        });

    private static WishedTopic ReadTopic(IFormCollection form) => new(
        new TeamId(ReadId(form["Team"])), form["Finnish"].ToString(), form["Swedish"].ToString(), form["English"].ToString(),
        TimeSpan.FromHours(ReadNumber(form["AnswerHours"])), TimeSpan.FromMinutes(ReadNumber(form["FastestMinutes"])),
        string.IsNullOrWhiteSpace(form["UrgentPhone"]) ? null : PhoneNumber.Parse(form["UrgentPhone"].ToString()));

    private static double ReadNumber(string? text) =>
        double.TryParse(text?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 10_000 ? number : 0;

    private static long ReadId(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;
}
