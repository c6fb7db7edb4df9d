using System.Globalization;
using System.Text.RegularExpressions;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Sqlite;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Work.Automation;
using Lupaus.Web.Work.Batches;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Spam;
using Lupaus.Web.Work.Views;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Lupaus.Work.Batches;
using Lupaus.Work.Views;
using Lupaus.Work.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>Every page there is, found in the program's own table of addresses: a page of tomorrow is counted too.</summary>
public sealed partial class StatementsOfPagesTests
{
    private const int Most = 8;

    // No pages: a file, a line that stays open, an answer to a machine, or a way on to somewhere else.
    private static readonly string[] NoPages = ["/api", "/live", "/alerts/line", "/robots.txt", "/health", "/language", "/{**path:file}"];

    [Fact]
    public async Task However_much_there_is_a_page_asks_the_database_the_same_few_questions()
    {
        var statements = new Statements();
        await using var house = await House.Open(also: b => b.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(statements)));
        var world = new World(house);
        await world.Grows(4);
        var few = await Count(house, world, statements);

        await world.Grows(8);
        var many = await Count(house, world, statements);

        few.Count.ShouldBeGreaterThan(15);
        many.Where(page => page.Value > Most).ShouldBeEmpty();
        many.Where(page => page.Value > few[page.Key]).Select(page => $"{page.Key}: {few[page.Key]}, with more rows {page.Value}").ShouldBeEmpty();
    }

    private static async Task<Dictionary<string, int>> Count(House house, World world, Statements statements)
    {
        var (lead, guest) = (house.BrowserOf(house.Minna), house.Browser());
        var counts = new Dictionary<string, int>();
        foreach (var route in Pages(house))
        {
            var path = Blank().Replace(route, blank => world.Fills(route, blank.Groups[1].Value));
            var browser = route.StartsWith("/t/", StringComparison.Ordinal) || path is "/" or "/sign-in" ? guest : lead;
            // The first time it learns what is remembered for a while; with it, later ones are measured.
            (await browser.GetAsync(path)).StatusCode.ShouldNotBe(System.Net.HttpStatusCode.InternalServerError, path);
            counts[route] = await statements.In(() => browser.GetAsync(path));
        }
        return counts;
    }

    internal static IEnumerable<string> Pages(House house) => house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? true)
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct()
        .Where(route => !NoPages.Any(none => route.StartsWith(none, StringComparison.Ordinal)) && !route.Contains("/files/") && !route.Contains("**"));

    [GeneratedRegex(@"\{([^}:?]+)[^}]*\}")]
    internal static partial Regex Blank();

    internal sealed class World(House house)
    {
        private Ticket? ticket;
        private string page = "";
        private string view = "1";
        private int grown;
        private RuleId rule;
        private WebhookId webhook;

        /// <summary>What stands in a blank of an address. A new kind of blank needs its answer here.</summary>
        public string Fills(string route, string blank) => blank switch
        {
            "reference" => ticket!.Reference.ToString(),
            "token" => page["/t/".Length..],
            "id" when route.StartsWith("/admin/people", StringComparison.Ordinal) => house.Antti.Value.ToString(CultureInfo.InvariantCulture),
            "id" when route.StartsWith("/admin/rules", StringComparison.Ordinal) => rule.Value.ToString(CultureInfo.InvariantCulture),
            "id" when route.StartsWith("/admin/webhooks", StringComparison.Ordinal) => webhook.Value.ToString(CultureInfo.InvariantCulture),
            "secret" => "unknown",
            "id" when route.StartsWith("/desk/views", StringComparison.Ordinal) => view,
            _ => "1",
        };

        /// <summary>So many more of everything that a page lists.</summary>
        public async Task Grows(int by)
        {
            if (ticket is null)
            {
                page = (await house.Writes()).Page;
                ticket = await house.TicketOf();
                view = (await house.Get<SaveView>().For(null, "Kaikki", new ViewFilter { State = OpenOrClosed.Both }, true, house.Minna, default)).Value.ToString(CultureInfo.InvariantCulture);
            }
            for (var i = 0; i < by; i++)
            {
                (webhook, _) = await house.Get<KeepWebhooks>().Make(new WishedWebhook("Kirjanpito", "https://hooks.example.com/in", [TicketEvent.Arrived]), house.Minna, default);
                rule = await house.Rule("Muistio", TicketEvent.Arrived, [new WordsAre(["lippu"])], new LeaveNote("Lippuasia."));
                await house.Macro("Huomio", new LeaveNote("Soitettu."));
                var number = (++grown).ToString(CultureInfo.InvariantCulture);
                var matter = await house.Matter(house.Minna, $"Asiakas {number}", $"c{number}@example.fi", deadline: House.MondayAtTen.AddHours(5));
                var solved = await house.Matter(house.Minna, "Aino Testinen");
                await house.Matter(house.Antti, $"Soittaja {number}", null, $"040 123 {4000 + grown}");
                await house.Replies(solved.Id, house.Minna, new WhatNext.Solves());
                await house.Replies(ticket.Id, house.Minna, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(5), "asia hoituu"));
                await house.CustomerWrites(ticket.Id, "Entä nyt?");
                await house.Get<WriteNote>().For(ticket.Id, "Huomio.", [new("muistio.txt", "teksti"u8.ToArray())], house.Antti, house.Nonce(), default);
                await house.Changes.Make(async db =>
                {
                    foreach (var one in await db.Tickets.Where(t => t.Id == ticket.Id || t.Id == matter.Id).ToListAsync())
                    {
                        one.TakeOn("palauta rahat", house.Antti, House.MondayAtTen.AddDays(1), isTold: false, house.Minna, house.Clock.Now());
                        one.Raise(ObstacleKind.Failure, "Väärä lippu.", house.Minna, house.Clock.Now());
                    }
                }, default);
                await house.Get<TagTicket>().For(matter.Id, [$"tunniste {number}"], [], house.Minna, null, default);
                await house.Get<SaveView>().For(null, $"Näkymä {number}", new ViewFilter(), true, house.Minna, default);
                await house.Get<BlockSender>().For($"roska{number}@example.com", house.Minna, default);
                await house.Get<DoBatch>().For([matter.Id, ticket.Id], new BatchWish(BatchAct.Tag, Tag: "monta"), house.Minna, null, default);
                await house.Follows();
                await house.Get<Welcome>().Invite(new Newcomer($"Uusi {number}", $"uusi{number}@satama.example", Role.Agent, [LanguageCode.Fi], []), house.Minna, null, default);
                await house.Get<GoAway>().As(new AwayPlan(house.Antti, new DateOnly(2027, 1, 1).AddDays(7 * grown), new DateOnly(2027, 1, 2).AddDays(7 * grown), house.Maija), house.Minna, null, default);
            }
        }
    }
}
