using System.Globalization;
using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Web.Care.Playbooks;
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
using Lupaus.Work.Replies;
using Lupaus.Work.Views;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>A house where everything that a page lists is there, in any number.</summary>
internal sealed class World(House house)
{
    private Ticket? ticket;
    private string page = "";
    private string view = "1";
    private int grown;
    private RuleId rule;
    private PlaybookId playbook;
    private WebhookId webhook;

    /// <summary>What stands in a blank of an address. A new kind of blank needs its answer here.</summary>
    public string Fills(string route, string blank) => blank switch
    {
        "reference" => ticket!.Reference.ToString(),
        "token" => page["/t/".Length..],
        "id" when route.StartsWith("/admin/people", StringComparison.Ordinal) => house.Antti.Value.ToString(CultureInfo.InvariantCulture),
        "id" when route.StartsWith("/admin/rules", StringComparison.Ordinal) => rule.Value.ToString(CultureInfo.InvariantCulture),
        "id" when route.StartsWith("/admin/webhooks", StringComparison.Ordinal) => webhook.Value.ToString(CultureInfo.InvariantCulture),
        "id" when route.StartsWith("/desk/playbooks", StringComparison.Ordinal) => playbook.Value.ToString(CultureInfo.InvariantCulture),
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
            playbook = await house.Get<WritePlaybook>().For(null, new PlaybookText("Lippu ei kelpaa", null, new SavedTexts("Uusi lippu tulee.", null, null), PromiseKind.FindOut, 2, new SavedTexts(null, null, null), ["lippu lunastaa"]), house.Minna, null, default);
            await house.Get<SayItGoesOn>().For(playbook, house.Minna, null, default);
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
