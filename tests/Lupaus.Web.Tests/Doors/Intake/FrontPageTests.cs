using System.Net;
using System.Text;
using Lupaus.Ground.Files;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Intake;

public sealed class FrontPageTests
{
    [Theory]
    [InlineData("fi", "Miten voimme auttaa?", "Olemme auki tänään klo 16 asti.")]
    [InlineData("sv", "Hur kan vi hjälpa dig?", "Vi har öppet. Vi stänger i dag kl. 16.")]
    [InlineData("en", "How can we help?", "We're open. We close today at 16:00.")]
    public async Task Everybody_is_asked_how_we_can_help_in_their_own_language(string language, string question, string open)
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser(language));

        await aino.Opens("/");

        aino.Text.ShouldContain(question);
        aino.Text.ShouldContain(open);
        aino.Text.ShouldContain("010 123 4567");
        aino.Html.ShouldContain($"<html lang=\"{language}\"");
    }

    [Fact]
    public async Task At_night_the_page_says_when_we_open()
    {
        await using var house = await House.Open();
        house.Clock.Becomes(House.MondayAtTen.AddHours(8));
        var aino = new Guest(house.Browser());

        await aino.Opens("/");

        aino.Text.ShouldContain("Olemme nyt kiinni. Avaamme huomenna klo 9.");
    }

    [Theory]
    [InlineData("fi", "Lippua ei voi lunastaa", "Viestisi tuli perille", "Minna Salo vastaa sinulle.", "Viimeistään tänään klo 14")]
    [InlineData("sv", "Biljetten kan inte lösas in", "Ditt meddelande har kommit fram", "Antti Laine svarar dig.", "Senast i dag kl. 14")]
    [InlineData("en", "The ticket can't be redeemed", "We've got your message", "Minna Salo will answer you.", "By 14:00 today")]
    public async Task Who_writes_has_a_name_and_a_time_at_once(string language, string message, string thanks, string who, string when)
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser(language));

        await aino.Opens("/");
        await aino.Sends("/", ("name", "Aino Testinen"), ("reach", "aino@example.fi"), ("message", message));

        aino.Page.ShouldStartWith("/t/");
        aino.Text.ShouldContain(thanks);
        aino.Text.ShouldContain(who);
        aino.Text.ShouldContain(when);
    }

    [Fact]
    public async Task A_telephone_number_is_enough()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", ("reach", "040 123 4567"), ("message", "Soittakaa minulle"));

        aino.Text.ShouldContain("Minna Salo vastaa sinulle.");
        aino.Text.ShouldNotContain("sähköpostiisi");
        (await house.Look(db => db.Contacts.SingleAsync())).Value.ShouldBe("+358401234567");
    }

    [Theory]
    [InlineData("reach", "", "Kerro sähköpostiosoite tai puhelinnumero, jotta voimme vastata.")]
    [InlineData("reach", "aino(at)example.fi", "ei näytä sähköpostiosoitteelta eikä puhelinnumerolta")]
    [InlineData("reach", "aino@example", "ei näytä sähköpostiosoitteelta")]
    [InlineData("message", " \n ", "Viesti on vielä tyhjä.")]
    [InlineData("message", "\0\u0001", "Viesti on vielä tyhjä.")]
    [InlineData("deadline-day", "2026-11-22", "Aika on jo mennyt. Valitse myöhempi.")]
    [InlineData("deadline-day", "2028-11-22", "Aika on yli vuoden päässä.")]
    [InlineData("deadline-day", "ensi tiistaina", "Emme ymmärtäneet tätä aikaa.")]
    [InlineData("deadline-time", "09:59", "Aika on jo mennyt. Valitse myöhempi.")]
    [InlineData("deadline-time", "25:00", "Emme ymmärtäneet tätä aikaa.")]
    [InlineData("website", "https://spam.example", "Varmistetaan vielä, että olet ihminen.")]
    public async Task What_is_wrong_is_said_in_place_and_nothing_typed_is_lost(string field, string value, string said)
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());
        (string Name, string Value)[] fields = [("name", "Aino \"Aikku\" Testinen"), ("reach", "aino@example.fi"), ("message", "Lippua ei voi\nlunastaa <nyt>")];

        await aino.Opens("/");
        await aino.Sends("/", [.. fields.Where(f => f.Name != field), (field, value)]);

        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain(said);
        if (field != "message")
            aino.Text.ShouldContain("Lippua ei voi lunastaa <nyt>");
        aino.Html.ShouldContain("Aino &quot;Aikku&quot; Testinen");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_filled_the_trap_by_accident_only_has_to_send_again()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", ("reach", "aino@example.fi"), ("message", "Lippua ei voi lunastaa"), ("website", "Aino Oy"));
        await aino.Sends("/", ("reach", "aino@example.fi"), ("message", "Lippua ei voi lunastaa"));

        aino.Status.ShouldBe(HttpStatusCode.OK);
        aino.Page.ShouldStartWith("/t/");
    }

    [Fact]
    public async Task A_name_too_long_is_refused()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", ("name", new string('A', 101)), ("reach", "aino@example.fi"), ("message", "Hei"));

        aino.Text.ShouldContain("Nimi on liian pitkä: enintään 100 merkkiä mahtuu.");
    }

    [Fact]
    public async Task A_million_characters_are_refused_and_handed_back()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());
        var million = new string('ä', 1_000_000);

        await aino.Opens("/");
        await aino.Sends("/", ("reach", "aino@example.fi"), ("message", million));

        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain("Viesti on liian pitkä");
        aino.Html.ShouldContain(million);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_matter()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        var form = aino.Hidden("/").Concat([("reach", "aino@example.fi"), ("message", "Lippua ei voi lunastaa")]).ToArray();
        await aino.Sends("/", form);
        await aino.Opens("/");
        await aino.Sends("/", form);

        aino.Text.ShouldContain("Viestisi tuli perille");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Something_else_written_after_going_back_is_a_new_matter_and_not_lost()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        var form = aino.Hidden("/").Append(("reach", "aino@example.fi")).ToArray();
        await aino.Sends("/", [.. form, ("message", "Lippua ei voi lunastaa")]);
        await aino.Opens("/");
        await aino.Sends("/", [.. form, ("message", "Ja vielä kuitista")]);

        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_form_from_somewhere_else_is_not_taken_but_its_words_are_kept()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", ("__RequestVerificationToken", "CfDJ8-stale"), ("reach", "aino@example.fi"), ("message", "Pitkään kirjoitettu viesti"));

        aino.Status.ShouldBe(HttpStatusCode.BadRequest);
        aino.Text.ShouldContain("Sivu oli auki pitkään");
        aino.Text.ShouldContain("Pitkään kirjoitettu viesti");
        await aino.Sends("/", ("reach", "aino@example.fi"), ("message", "Pitkään kirjoitettu viesti"));
        aino.Page.ShouldStartWith("/t/");
    }

    [Fact]
    public async Task A_time_we_can_not_make_is_answered_honestly()
    {
        await using var house = await House.Open();
        house.Clock.Becomes(House.MondayAtTen.AddHours(8));
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", ("reach", "aino@example.fi"), ("message", "Juna lähtee pian"), ("deadline-time", "18.20"));

        aino.Text.ShouldContain("Tarvitset vastauksen viimeistään tänään klo 18.20.");
        aino.Text.ShouldContain("Emme voi luvata, että ehdimme ajoissa");
        aino.Text.ShouldContain("Varminta on soittaa: 010 123 4567");
    }

    [Fact]
    public async Task A_time_we_can_make_moves_the_promise_before_it()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", ("reach", "aino@example.fi"), ("message", "Juna lähtee kahdelta"), ("deadline-day", "2026-11-23"), ("deadline-time", "12:00"));

        aino.Text.ShouldContain("Viimeistään tänään klo 11");
        aino.Text.ShouldContain("Lupauksemme ehtii ajoissa.");
    }

    [Fact]
    public async Task Ten_files_come_with_the_message_and_an_eleventh_is_one_too_many()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());
        var ten = Enumerable.Range(1, 10).Select(n => ($"kuitti-{n}.txt", Encoding.UTF8.GetBytes($"kuitti {n}"))).ToArray();

        await aino.Opens("/");
        await aino.Sends("/", [.. ten, ("kuitti-11.txt", "kuitti 11"u8.ToArray())], ("reach", "aino@example.fi"), ("message", "Kuitit"));
        var refused = aino.Text;
        await aino.Sends("/", ten, ("reach", "aino@example.fi"), ("message", "Kuitit"));

        refused.ShouldContain("Tiedostoja on liikaa: enintään 10 kerralla.");
        refused.ShouldContain("Valitse myös tiedostot uudelleen");
        aino.Text.ShouldContain("kuitti-10.txt 1 kt");
    }

    [Fact]
    public async Task An_empty_file_is_pointed_out()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", [("tyhjä.pdf", [])], ("reach", "aino@example.fi"), ("message", "Kuitit"));

        aino.Text.ShouldContain("Jokin tiedostoista on tyhjä.");
    }

    [Fact]
    public async Task A_file_too_big_is_refused_and_the_words_are_kept()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", [("video.mp4", new byte[Attachment.MaxBytes + 1])], ("reach", "aino@example.fi"), ("message", "Katsokaa videota"));

        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain("yhden tiedoston koko voi olla enintään 20 Mt");
        aino.Text.ShouldContain("Katsokaa videota");
    }

    [Fact]
    public async Task Far_too_much_at_once_is_answered_in_words()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        await aino.Sends("/", [("a.bin", new byte[20_000_000]), ("b.bin", new byte[20_000_000]), ("c.bin", new byte[20_000_000])], ("reach", "aino@example.fi"), ("message", "Hei"));

        aino.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        aino.Text.ShouldContain("Tämä oli liian iso lähetettäväksi kerralla");
    }

    [Fact]
    public async Task Before_the_company_has_opened_the_page_asks_to_come_back()
    {
        await using var house = await House.Open(withCompany: false);
        var aino = new Guest(house.Browser());

        await aino.Opens("/");

        aino.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        aino.Text.ShouldContain("Emme ole vielä avanneet");
    }

    [Fact]
    public async Task Somebody_who_floods_us_is_asked_to_wait()
    {
        await using var house = await House.Open();
        var aino = new Guest(house.Browser());

        await aino.Opens("/");
        for (var i = 0; i < 40 && aino.Status != HttpStatusCode.TooManyRequests; i++)
        {
            await aino.Opens("/");
            await aino.Sends("/", ("reach", ""));
        }

        aino.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        aino.Text.ShouldContain("Hetki vielä");
        aino.Text.ShouldContain("Satama Palvelut Oy");
    }

    [Fact]
    public async Task Things_that_are_no_form_are_turned_away_politely()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();

        var answer = await browser.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Lomake ei tullut perille kokonaisena");
    }
}
