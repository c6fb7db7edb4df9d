using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class UnplacedMailsTests
{
    [Theory, OnBothDatabases]
    public async Task What_nobody_could_place_stands_before_the_admins_with_its_reason_newest_first_and_is_counted(string on)
    {
        await using var house = await House.On(on);
        await house.Gets("Subject: Ensimmäinen\r\n\r\nHei"u8.ToArray());
        await house.Gets(Mails.Raw(from: "apu@satama.example", subject: "Toinen"));

        var page = await house.BrowserOf(house.Minna).Page("/admin/mails");

        page.ShouldContain("Viestissä ei ole lähettäjää, jolle voisi vastata.");
        page.ShouldContain("Viesti näyttää tulevan meidän omasta osoitteestamme.");
        page.IndexOf("Toinen", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Ensimmäinen", StringComparison.Ordinal));
        page.ShouldMatch("data-count=\"/admin\"[^>]*>2</b>");
        (await house.BrowserOf(house.Minna).Page("/admin")).ShouldContain("2 odottaa sinua");
        (await house.BrowserOf(house.Antti).GetAsync(new Uri(house.Address, "/admin/mails"))).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task More_than_a_page_goes_on_where_it_ended()
    {
        await using var house = await House.Open();
        for (var i = 0; i < QuarantinedMails.PartLength + 3; i++)
            await house.Gets(Mails.Raw(from: "apu@satama.example", subject: $"Nro {i:00}"));
        var mails = house.Get<QuarantinedMails>();

        var first = await mails.List(null, QuarantinedMails.PartLength, default);
        var rest = await mails.List(first.After, QuarantinedMails.PartLength, default);

        first.Mails.Concat(rest.Mails).Select(m => m.Subject).ShouldBe(Enumerable.Range(0, QuarantinedMails.PartLength + 3).Reverse().Select(i => $"Nro {i:00}"));
        rest.After.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_admin_opens_one_all_the_same_once_and_it_is_on_record(string on)
    {
        await using var house = await House.On(on);
        var mail = await house.Gets(Mails.Raw(from: "apu@satama.example"));
        var place = house.Get<PlaceMail>();

        var opened = await place.OpenAnyway(mail.Id, house.Minna, Source.Of("mail", "n1"), default);
        var again = await place.OpenAnyway(mail.Id, house.Minna, Source.Of("mail", "n1"), default);

        (opened.Fate, again.Ticket).ShouldBe((Fate.Opened, opened.Ticket));
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
        (await house.Look(db => db.Facts.CountAsync(f => f.Kind == nameof(MailOpenedAnyway) && f.ByAgent == house.Minna))).ShouldBe(1);
        (await Should.ThrowAsync<RuleBroken>(place.OpenAnyway(mail.Id, house.Minna, Source.Of("mail", "n2"), default))).Refusal.Key.ShouldBe("mail.placed");
        await house.IsSound();
    }

    [Fact]
    public async Task One_without_a_writer_cannot_be_opened_and_stays_until_it_is_said_to_ask_nothing()
    {
        await using var house = await House.Open();
        var mail = await house.Gets("Subject: ?\r\n\r\nHei"u8.ToArray());
        var place = house.Get<PlaceMail>();

        (await Should.ThrowAsync<RuleBroken>(place.OpenAnyway(mail.Id, house.Minna, null, default))).Refusal.Key.ShouldBe("mail.nobody");
        (await place.ReadAgain(mail.Id, house.Minna, null, default)).Fate.ShouldBe(Fate.Quarantined);
        (await place.Dismiss(mail.Id, house.Minna, null, default)).Fate.ShouldBe(Fate.SetAside);

        (await house.Get<QuarantinedMails>().Count(default)).ShouldBe(0);
        (await house.Look(db => db.ReceivedMails.CountAsync())).ShouldBe(1);
        await house.IsSound();
    }

    [Fact]
    public async Task Read_again_after_what_stood_in_the_way_has_gone_it_finds_its_place()
    {
        await using var house = await House.Open();
        var mail = await house.Gets(Mails.Raw(from: "apu@satama.example"));
        await house.Changes.Make(async db =>
        {
            var company = await db.Companies.SingleAsync();
            db.Entry(company).Property(c => c.Email).CurrentValue = EmailAddress.Parse("palvelu@satama.example");
        }, default);
        house.Clock.Passes(TimeSpan.FromMinutes(1));

        var read = await house.Get<PlaceMail>().ReadAgain(mail.Id, house.Minna, null, default);

        read.Fate.ShouldBe(Fate.Opened);
        await house.IsSound();
    }
}
