using Lupaus.Core.Outbox;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Identity;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Tests.Smtp;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Live;
using Lupaus.Web.Work.Alerts;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Alerts;

/// <summary>What goes wrong with mail comes to whom it concerns.</summary>
public sealed class MailAlertTests
{
    [Theory, OnBothDatabases]
    public async Task The_owner_hears_of_a_letter_of_which_nobody_knows_whether_it_left_and_again_when_it_breaks_off_again(string on)
    {
        await using var server = new FakeSmtp { ["end"] = FakeSmtp.HangUp };
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Sending = server.Host().Here() });
        var opened = await house.Gets(Mails.Raw());
        var ticket = await house.Ticket(opened.Ticket!.Value);

        await house.SendsLetters();
        await house.SendsLetters();
        (await Told(house, AlertKind.Unsure)).ShouldBe([ticket.OwnerId]);
        var letter = await house.Look(db => db.Outbox.Where(o => o.State == Dispatch.Unknown).Select(o => o.Id).SingleAsync());
        await house.Get<SendAgain>().For(ticket.Id, letter, house.Antti, null, default);
        await house.SendsLetters();

        (await Told(house, AlertKind.Unsure)).ShouldBe([ticket.OwnerId, ticket.OwnerId]);
        (await house.BrowserOf(ticket.OwnerId).Page("/alerts")).ShouldContain("Emme tiedä, lähtikö viestimme");
        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}/history")).ShouldContain("Viestin lähetys katkesi");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task A_mailbox_in_trouble_for_half_an_hour_alerts_the_admins_once_in_each_spell_and_settles_itself(string on)
    {
        await using var house = await House.On(on);
        var id = await house.Has(Boxes.Empty with { Reading = new MailServer("127.0.0.1", 1, MailLock.None) });
        await Change(house, id, m => m.CouldNotBeRead("net.refused", house.Clock.Now()));
        house.Clock.Passes(TimeSpan.FromMinutes(29));
        await Look(house);
        (await Told(house, AlertKind.CannotRead)).ShouldBeEmpty();

        house.Clock.Passes(TimeSpan.FromMinutes(2));
        await Change(house, id, m => m.CouldNotBeRead("login.wrong", house.Clock.Now()));
        await Look(house);
        await Look(house);
        (await Told(house, AlertKind.CannotRead)).ShouldBe([house.Minna]);
        await Change(house, id, m => m.WasRead(house.Clock.Now()));
        await Look(house);

        (await Only(house)).ShouldSatisfyAllConditions(a => a.How.ShouldBe(AlertEnd.Outdated), a => a.ReadAt.ShouldNotBeNull(), a => a.MailboxId.ShouldBe(id));
        await Change(house, id, m => m.CouldNotBeRead("net.refused", house.Clock.Now()));
        house.Clock.Passes(TimeSpan.FromHours(1));
        await Look(house);
        (await Told(house, AlertKind.CannotRead)).ShouldBe([house.Minna, house.Minna]);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task What_no_desk_has_shown_goes_by_mail_with_the_way_to_the_mailbox_and_not_once_it_works(string on)
    {
        await using var house = await House.On(on);
        var letters = new LettersOf(house);
        var (one, other) = (await house.Has(Boxes.Empty, null), await house.Has(Boxes.Empty with { Address = "tuki@satama.example" }, null));
        foreach (var id in new[] { one, other })
            await Change(house, id, m => m.CouldNotSend("login.wrong", house.Clock.Now()));
        house.Clock.Passes(TimeSpan.FromMinutes(31));
        await Look(house);
        await Change(house, other, m => m.Sends());
        house.Clock.Passes(TimeSpan.FromMinutes(2));

        await Look(house);

        var letter = MailReader.Read((await letters.New()).ShouldHaveSingleItem());
        letter.To.Single().Address.ShouldBe("minna@satama.example");
        letter.Subject.ShouldBe("Viestit eivät lähde: apu@satama.example");
        letter.Text.ShouldContain("Viestejä ei ole saatu lähtemään. Alkoi tänään klo 10");
        letter.Text.ShouldContain($"https://satama.example/admin/mailboxes/{one.Value}");
        letter.Text.ShouldNotContain("tuki@satama.example");
    }

    [Fact]
    public async Task An_open_desk_hears_of_it_at_once_and_it_leads_to_the_mailbox_where_it_is_read()
    {
        await using var house = await House.Open();
        var id = await house.Has(Boxes.Empty, null);
        await Change(house, id, m => m.CouldNotSend("login.wrong", house.Clock.Now()));
        house.Clock.Passes(TimeSpan.FromMinutes(31));
        var minna = house.BrowserOf(house.Minna);
        await using (var line = await Line.Open(minna, "/alerts/line"))
        {
            await Look(house);
            var heard = (await line.Until("alert"))[^1].Data;
            heard.ShouldContain("apu@satama.example");
            heard.ShouldContain($"/admin/mailboxes/{id.Value}");
        }

        using var shop = await Caller.Known(house);
        var alert = (await shop.Send(HttpMethod.Get, "/alerts", agent: "minna@satama.example")).Json.GetProperty("alerts")[0];
        (await minna.Page("/alerts")).ShouldContain($"href=\"/admin/mailboxes/{id.Value}\"");

        (alert.Text("kind"), alert.Text("mailbox"), alert.Text("subject"), alert.IsNull("ticket")).ShouldBe(("cannotSend", $"{id.Value}", "apu@satama.example", true));
        (await Only(house)).ReadAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_looks_at_the_mailbox_has_read_of_it_and_a_stopped_one_alerts_nobody()
    {
        await using var house = await House.Open();
        var (id, stopped) = (await house.Has(Boxes.Empty, null), await house.Has(Boxes.Empty with { Address = "tuki@satama.example" }, null));
        await house.Get<KeepMailboxes>().Stop(stopped, house.Minna, default);
        foreach (var box in new[] { id, stopped })
            await Change(house, box, m => m.CouldNotSend("login.wrong", house.Clock.Now()));
        house.Clock.Passes(TimeSpan.FromMinutes(31));
        await Look(house);

        await house.BrowserOf(house.Minna).Page($"/admin/mailboxes/{id.Value}");
        await Look(house);

        (await Only(house)).ReadAt.ShouldNotBeNull();
    }

    private static async Task Look(House house)
    {
        await house.Get<WatchMailboxes>().Look(default);
        await house.Get<SendAlerts>().Look(default);
    }

    private static Task Change(House house, MailboxId id, Action<Mailbox> what) => house.Changes.Make(async db => what(await db.Mailboxes.SingleAsync(m => m.Id == id)), default);

    private static Task<List<AgentId>> Told(House house, AlertKind kind) => house.Look(db => db.Alerts.Where(a => a.Kind == kind).Select(a => a.AgentId).ToListAsync());

    private static Task<Alert> Only(House house) => house.Look(db => db.Alerts.SingleAsync(a => a.MailboxId != null));
}
