using Lupaus.Care.Playbooks;
using Lupaus.Core.Links;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Journeys.Ground.Identity;
using Lupaus.Web.Care.Feedback;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Care.Thanks;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Tests;
using Lupaus.Web.Work.Alerts;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Batches;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Spam;
using Lupaus.Web.Work.Views;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Lupaus.Work.Batches;
using Lupaus.Work.Replies;
using Lupaus.Work.Views;
using Lupaus.Work.Webhooks;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>
/// Round the whole house, by day and at night, on a phone and on a wide screen: nobody is shut out of any page. A page
/// that comes later and isn't visited here is missed by name.
/// </summary>
public sealed class RoundOfAllPages
{
    /// <summary>What a browser may ask for that is no page: files, the line to an open desk, and what only leads on to a page.</summary>
    private static readonly string[] NoPages =
        ["/{**path:file}", "/robots.txt", "/language/{code}", "/t/{token}/files/{id}/{name}", "/t/{token}/{**rest}", "/desk/files/{id:long}/{name}", "/desk/unsent/{id:long}/{name}", "/desk/mails/{mail:long}/original", "/admin/mails/{id:long}/original", "/desk/mails/{mail:long}/designed", "/desk/mails/{mail:long}/designed/fetched", "/desk/{reference}/saved", "/desk/anything", "/desk/call/who", "/live", "/sign-in/other", "/sign-in/other/back", "/alerts/line", "/alerts/colleagues", "/admin/mailboxes/{id:long}/connect", "/admin/mailboxes/connected"];

    [Fact]
    public async Task Every_page_is_open_to_everybody()
    {
        var shown = new Shown();
        await using var unopened = await Stage.Open(withCompany: false, also: shown.Watch);
        await using var stage = await Stage.Open(also: shown.Watch);
        var world = new World(stage.House);
        var guest = new Round(await stage.Somebody());
        var minna = new Round(await stage.AtTheDesk(stage.House.Minna));
        var maija = new Round(await stage.AtTheDesk(stage.House.Maija));
        var first = new Round(await unopened.Somebody());

        await minna.Opens("/desk");
        await world.Lives();
        if (Screens.Folder is not null)
            await Task.WhenAll(new[] { stage.House.Minna, stage.House.Maija }.Select(who => stage.House.Get<ReadAlerts>().All(who, default)));
        await Task.WhenAll(AtTheFront(guest, world, first), AtTheDesk(minna, maija, world));
        await OldInvitation(guest, world);

        var missed = Shown.RoutesOf(stage.House.Get<EndpointDataSource>()).Where(r => !r.StartsWith("/api", StringComparison.Ordinal)).Except(NoPages).Where(r => !shown.Has(r));
        missed.ShouldBeEmpty("Each page has to be visited by the round.");
        new[] { guest, minna, maija, first }.SelectMany(r => r.Wrong).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_shuts_somebody_out_is_found()
    {
        await using var stage = await Stage.Open(withCompany: false);
        var page = await stage.SomebodyOnThePhone();

        await page.SetContentAsync("<main id='a'><button></button><p id='a' style='width: 900px'>Kapealla ruudulla tämä ei näy.</p></main>");

        (await page.WhatAxeFinds()).ShouldContain(found => found.Contains("button-name"));
        (await page.FitsItsWidth()).ShouldBeFalse();
        (await page.IdsThatStandTwice()).ShouldBe(["a"]);
    }

    private static async Task AtTheFront(Round guest, World world, Round first)
    {
        await first.Opens("/", 503);
        await first.Opens("/setup?code=ABCDE-FGHJK");
        await guest.Opens("/");
        await guest.Page.Presses("Lähetä viesti");
        await guest.Page.IsToldAt("#message", "Viesti on vielä tyhjä.");
        await guest.Looks();
        await guest.Opens(world.Fresh + "?said=new");
        await guest.Opens(world.Fresh + "/done");
        await guest.Opens(world.Late);
        await guest.Opens(world.Asked);
        await guest.Opens(world.Confirmed);
        await guest.Opens("/t/tuntematon", 404);
        await guest.Opens("/ei-ole", 404);
        await guest.Opens("/source");
        await guest.Opens("/t/new-link");
        await guest.Page.Presses("Lähetä linkit");
        await guest.Page.Locator("p.error").First.WaitForAsync();
        await guest.Looks();
        await guest.Page.Types("Sähköpostiosoitteesi", "joku@example.fi");
        await guest.Page.Presses("Lähetä linkit");
        await guest.Page.IsAt("Katso sähköpostisi");
        await guest.Looks();
        await guest.Opens("/sign-in");
        await guest.Opens("/forgotten");
        await guest.Page.Types("Sähköposti", "antti@satama.example");
        await guest.Page.Presses("Lähetä linkki");
        await guest.Page.IsAt("Katso sähköpostisi");
        await guest.Looks();
        await guest.Opens(await world.LinkOf(SignInLinkKind.Invitation));
        await guest.Opens(await world.LinkOf(SignInLinkKind.Recovery));
        await guest.Opens("/recovery/tuntematon", 404);
    }

    private static async Task AtTheDesk(Round minna, Round maija, World world)
    {
        await minna.Opens("/desk");
        await minna.Opens("/desk?done=nothing");
        await minna.Opens("/desk/saved");
        await minna.Opens("/desk/call");
        await minna.Opens("/desk/call?q=Aino");
        await minna.Opens($"/desk/call?ticket={world.ByPhone}&out=1");
        foreach (var page in new[] { "", "/new", $"/{world.Playbook.Value}", $"/{world.Playbook.Value}/edit" })
            await minna.Opens("/desk/playbooks" + page);
        foreach (var list in new[] { "mine", "common", "team", "open", "waiting", "today", "risk", "closed", "internal", "asked", "request", "aside", "find", "find?q=Aino", "find?q=xyz", "list", "list?state=Both&unread=1", "blocked", "batches", await world.View(), await world.Batch() })
            await minna.Opens($"/desk/{list}");
        foreach (var ticket in new[] { world.Rich, world.ByPhone, world.Waiting, world.Closed })
            await minna.Opens($"/desk/{ticket}");
        await minna.Opens($"/desk/{await world.Request(h => h.Minna)}?done=asked");
        await minna.Opens($"/desk/{await world.Request(h => h.Maija)}");
        await minna.Opens($"/desk/{world.Rich}?done=reply");
        await minna.Opens($"/desk/{world.Rich}/history");
        await minna.Opens($"/desk/{world.Rich}/print");
        await minna.Opens($"/desk/{world.Rich}/as-customer");
        await minna.Opens(await world.CardOf(world.Rich));
        await minna.Opens(await world.OrganisationOf(world.Rich));
        await minna.Opens("/desk/000000", 404);
        await minna.Opens("/not-yours", 403);
        await minna.Opens("/me");
        await minna.Opens("/alerts");
        await maija.Opens("/alerts");
        await minna.Opens("/admin/people?saved=invited");
        await minna.Opens("/admin/people/invite");
        foreach (var agent in await world.Everybody())
        {
            await minna.Opens($"/admin/people/{agent.Value}");
            await minna.Opens($"/lead/people/{agent.Value}");
        }
        foreach (var page in new[] { "/lead", "/lead/kept", "/lead/broken", $"/lead/of/{(await world.Everybody())[0].Value}", "/lead/people", "/lead/tomorrow", "/lead/discrepancies", "/lead/discrepancies/behind?cause=WrongEntry", "/team" })
            await minna.Opens(page);
        foreach (var page in new[] { "", "/company", "/hours", "/topics", "/teams", "/api-keys", "/log", "/log?about=people", "/log?about=automation", "/sign-in", "/backups", "/jargon?saved=tiketti", "/queue", "/queue?saved=true", "/mails", "/mails?done=opened", "/mailboxes", "/mailboxes?saved=dropped", "/mailboxes/new", "/mailboxes/new?at=google", "/rules", "/rules/new", "/macros", "/webhooks" })
            await minna.Opens("/admin" + page);
        await minna.Opens("/me/macros");
        await minna.Opens($"/admin/rules/{world.Rule.Value}");
        await minna.Opens($"/admin/webhooks/{world.Webhook.Value}");
        await minna.Opens($"/admin/mailboxes/{world.Mailbox.Value}?saved=made");
        await minna.Opens($"/admin/mailboxes/{world.Mailbox.Value}/domain");
        await TwoSteps(maija);
    }

    private static async Task TwoSteps(Round maija)
    {
        var page = maija.Page;
        await page.GotoAsync("/me");
        await page.Presses("Ota käyttöön");
        await page.Locator("code.key").WaitForAsync();
        var key = await page.Locator("code.key").InnerTextAsync();
        await maija.Opens("/me/second-factor");
        await page.Types("Sovelluksen näyttämä koodi", AuthenticatorApp.Code(key));
        await page.Presses("Vahvista");
        await page.IsAt("Palautuskoodisi");
        await maija.Looks();
        await maija.Opens("/me");
        await page.SignsOut();
        await page.SignsIn("maija@satama.example", Stage.Password);
        await page.IsAt("Vielä koodi");
        await maija.Looks();
        await page.Types("Koodi", "000 000");
        await page.Presses("Jatka");
        await page.IsToldAt("#code", "Koodi ei täsmännyt.");
        await maija.Looks();
    }

    private static async Task OldInvitation(Round guest, World world)
    {
        var link = await world.LinkOf(SignInLinkKind.Invitation);
        world.AWeekPasses();
        await guest.Opens(link, 410);
        await guest.Page.Presses("Pyydä uusi kutsu");
        await guest.Page.IsAt("Uusi kutsu on matkalla");
        await guest.Looks();
    }

    /// <summary>One of everything that a page may have to show.</summary>
    private sealed class World(House house)
    {
        /// <summary>A rule that acts, one that can't, a webhook that hears of it and macros to choose from.</summary>
        private async Task Automate()
        {
            var minna = house.Minna;
            Mailbox = await house.Get<KeepMailboxes>().Make(new WishedMailbox("tuki@satama.example", "apua@satama.example", SignsIn.AtGoogle, null, new("imap.gmail.com", 993, MailLock.Tls), null, false, new("smtp.gmail.com", 465, MailLock.Tls), null, null, null, "Sataman tuki", null, null), new MailboxKey(ClientId: "lupaus"), minna, default);
            (Webhook, _) = await house.Get<KeepWebhooks>().Make(new WishedWebhook("Kirjanpito", "https://hooks.example.com/in", [TicketEvent.Closed]), minna, default);
            Rule = await house.Get<WriteRule>().For(null, new RuleText("Muistio", new Trigger(TicketEvent.Closed), [new WordsAre(["kuitti", "lasku"])], [new LeaveNote("Kuittiasia."), new CallWebhook(Webhook)]), minna, null, default);
            await house.Get<SwitchRule>().For(Rule, on: true, minna, default);
            await house.Get<WriteMacro>().For(null, new WishedMacro("Kuittipyyntö", [new SetGoal("kuitti tänään"), new ChooseNext(NextStep.FindOut, 8)], IsShared: true), minna, isAdmin: true, null, default);
            await house.Get<WriteMacro>().For(null, new WishedMacro("Oma", [new LeaveNote("Soitettu.")], IsShared: false), minna, isAdmin: true, null, default);
        }

        private int written;

        /// <summary>What one of ours asks of colleagues.</summary>
        public async Task<Reference> Request(Func<House, AgentId> by) =>
            (await house.Get<OpenTicket>().From(new NewMatter(null, null, null, "Tarvitsen toisen näytön.", LanguageCode.Fi, Channel.Desk, Source.Of("round", $"{++written} request"), "Näyttö") { RequestedBy = by(house) }, default)).Reference;

        public string Fresh { get; private set; } = "";

        public string Late { get; private set; } = "";

        public string Asked { get; private set; } = "";

        public string Confirmed { get; private set; } = "";

        public Reference Rich { get; private set; }

        public Reference ByPhone { get; private set; }

        public Reference Waiting { get; private set; }

        public Reference Closed { get; private set; }

        public RuleId Rule { get; private set; }

        public PlaybookId Playbook { get; private set; }

        public MailboxId Mailbox { get; private set; }

        public WebhookId Webhook { get; private set; }

        public async Task Lives()
        {
            await Automate();
            Playbook = await house.Get<WritePlaybook>().For(null, new PlaybookText(
                "Hangon juna peruttu", "Kun juna Hankoon ei lähde.", new SavedTexts("Hei {{firstname}}, bussi lähtee asemalta.", "Hej {{firstname}}, en buss går från stationen.", null), Lupaus.Core.Promises.PromiseKind.FindOut, 2,
                new SavedTexts("milloin junat kulkevat", null, null), ["juna lähtee", "matka turku"]), house.Minna, null, default);
            await house.Get<SayItGoesOn>().For(Playbook, house.Minna, null, default);
            await house.Get<NoteJargon>().For(LanguageCode.Fi, "tiketti", "asia", house.Minna, null, default);
            Late = (await Matter("Aino Testinen", "Hotellilasku puuttuu")).Page;
            house.Clock.Becomes(House.MondayAtTen.AddDays(1));
            await house.Get<KeepWatch>().Look(default);

            Fresh = (await Matter("Aino Testinen", "Lippua ei voi lunastaa")).Page;
            (var asked, Asked) = await Matter("Bertil Holm", "Kuitti hukkui");
            await Reply(asked, new WhatNext.Solves());
            (var confirmed, Confirmed) = await Matter("Cecilia Ek", "Osoite muuttui");
            await Reply(confirmed, new WhatNext.Solves());
            await house.Get<AnswerWhetherSolved>().Yes(confirmed.Id, default);
            (Closed, ByPhone) = (confirmed.Reference, (await Matter("Daavid Soittaja", "Soittakaa minulle", phone: "040 123 4567")).Ticket.Reference);
            var waiting = (await Matter("Eeva Odottaja", "Matka Turkuun")).Ticket;
            await Reply(waiting, new WhatNext.WaitsForCustomer(Tomorrow, "Kysyn vielä, ehditkö katsoa viestiäni."));
            Waiting = waiting.Reference;
            await MakeRich();
            await Colleagues();
            await house.Get<FollowRules>().Now(default);
        }

        public Task<AgentId[]> Everybody() => house.Look(db => db.Agents.OrderBy(a => a.Id).Select(a => a.Id).ToArrayAsync());

        public async Task<string> CardOf(Reference ticket) => $"/desk/people/{(await CustomerOf(ticket)).Value}";

        public async Task<string> OrganisationOf(Reference ticket)
        {
            await house.Get<ChangePerson>().Describe(await CustomerOf(ticket), new PersonDescription("Aino Testinen", LanguageCode.Fi, "Testinen Oy", "Pitää junista."), house.Minna, null, default);
            return $"/desk/organisations/{(await house.Look(db => db.Organisations.Select(o => o.Id).FirstAsync())).Value}";
        }

        /// <summary>A view of everybody's, and a list that one thing has just been done to.</summary>
        public async Task<string> View() =>
            $"views/{(await house.Get<SaveView>().For(null, "Kiireiset", new ViewFilter { Text = "juna" }, true, house.Minna, default)).Value}";

        public async Task<string> Batch()
        {
            await house.Get<BlockSender>().For("@halpa.example", house.Minna, default);
            await house.Get<OpenTicket>().From(new NewMatter("Halpa Kauppa", EmailAddress.Parse("tarjous@halpa.example"), null, "Vielä ehdit tilata!", LanguageCode.Fi, Channel.Form, Nonce()), default);
            var tickets = await house.Look(db => db.Tickets.Where(t => t.AsideUntil == null).Select(t => t.Id).ToListAsync());
            await house.Get<DoBatch>().For(tickets, new BatchWish(BatchAct.Tag, Tag: "junat"), house.Minna, Nonce(), default);
            return $"open?batch={(await house.Get<DoBatch>().For(tickets, new BatchWish(BatchAct.Topic, Topic: house.Topic), house.Minna, Nonce(), default)).Value}";
        }

        private Task<PersonId> CustomerOf(Reference ticket) => house.Look(db => db.Tickets.Where(t => t.Reference == ticket).Select(t => t.CustomerId).FirstAsync());

        public void AWeekPasses() => house.Clock.Passes(TimeSpan.FromDays(8));

        public async Task<string> LinkOf(SignInLinkKind kind)
        {
            var secret = await house.Look(db => db.Outbox.Where(o => o.AgentId != null && (o.Letter == Lupaus.Core.Outbox.Letter.Invitation) == (kind == SignInLinkKind.Invitation)).OrderBy(o => o.MadeAt).Select(o => o.Secret).FirstAsync());
            return $"/{kind.ToString().ToLowerInvariant()}/{secret}";
        }

        private DateTimeOffset Now => house.Clock.GetUtcNow();

        private DateTimeOffset Tomorrow => Now.AddDays(1);

        private async Task MakeRich()
        {
            var (ticket, _) = await Matter("Fanny Kiireinen", "Juna lähtee tänään", deadline: Now.AddHours(5));
            Rich = ticket.Reference;
            await house.Get<WriteNote>().For(ticket.Id, "Sama vika oli eilen.", [], house.Antti, Nonce(), default);
            await house.Get<ThankColleague>().For(ticket.Id, house.Antti, "Muistit eilisen vian.", house.Minna, Nonce(), default);
            await house.Get<SendReply>().For(ticket.Id, new Reply("Selvitän heti.", new WhatNext.Promises(Lupaus.Core.Promises.PromiseKind.FindOut, Now.AddHours(1), "Minna selvittää, kumpi lippu on oikea.")),
                [new Upload("ohje.txt", "Näin lippu lunastetaan."u8.ToArray())], house.Minna, Nonce(), default);
            await house.Get<MovePromise>().For(ticket.Id, Now.AddHours(3), "odotan vastausta myyjältä", house.Minna, Nonce(), default);
            await house.Get<TakeOnDuty>().For(ticket.Id, new NewDuty("palauta rahat", house.Antti, Tomorrow, false), house.Minna, Nonce(), default);
            await house.Get<ChangeTicket>().For(ticket.Id, Nonce(), (t, now) =>
            {
                t.AimFor("olla illalla Hangossa", house.Minna, now);
                t.Disagree(new Disagreement("Maksoin.", new RecordsWord("Maksamatta.", "Varausjärjestelmä", "12.3."), How: SaidHow.ByPhone), house.Minna, now);
                var settled = t.Disagree(new Disagreement("Tilasin kaksi.", new RecordsWord("Tilattu yksi.")), house.Minna, now);
                t.SettleDiscrepancy(settled.Id, new Verdict(WhichHolds.Customers, DiscrepancyCause.WrongEntry, "Toinen jäi kirjaamatta.", Source: "Tilauslomake"), house.Minna, now);
                t.Raise(ObstacleKind.Failure, "Möimme uuden lipun turhaan.", house.Minna, now);
            }, default);
            await house.Get<HearCustomer>().Say(new CustomerWord(ticket.Id, "Ehdinkö vielä?", Channel.Page, Nonce()), default);
        }

        private async Task Colleagues()
        {
            var teams = await house.Look(db => db.Teams.Select(t => t.Id).ToArrayAsync());
            foreach (var (name, email) in new[] { ("Liisa Korhonen", "liisa@satama.example"), ("Otto Entinen", "otto@satama.example") })
                await house.Get<Welcome>().Invite(new Newcomer(name, email, Role.Agent, [LanguageCode.Fi], teams), house.Minna, null, default);
            await house.Changes.Make(async db => (await db.Agents.FirstAsync(a => a.Name == "Otto Entinen")).Activate(Actor.Lupaus, Now), default);
            var otto = await house.Look(db => db.Agents.Where(a => a.Name == "Otto Entinen").Select(a => a.Id).SingleAsync());
            await house.Get<LetGo>().For(otto, house.Minna, default);
            await house.Get<GoAway>().As(new AwayPlan(house.Antti, new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 8), house.Maija), house.Minna, null, default);
            await house.Get<Web.Ground.Identity.AskForWayIn>().Forgotten("minna@satama.example", default);
        }

        private async Task<(Ticket Ticket, string Page)> Matter(string name, string body, string? phone = null, DateTimeOffset? deadline = null)
        {
            EmailAddress? email = phone is null ? EmailAddress.Parse($"{name.Split(' ')[0].ToLowerInvariant()}@example.fi") : null;
            var opened = await house.Get<OpenTicket>().From(new NewMatter(name, email, PhoneNumber.Read(phone), body, LanguageCode.Fi, Channel.Form, Nonce(), Deadline: deadline), default);
            await house.Get<TakeUntouched>().For(opened.Id, house.Minna, OvertakeReason.KnowsIt, Nonce(), default);
            var ticket = await house.Look(db => db.Tickets.AsNoTracking().FirstAsync(t => t.Id == opened.Id));
            return (ticket, await house.Get<OpenLinks>().PathOf(opened.Link, default));
        }

        private Task Reply(Ticket ticket, WhatNext next) => house.Get<SendReply>().For(ticket.Id, new Reply("Hei, tässä vastaus.", next), [], house.Minna, Nonce(), default);

        private Source Nonce() => Source.Of("round", (++written).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
