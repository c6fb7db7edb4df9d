using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class OwnPageTests
{
    [Fact]
    public async Task The_page_says_who_what_and_when_and_how_to_reach_them()
    {
        await using var house = await House.Open();

        var aino = await house.Writes();

        aino.Text.ShouldContain("Minna Salo vastaa sinulle.");
        aino.Text.ShouldContain("Viimeistään tänään klo 14");
        aino.Text.ShouldContain("Minna hoitaa asiaasi.");
        WebUtility.HtmlDecode(aino.Html).ShouldContain("href=\"tel:+358101234567\"");
        aino.Html.ShouldContain("href=\"mailto:apu@satama.example?subject=");
    }

    [Fact]
    public async Task The_address_of_the_page_is_on_its_way_to_those_who_left_an_e_mail_address()
    {
        await using var house = await House.Open();

        var aino = await house.Writes();
        var pekka = await house.Writes("Soittakaa", reach: "050 765 4321");

        aino.Text.ShouldContain("Sivun osoite tulee myös sähköpostiisi.");
        pekka.Text.ShouldNotContain("sähköpostiisi");
    }

    [Fact]
    public async Task An_agents_own_number_is_shown_only_when_they_have_chosen_so()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await Minna("040 555 0001", shows: false);

        await aino.Opens(aino.Page);
        var hidden = aino.Html;
        await Minna("040 555 0001", shows: true);
        await aino.Opens(aino.Page);

        hidden.ShouldNotContain("358405550001");
        WebUtility.HtmlDecode(aino.Html).ShouldContain("href=\"tel:+358405550001\"");

        Task Minna(string phone, bool shows) => house.Changes.Make(async db =>
        {
            var minna = await db.Agents.FirstAsync(a => a.Id == house.Minna);
            minna.IntroduceAs(minna.Name, PhoneNumber.Parse(phone), shows, minna.DeskLanguage, minna.Id, house.Clock.Now());
        }, default);
    }

    [Fact]
    public async Task A_reply_shows_the_promise_it_told_and_that_the_one_before_was_kept()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await house.Answers("Selvitän tätä junayhtiöltä.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5)));
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Selvitän tätä junayhtiöltä. Minna Salo selvittää asian ja kertoo sinulle viimeistään tänään klo 15.");
        aino.Text.ShouldContain("Minna Salo selvittää asian ja kertoo sinulle. Viimeistään tänään klo 15");
        aino.Text.ShouldContain("Viestisi tuli perille. Minna Salo vastaa sinulle viimeistään tänään klo 14. Pidimme lupauksen.");
    }

    [Fact]
    public async Task What_exactly_was_promised_stands_on_the_card_in_the_promisers_own_words()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await house.Answers("Soitan junayhtiöön.", new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(5), "Hankin sinulle uuden lipun"));
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Minna Salo Hankin sinulle uuden lipun Viimeistään tänään klo 15");
    }

    [Fact]
    public async Task A_promise_of_an_earlier_day_is_said_by_its_date()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await house.Answers("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5)));
        house.Clock.Passes(TimeSpan.FromHours(4));
        await house.Answers("Selvisi.", new WhatNext.Solves());
        house.Clock.Passes(TimeSpan.FromDays(3));

        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("kertoo sinulle viimeistään maanantaina 23.11. klo 15.");
        aino.Text.ShouldContain("Pidimme lupauksen.");
    }

    [Fact]
    public async Task When_it_is_the_customers_turn_the_page_says_so_and_keeps_the_reminder_to_itself()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await house.Answers("Mikä on tilausnumerosi?", new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(2), "Hei taas, löytyikö tilausnumero?"));
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Minna Salo odottaa vastaustasi.");
        aino.Text.ShouldContain("Jos emme kuule sinusta, otamme yhteyttä keskiviikkona 25.11. klo 10");
        aino.Text.ShouldNotContain("löytyikö tilausnumero");
    }

    [Fact]
    public async Task Half_an_hour_before_its_time_a_promise_is_marked_as_near()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        house.Clock.Passes(TimeSpan.FromMinutes(225));

        await aino.Opens(aino.Page);

        aino.Html.ShouldContain("promise threatened");
        aino.Text.ShouldContain("Viimeistään tänään klo 14 pian");
    }

    [Fact]
    public async Task When_we_are_late_the_page_says_sorry_and_gives_the_new_time()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        house.Clock.Passes(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));

        await aino.Opens(aino.Page);
        var before = aino.Text;
        await house.Get<KeepWatch>().Look(default);
        await aino.Opens(aino.Page);

        before.ShouldContain("Lupasimme viimeistään tänään klo 14 myöhässä");
        aino.Text.ShouldContain("myöhässä");
        aino.Text.ShouldContain("Uusi aika: viimeistään");
        aino.Text.ShouldContain("Olemme myöhässä, anteeksi. Lupasimme vastata viimeistään tänään klo 14, mutta emme ehtineet.");
    }

    [Fact]
    public async Task An_apology_for_several_matters_never_shows_the_others_on_a_page()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await house.Writes("Salainen toinen asia");
        house.Clock.Passes(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        await house.Get<KeepWatch>().Look(default);

        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Emme ehtineet lupaamaamme aikaan, anteeksi.");
        aino.Text.ShouldNotContain("Salainen");
    }

    [Fact]
    public async Task Words_among_ourselves_are_never_shown()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var ticket = await house.TicketOf();

        await house.Get<WriteNote>().For(ticket.Id, "Sisäinen huomio", [new("salaisuus.txt", "sisäinen"u8.ToArray())], house.Antti, null, default);
        await aino.Opens(aino.Page);

        aino.Text.ShouldNotContain("Sisäinen");
        aino.Text.ShouldNotContain("salaisuus");
        aino.Html.ShouldNotContain("Antti");
    }

    [Fact]
    public async Task A_moved_promise_is_told_in_the_agents_own_message()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var ticket = await house.TicketOf();

        await house.Get<MovePromise>().For(ticket.Id, House.MondayAtTen.AddHours(6), "odotan junayhtiön vastausta", house.Minna, null, default);
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("odotan junayhtiön vastausta");
        aino.Text.ShouldContain("Viimeistään tänään klo 16");
    }

    [Fact]
    public async Task What_somebody_writes_stays_text_whatever_it_looks_like()
    {
        await using var house = await House.Open();
        const string strange = "<script>alert(1)</script> \u202Egnirts 👩‍👩‍👧 شكرا \0 &amp; \"'><img src=x onerror=alert(1)>";

        var aino = await house.Writes(strange);

        aino.Text.ShouldContain("<script>alert(1)</script>");
        aino.Text.ShouldContain("👩‍👩‍👧 شكرا");
        aino.Text.ShouldContain("&amp;");
        aino.Html.ShouldNotContain("<script>");
        aino.Html.ShouldNotContain("<img");
    }

    [Fact]
    public async Task A_long_message_fits_and_a_long_conversation_is_shown_from_its_end()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await Say(105);

        await aino.Opens(aino.Page);
        var short_ = aino.Text;
        await aino.Opens($"{aino.Page}?all=1");

        short_.ShouldContain("Viesti 105.");
        short_.ShouldNotContain("Viesti 1.");
        short_.ShouldContain("Näytä myös aiemmat viestit");
        aino.Text.ShouldContain("Viesti 1.");

        async Task Say(int count)
        {
            var ticket = await house.TicketOf();
            await house.Changes.Make(async db =>
            {
                var one = await db.Tickets.FirstAsync(t => t.Id == ticket.Id);
                for (var i = 1; i <= count; i++)
                    one.CustomerWrites($"Viesti {i}.", Channel.Page, Source.Of("test", $"{i}"), null, house.Clock.Now());
            }, default);
        }
    }

    [Fact]
    public async Task The_page_belongs_to_nobody_elses_cache_or_search_engine()
    {
        await using var house = await House.Open();

        var aino = await house.Writes();

        aino.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        aino.Answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        aino.Answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        aino.Answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        aino.Html.ShouldNotContain("style=");
        aino.Html.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_link_that_is_changed_guessed_or_revoked_opens_nothing()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;
        var changed = page[..^1] + (page[^1] == 'A' ? 'B' : 'A');

        await aino.Opens(changed);
        aino.Status.ShouldBe(HttpStatusCode.NotFound);
        aino.Text.ShouldContain("Tämä linkki ei avaa mitään");
        aino.Text.ShouldContain("apu@satama.example");
        await aino.Opens("/t/" + new string('A', 32));
        aino.Status.ShouldBe(HttpStatusCode.NotFound);
        await aino.Opens("/t/1");
        aino.Status.ShouldBe(HttpStatusCode.NotFound);

        await house.Changes.Make(async db =>
        {
            foreach (var link in await db.CustomerLinks.ToListAsync())
                link.Revoke(house.Clock.Now());
        }, default);
        await aino.Opens(page);
        aino.Status.ShouldBe(HttpStatusCode.NotFound);
        aino.Text.ShouldNotContain("lunastaa");
    }

    [Fact]
    public async Task The_address_of_a_form_leads_back_to_the_page()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var page = aino.Page;

        await aino.Opens($"{page}/deadline");

        aino.Path.ShouldBe(page);
        aino.Status.ShouldBe(HttpStatusCode.OK);
    }
}
