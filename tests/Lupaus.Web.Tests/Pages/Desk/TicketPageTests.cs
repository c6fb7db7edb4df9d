using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Desk;

public sealed class TicketPageTests
{
    private static readonly string TodayAtThree = Milliseconds(House.MondayAtTen.AddHours(5));

    [Fact]
    public async Task The_page_tells_what_was_promised_who_wrote_what_and_how_to_reach_the_customer()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321", deadline: House.MondayAtTen.AddHours(6));
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(3), "miksi lippu ei tulostu"), "Katson heti.");

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");

        page.ShouldContain("miksi lippu ei tulostu");
        page.ShouldContain("Antti selvittää asian ja kertoo sinulle viimeistään tänään klo\u00a013.");
        page.ShouldContain("Takaraja 16.00");
        page.ShouldContain("href=\"tel:+358407654321\"");
        page.ShouldContain("href=\"mailto:aino@example.fi\"");
        page.ShouldContain("Ensimmäistä kertaa meillä");
    }

    [Fact]
    public async Task A_reply_is_sent_with_its_promise_and_its_file()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        var answer = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply",
            ("body", "Hei Aino,\n\nkysyn konduktööriltä."), ("next", "act"), ("when", TodayAtThree), ("what", "kysyn konduktööriltä"));

        answer.Leads.ShouldBe($"/desk/{ticket.Reference}?done=reply");
        (await house.Ticket(ticket.Id)).Promise.ShouldBe(new Promise(2, PromiseKind.Act, House.MondayAtTen.AddHours(5), house.Clock.Now(), house.Antti, (await LastMessage(house, ticket.Id)).Id, WordsIn: 2));
        (await browser.Page(answer.Leads!)).ShouldContain("Vastaus lähti.");
    }

    [Fact]
    public async Task The_reply_begins_with_a_greeting_by_name_and_time_of_day()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        (await browser.Page($"/desk/{ticket.Reference}")).ShouldContain(">Hei Aino,\n");
        house.Clock.Becomes(House.MondayAtTen.AddHours(-2));
        (await browser.Page($"/desk/{ticket.Reference}")).ShouldContain(">Hyvää huomenta Aino,\n");
    }

    [Fact]
    public async Task No_choice_that_would_close_the_ticket_is_made_beforehand()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");

        page.ShouldNotMatch("id=\"next-[a-z]+\"[^>]*checked");
        page.ShouldNotContain("next-stands");
    }

    [Fact]
    public async Task Without_saying_what_happens_next_nothing_is_sent_and_the_draft_is_kept()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Tätä en halua kirjoittaa uudelleen."));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("Valitse vielä, mitä seuraavaksi tapahtuu.");
        answer.Html.ShouldContain(">Tätä en halua kirjoittaa uudelleen.</textarea>");
        (await house.Look(db => db.Messages.CountAsync(m => m.Nature == Nature.Human && m.Direction == Direction.ToCustomer))).ShouldBe(0);
    }

    [Fact]
    public async Task A_greeting_alone_is_no_answer()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Hei Aino,"), ("next", "solves"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.Ticket(ticket.Id)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_time_of_ones_own_is_a_time_on_our_wall()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply",
            ("body", "Selvitän."), ("next", "findout"), ("when", "own"), ("date", "2026-11-25"), ("time", "13:30"));

        answer.IsDone.ShouldBeTrue(answer.Html);
        (await house.Ticket(ticket.Id)).Promise!.Due.ShouldBe(new DateTimeOffset(2026, 11, 25, 13, 30, 0, TimeSpan.FromHours(2)));
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_or_has_passed_is_refused_with_everything_typed_kept()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        var unreadable = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply",
            ("body", "Selvitän."), ("next", "findout"), ("when", "own"), ("date", "ensi viikolla"), ("time", "9"), ("what", "asian laita"));
        var past = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply",
            ("body", "Selvitän."), ("next", "findout"), ("when", "own"), ("date", "2026-11-20"), ("time", "09:00"), ("what", "asian laita"));

        unreadable.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        past.Status.ShouldBe(HttpStatusCode.Conflict);
        foreach (var answer in new[] { unreadable, past })
        {
            answer.Html.ShouldContain("value=\"asian laita\"");
            answer.Html.ShouldContain("id=\"next-findout\" value=\"findout\" required checked");
        }
    }

    [Fact]
    public async Task A_reply_is_stopped_when_the_customer_has_written_meanwhile_and_goes_out_when_sent_again()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);
        var seen = (await house.Ticket(ticket.Id)).NewestFromCustomer!.Value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        await house.CustomerWrites(ticket.Id, "Löysinkin lipun, mutta se on väärä!");

        var stopped = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Etsin lippuasi."), ("next", "solves"), ("seen", seen));
        var again = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Etsin lippuasi."), ("next", "solves"));

        stopped.Status.ShouldBe(HttpStatusCode.Conflict);
        stopped.Html.ShouldContain(">Etsin lippuasi.</textarea>");
        stopped.Html.ShouldContain("class=\"in is-newer\"");
        again.IsDone.ShouldBeTrue(again.Html);
    }

    [Fact]
    public async Task A_reply_that_does_not_deliver_moves_what_was_promised()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(2), "hyvitys"));

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply",
            ("body", "Vielä hetki."), ("next", "act"), ("when", TodayAtThree), ("delivers", null));

        answer.IsDone.ShouldBeTrue(answer.Html);
        (await house.Look(db => db.PromiseEnds.OrderByDescending(e => e.Number).FirstAsync(e => e.TicketId == ticket.Id))).How.ShouldBe(HowItEnded.Moved);
    }

    [Fact]
    public async Task Waiting_for_the_customer_keeps_the_reminder_as_it_was_written()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply",
            ("body", "Mikä lippu oli?"), ("next", "wait"), ("when", TodayAtThree), ("reminder", "Hei Aino, mikä lippu se olikaan?"));

        answer.IsDone.ShouldBeTrue(answer.Html);
        (await house.Look(db => db.PromiseWords.Select(w => w.Text).SingleAsync())).ShouldBe("Hei Aino, mikä lippu se olikaan?");
    }

    [Fact]
    public async Task The_promise_is_shown_beforehand_in_the_customers_words()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti, "en");
        var token = System.Text.RegularExpressions.Regex.Match(await browser.Page($"/desk/{ticket.Reference}"), "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;

        var told = await browser.Send($"/desk/{ticket.Reference}/preview", new Dictionary<string, string?> { ["__RequestVerificationToken"] = token, ["next"] = "act", ["when"] = TodayAtThree });

        told.Html.ShouldBe("Antti hoitaa asian ja kertoo sinulle viimeistään tänään klo 15.");
    }

    [Fact]
    public async Task A_note_stays_among_ourselves()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var outbox = await house.Look(db => db.Outbox.CountAsync());

        var answer = await house.BrowserOf(house.Maija).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/note", ("body", "Konduktööri tietää."));

        answer.IsDone.ShouldBeTrue();
        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldContain("muistiinpano, vain meille");
        (await house.Look(db => db.Outbox.CountAsync())).ShouldBe(outbox);
    }

    [Fact]
    public async Task An_empty_note_is_refused_where_it_was_written()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Maija).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/note", ("body", "  "));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("id=\"way-note\" checked");
    }

    [Fact]
    public async Task A_promise_is_moved_with_a_reason_and_the_customer_is_told()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        var without = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/move", ("when", TodayAtThree));
        var moved = await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/move", ("when", TodayAtThree), ("reason", "odotan toimittajaa"));

        without.Status.ShouldBe(HttpStatusCode.Conflict);
        without.Html.ShouldContain("id=\"move\" open");
        moved.IsDone.ShouldBeTrue(moved.Html);
        (await LastMessage(house, ticket.Id)).Body.ShouldContain("odotan toimittajaa");
    }

    [Fact]
    public async Task What_exactly_was_promised_is_still_said_after_the_promise_has_moved()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(2), "uusi kuitti"));
        var browser = house.BrowserOf(house.Antti);

        await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/move", ("when", TodayAtThree), ("reason", "odotan toimittajaa"));

        (await browser.Page($"/desk/{ticket.Reference}")).ShouldMatch("Tämä vastaus täyttää lupauksen: <b[^>]*>”uusi kuitti”</b>");
    }

    [Fact]
    public async Task Small_changes_are_made_in_their_own_forms()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        (await browser.Send(page, $"{page}/goal", ("goal", "olla illalla Hangossa"))).IsDone.ShouldBeTrue();
        (await browser.Send(page, $"{page}/subject", ("subject", "Lippu Hankoon"))).IsDone.ShouldBeTrue();
        (await browser.Send(page, $"{page}/language", ("language", "sv"))).IsDone.ShouldBeTrue();
        (await browser.Send(page, $"{page}/topic", ("topic", Number(house.Topic.Value)))).IsDone.ShouldBeTrue();
        (await browser.Send(page, $"{page}/deadline", ("when", TodayAtThree))).IsDone.ShouldBeTrue();

        var changed = await house.Ticket(ticket.Id);
        (changed.Goal, changed.Subject, changed.Language, changed.Deadline).ShouldBe(("olla illalla Hangossa", "Lippu Hankoon", LanguageCode.Sv, (DateTimeOffset?)House.MondayAtTen.AddHours(5)));
        (await browser.Send(page, $"{page}/deadline/clear")).IsDone.ShouldBeTrue();
        (await house.Ticket(ticket.Id)).Deadline.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_that_cannot_be_made_says_why_in_its_place_and_keeps_what_was_typed()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);
        var tooLong = new string('x', Limits.Goal + 1);

        var goal = await browser.Send(page, $"{page}/goal", ("goal", tooLong));
        var topic = await browser.Send(page, $"{page}/topic", ("topic", "17"));
        var deadline = await browser.Send(page, $"{page}/deadline", ("when", "own"), ("date", "2020-01-01"), ("time", "10:00"));

        goal.Status.ShouldBe(HttpStatusCode.Conflict);
        goal.Html.ShouldContain(tooLong);
        topic.Html.ShouldContain("Sellaista aihetta ei enää ole");
        deadline.Html.ShouldContain("value=\"2020-01-01\"");
    }

    [Fact]
    public async Task An_untouched_ticket_can_be_taken_and_a_touched_one_cannot()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Maija);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        (await browser.Send(page, $"{page}/take", ("reason", "Vip"))).IsDone.ShouldBeFalse();
        (await browser.Send(page, $"{page}/take", ("reason", "CustomerIsHere"))).IsDone.ShouldBeTrue();
        (await browser.Page($"{page}/history")).ShouldContain("otti tämän ennen vuoroa: asiakas oli puhelimessa tai paikalla");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(5)));

        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(house.Antti);
        (await house.BrowserOf(house.Maija).Page(page)).ShouldNotContain($"{page}/take");
    }

    [Fact]
    public async Task A_duty_has_a_doer_and_a_due_and_is_ticked_off()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        (await browser.Send(page, $"{page}/duties", ("what", "Palauta 12 €"), ("doer", Number(house.Maija.Value)), ("when", TodayAtThree), ("told", "1"))).IsDone.ShouldBeTrue();
        var duty = (await house.Ticket(ticket.Id)).Duties.Single();
        (await browser.Send(page, $"{page}/duties/{duty.Id.Value}/done")).IsDone.ShouldBeTrue();

        (duty.Doer, duty.Due, duty.IsTold).ShouldBe((house.Maija, House.MondayAtTen.AddHours(5), true));
        (await house.Ticket(ticket.Id)).Duties.Single().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_who_does_not_work_here_is_given_a_duty()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        var answer = await house.BrowserOf(house.Antti).Send(page, $"{page}/duties", ("what", "Palauta 12 €"), ("doer", "4711"), ("when", TodayAtThree));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Html.ShouldContain("value=\"Palauta 12 €\"");
    }

    [Fact]
    public async Task A_discrepancy_stands_open_until_it_is_settled_and_meanwhile_nothing_is_solved()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        (await browser.Send(page, $"{page}/discrepancy", ("says", "Lippu ei tule automaatista"), ("record", "Lippu toimitettu 14.11."))).IsDone.ShouldBeTrue();
        var solving = await browser.Send(page, $"{page}/reply", ("body", "Valmista tuli."), ("next", "solves"));
        var obstacle = (await house.Ticket(ticket.Id)).Obstacles.Single();
        (await browser.Send(page, $"{page}/obstacles/{obstacle.Id.Value}/settle", ("how", "Automaatti oli rikki."), ("holds", "Customers"), ("cause", "Malfunction"), ("source", "Lippuautomaatti"))).IsDone.ShouldBeTrue();

        solving.Status.ShouldBe(HttpStatusCode.Conflict);
        solving.Html.ShouldContain(">Valmista tuli.</textarea>");
        (obstacle.Text, obstacle.Record).ShouldBe(("Lippu ei tule automaatista", "Lippu toimitettu 14.11."));
        var settled = (await house.Ticket(ticket.Id)).Obstacles.Single();
        (settled.IsOpen, settled.Holds, settled.Cause, settled.RecordSource).ShouldBe((false, WhichHolds.Customers, DiscrepancyCause.Malfunction, "Lippuautomaatti"));
    }

    [Fact]
    public async Task Half_a_discrepancy_is_none()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        var answer = await house.BrowserOf(house.Antti).Send(page, $"{page}/discrepancy", ("says", "Lippu ei tule"), ("record", " "));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain(">Lippu ei tule</textarea>");
    }

    [Fact]
    public async Task A_mistake_of_ours_is_recorded_and_mended()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        (await browser.Send(page, $"{page}/failure", ("text", "Lähetimme väärän lipun"))).IsDone.ShouldBeTrue();
        var failure = (await house.Ticket(ticket.Id)).Obstacles.Single();
        (await browser.Send(page, $"{page}/obstacles/{failure.Id.Value}/settle", ("how", "Uusi lippu ja 10 € hyvitys"))).IsDone.ShouldBeTrue();
        (await browser.Send(page, $"{page}/reply", ("body", "Nyt on kunnossa."), ("next", "solves"))).IsDone.ShouldBeTrue();

        (await house.Ticket(ticket.Id)).Closure!.Outcome.ShouldBe(Outcome.FailedMended);
    }

    [Fact]
    public async Task What_the_customer_no_longer_needs_is_closed_and_can_be_opened_again()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        (await browser.Send(page, $"{page}/withdraw")).IsDone.ShouldBeTrue();
        (await house.Ticket(ticket.Id)).Closure!.How.ShouldBe(HowClosed.Withdrawn);
        (await browser.Send(page, $"{page}/reopen")).IsDone.ShouldBeTrue();

        (await house.Ticket(ticket.Id)).Promise!.Kind.ShouldBe(PromiseKind.Answer);
    }

    [Fact]
    public async Task What_is_no_service_is_set_aside_and_not_opened_again()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);

        (await browser.Send(page, $"{page}/set-aside")).IsDone.ShouldBeTrue();

        (await house.Ticket(ticket.Id)).Closure!.How.ShouldBe(HowClosed.NotService);
        (await browser.Page(page)).ShouldNotContain($"{page}/reopen");
    }

    [Fact]
    public async Task A_customer_with_only_a_number_is_rung_and_the_call_is_marked()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti, email: null, phone: "040 765 4321");
        var page = $"/desk/{ticket.Reference}";
        var browser = house.BrowserOf(house.Antti);
        var call = await house.Look(db => db.Outbox.Select(o => o.Id).SingleAsync());

        (await browser.Page(page)).ShouldContain("Soita ja kerro:");
        (await browser.Send(page, $"{page}/calls/{call.Value}/made")).IsDone.ShouldBeTrue();

        (await house.Look(db => db.Outbox.SingleAsync())).State.ShouldBe(Dispatch.Sent);
        (await browser.Page($"{page}/history")).ShouldContain("Antti Laine soitti ja kertoi asiakkaalle");
        (await browser.Page(page)).ShouldNotContain("Soita ja kerro:");
    }

    [Fact]
    public async Task A_file_of_the_conversation_opens_for_agents_only()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        using var form = new MultipartFormDataContent();
        var browser = house.BrowserOf(house.Antti);
        var html = await browser.Page($"/desk/{ticket.Reference}");
        form.Add(new StringContent(System.Text.RegularExpressions.Regex.Match(html, "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value), "__RequestVerificationToken");
        form.Add(new StringContent("n1"), "nonce");
        form.Add(new StringContent("Kuitti liitteenä."), "body");
        form.Add(new ByteArrayContent("%PDF-1.4 kuitti"u8.ToArray()), "files", "kuitti.pdf");

        (await browser.PostAsync($"/desk/{ticket.Reference}/note", form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = System.Text.RegularExpressions.Regex.Match(await browser.Page($"/desk/{ticket.Reference}"), "/desk/files/[^\"]+").Value;
        var file = await browser.GetAsync(link);

        (await file.Content.ReadAsStringAsync()).ShouldBe("%PDF-1.4 kuitti");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await house.Browser().GetAsync(link)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Undivided_attention_hides_all_else_and_lasts_over_a_change()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        (await browser.Page($"/desk/{ticket.Reference}")).ShouldNotContain("at-ticket undivided");
        var turned = await browser.Send($"/desk/{ticket.Reference}", "/desk/attention", ("ticket", ticket.Reference.Value), ("on", "1"));
        await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/note", ("body", "Luen rauhassa."));
        var other = await house.Matter(house.Antti, "Toinen asia");

        turned.Leads.ShouldBe($"/desk/{ticket.Reference}");
        (await browser.Page($"/desk/{ticket.Reference}")).ShouldContain("at-ticket undivided");
        (await browser.Page($"/desk/{other.Reference}")).ShouldSatisfyAllConditions(p => p.ShouldContain("at-ticket undivided"), p => p.ShouldContain("aria-pressed=\"true\""));
        (await browser.Page("/desk")).ShouldNotContain("undivided\"");

        await browser.Send($"/desk/{ticket.Reference}", "/desk/attention", ("ticket", ticket.Reference.Value), ("on", "0"));
        (await browser.Page($"/desk/{ticket.Reference}")).ShouldSatisfyAllConditions(p => p.ShouldNotContain("at-ticket undivided"), p => p.ShouldContain("aria-pressed=\"false\""));
    }

    [Fact]
    public async Task Seen_with_the_customers_eyes_there_are_no_notes_and_nothing_to_do_in_their_name()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);
        await browser.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/note", ("body", "Vain meidän kesken."));

        var page = await browser.Page($"/desk/{ticket.Reference}/as-customer");

        page.ShouldContain("Näin asiakas näkee tämän");
        page.ShouldContain("lippua ei voi lunastaa");
        page.ShouldNotContain("Vain meidän kesken.");
        page.ShouldNotContain("<form");
    }

    [Fact]
    public async Task A_reference_that_leads_nowhere_is_told_in_plain_words()
    {
        await using var house = await House.Open();

        var answer = await house.BrowserOf(house.Antti).GetAsync("/desk/ABCDEFG");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("Tällaista asiaa ei ole");
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}/withdraw", new Dictionary<string, string?> { ["nonce"] = "x" });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await house.Ticket(ticket.Id)).IsOpen.ShouldBeTrue();
    }

    private static Task<Message> LastMessage(House house, TicketId id) =>
        house.Look(db => db.Messages.AsNoTracking().Where(m => m.TicketId == id).OrderByDescending(m => m.Id).FirstAsync());

    private static string Milliseconds(DateTimeOffset at) => Number(at.ToUnixTimeMilliseconds());

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
