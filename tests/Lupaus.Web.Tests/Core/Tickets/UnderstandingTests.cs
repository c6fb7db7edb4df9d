using System.Net;
using System.Text.Json;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Mail.Reading;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Merging;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Tickets;

public sealed class UnderstandingTests
{
    private const string Understood = "Lippu on ostettu, mutta automaatti ei tulosta sitä.";

    [Theory, OnBothDatabases]
    public async Task What_an_agent_understood_is_confirmed_by_the_customer_with_one_press_and_the_desk_shows_it(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();
        var ticket = await house.TicketOf();
        var page = $"/desk/{ticket.Reference}";
        var minna = house.BrowserOf(house.Minna);

        var sent = await minna.Send(page, $"{page}/reply", ("body", "Hei Aino, selvitän."), ("next", "findout"), ("when", "own"), ("date", "2026-11-24"), ("time", "12:00"), ("understood", Understood));
        sent.IsDone.ShouldBeTrue(sent.Html);
        (await minna.Page(page)).ShouldContain("Odottaa asiakkaan vahvistusta");
        await aino.Opens(aino.Page);
        aino.Text.ShouldContain("Ymmärsikö Minna oikein?");
        aino.Text.ShouldContain(Understood);
        (await house.TicketOf()).Understanding!.IsWaiting.ShouldBeTrue(); // looking confirms nothing

        var due = (await house.TicketOf()).Promise!.Due;
        await aino.Sends($"{aino.Page}/understood");

        aino.Text.ShouldContain("Kiitos vahvistuksesta");
        aino.Text.ShouldContain("Näin se on: vahvistettu");
        aino.Text.ShouldNotContain("Ymmärsikö Minna oikein?");
        (await minna.Page(page)).ShouldContain("Asiakas vahvisti omalla sivullaan");
        var now = await house.TicketOf();
        (now.Understanding!.Answer, now.Promise!.Due).ShouldBe((UnderstoodHow.ByPage, due));
        (await house.Look(db => db.Alerts.CountAsync(a => a.Kind == AlertKind.Answered))).ShouldBe(0);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Where_we_wait_for_them_their_yes_is_the_word_and_they_hear_by_when_we_answer(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();
        await WritesBack(house, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(1), "Onko näin?"));
        await aino.Opens(aino.Page);

        await aino.Sends($"{aino.Page}/understood");

        aino.Text.ShouldContain("Kiitos vahvistuksesta");
        var now = await house.TicketOf();
        (now.WaitsForCustomer, now.Promise!.Kind, now.Understanding!.Answer).ShouldBe((false, PromiseKind.Answer, UnderstoodHow.ByPage));
        (await house.Look(db => db.Messages.Where(m => m.Id == now.Promise.ToldIn).Select(m => m.Body).SingleAsync())).ShouldContain("kiitos vahvistuksesta! Minna Salo vastaa sinulle viimeistään");
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Not_quite_is_a_message_like_any_other_and_the_desk_knows_what_it_is_about(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();
        await WritesBack(house, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(1), "Onko näin?"));
        var own = aino.Page;
        await aino.Opens(own);

        await aino.Sends($"{own}/not-quite", ("not-quite", ""));
        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.TicketOf()).Understanding!.IsWaiting.ShouldBeTrue();

        await aino.Sends($"{own}/not-quite", ("not-quite", "Kiitos"));

        var ticket = await house.TicketOf();
        ticket.Understanding!.Answer.ShouldBe(UnderstoodHow.NotQuite);
        ticket.Promise!.Kind.ShouldBe(PromiseKind.Answer); // it is our turn again
        (await house.Look(db => db.Messages.CountAsync(m => m.TicketId == ticket.Id && m.Body == "Kiitos"))).ShouldBe(1);
        (await house.BrowserOf(house.Minna).Page($"/desk/{ticket.Reference}")).ShouldContain("Ei aivan: asiakas kertoi tarkemmin");
        aino.Text.ShouldNotContain("Ymmärsikö Minna oikein?");
    }

    [Fact]
    public async Task After_closing_not_quite_opens_the_matter_again()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await WritesBack(house);
        await aino.Opens(aino.Page); // the form stands there still when the matter is closed
        await house.Answers("Valmista tuli.", new WhatNext.Solves());

        await aino.Sends($"{aino.Page}/not-quite", ("not-quite", "kiitos"));

        var ticket = await house.TicketOf();
        (ticket.IsOpen, ticket.Understanding!.Answer).ShouldBe((true, UnderstoodHow.NotQuite));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_confirms_an_older_one_than_stands_there_is_shown_the_newer(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();
        await WritesBack(house);
        await aino.Opens(aino.Page);
        await WritesBack(house, words: "Lippu on väärälle päivälle.");

        await aino.Sends($"{aino.Page}/understood");

        aino.Status.ShouldBe(HttpStatusCode.Conflict);
        aino.Text.ShouldContain("Katso uusi kohta ja vahvista se.");
        (await house.TicketOf()).Understanding!.IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public async Task The_letter_has_it_as_a_part_of_its_own_with_a_way_to_confirm_and_opening_that_confirms_nothing()
    {
        await using var house = await House.Open();
        await house.Writes();
        await WritesBack(house);

        await house.Get<SendOutbox>().Now(default);

        var letter = (await Letters(house)).Single(l => l.Contains(Understood));
        letter.ShouldContain($"Ymmärsin näin:\n{Understood}\n\nOnko se näin? Vahvista yhdellä painalluksella");
        var link = new Uri(letter.Split('\n').Single(l => l.StartsWith("Onko se näin?")).Split(' ')[^1]);
        link.Fragment.ShouldBe("#understood");
        (await house.Browser().Page(link.PathAndQuery)).ShouldContain("id=\"understood\"");
        (await house.TicketOf()).Understanding!.IsWaiting.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task What_the_customer_said_on_the_telephone_one_of_ours_marks(string database)
    {
        await using var house = await House.On(database);
        await house.Writes();
        await WritesBack(house);
        var page = $"/desk/{(await house.TicketOf()).Reference}";

        (await house.BrowserOf(house.Antti).Send(page, $"{page}/understood", ("how", "call"))).IsDone.ShouldBeTrue();

        (await house.TicketOf()).Understanding!.Answer.ShouldBe(UnderstoodHow.ByCall);
        (await house.BrowserOf(house.Antti).Page(page)).ShouldContain("Asiakas vahvisti puhelimessa");
    }

    [Fact]
    public async Task A_reply_that_ends_the_matter_is_refused_with_all_that_was_typed_kept()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        var answer = await house.BrowserOf(house.Antti).Send(page, $"{page}/reply", ("body", "Hei, valmista."), ("next", "solves"), ("understood", Understood));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Html.ShouldContain("eikä asiakas enää ehdi sanoa, ymmärsitkö oikein");
        answer.Html.ShouldContain(Understood);
    }

    [Fact]
    public async Task What_was_typed_of_it_is_kept_with_the_draft_alone_too()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        await browser.Send($"{page}/unsent", new Dictionary<string, string?> { ["__RequestVerificationToken"] = TokenOf(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)), ["body"] = "", ["understood"] = Understood });

        (await browser.Page(page)).ShouldContain(Understood);
    }

    [Fact]
    public async Task Programs_write_it_back_read_it_and_mark_it_confirmed()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens("Automaatti ei toimi.", "aino@example.fi");

        var (status, ticket, _) = await shop.Post($"/tickets/{reference}/replies", new { text = "Selvitän.", understood = Understood, next = new { kind = "promises", promise = "findOut", due = "2026-11-24T10:00:00Z" } });

        status.ShouldBe(201);
        var understanding = ticket.GetProperty("understanding");
        (understanding.Text("text"), understanding.Text("state")).ShouldBe((Understood, "waiting"));
        (await shop.Get($"/tickets/{reference}")).Json.GetProperty("messages").EnumerateArray().Count(m => m.TryGetProperty("understood", out var u) && u.ValueKind == JsonValueKind.String && u.GetString() == Understood).ShouldBe(1);

        var confirmed = await shop.Post($"/tickets/{reference}/understanding/confirm", new { message = understanding.Text("message"), how = "message" });
        confirmed.Status.ShouldBe(200);
        (confirmed.Json.GetProperty("understanding").Text("state"), confirmed.Json.GetProperty("understanding").Text("how")).ShouldBe(("confirmed", "message"));
        (await shop.Post($"/tickets/{reference}/understanding/confirm", new { message = "4711", how = "call" })).Status.ShouldBe(409);
        (await shop.Post($"/tickets/{reference}/replies", new { text = "Hei.", understood = new string('x', 1001), next = new { kind = "solves" } })).Status.ShouldBe(422);
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_takes_it_along_with_its_words_and_a_parting_gives_it_back(string database)
    {
        await using var house = await House.On(database);
        var whole = await house.Matter(house.Antti);
        var part = await house.Matter(house.Antti);
        await house.Get<SendReply>().For(part.Id, new Reply("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddDays(1)), Understood: Understood), [], house.Antti, null, default);

        await house.Get<MergeTickets>().For(whole.Id, part.Id, house.Antti, house.Nonce(), default);

        (await house.BrowserOf(house.Antti).Page($"/desk/{whole.Reference}")).ShouldContain("Odottaa asiakkaan vahvistusta");
        (await house.Ticket(whole.Id)).Understanding!.CameFrom.ShouldBe(part.Id);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();

        await house.Get<PartTicket>().For(part.Id, house.Antti, house.Nonce(), default);

        (await house.Ticket(whole.Id)).Understanding.ShouldBeNull();
        (await house.Ticket(part.Id)).Understanding!.IsWaiting.ShouldBeTrue();
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    private static async Task WritesBack(House house, WhatNext? next = null, string words = Understood)
    {
        var ticket = await house.TicketOf();
        await house.Get<SendReply>().For(ticket.Id, new Reply("Hei Aino!", next ?? new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddDays(1)), Understood: words), [], ticket.OwnerId, null, default);
    }

    private static string TokenOf(string html) => System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    private static async Task<IReadOnlyList<string>> Letters(House house)
    {
        var letters = new List<string>();
        foreach (var file in Directory.GetFiles(house.Get<Settings>().LetterFolder, "*.eml").Order())
            letters.Add(MailReader.Read(await File.ReadAllBytesAsync(file)).Text);
        return letters;
    }
}
