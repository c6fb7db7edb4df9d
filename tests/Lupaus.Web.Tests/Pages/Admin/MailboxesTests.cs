using System.Net;
using System.Web;
using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Identity;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lupaus.Web.Tests.Pages.Admin;

public sealed class MailboxesTests
{
    private static readonly (string, string)[] Filled =
    [
        ("Address", "tuki@satama.example"), ("SignsIn", "WithPassword"), ("Password", "hyvin salainen"), ("ReadingHost", "127.0.0.1"), ("ReadingPort", "1143"), ("ReadingLock", "None"),
        ("SendingHost", "localhost"), ("SendingPort", "1025"), ("SendingLock", "None"), ("FinnishSignature", "Sataman tuki"),
    ];

    [Theory, OnBothDatabases]
    public async Task A_mailbox_is_added_changed_stopped_and_removed_and_its_password_is_never_shown(string on)
    {
        await using var house = await House.On(on);
        var minna = house.BrowserOf(house.Minna);
        (await minna.Page("/admin/mailboxes")).ShouldContain("Postilaatikoita ei vielä ole");

        var made = await minna.SendTo("/admin/mailboxes/new", "/admin/mailboxes", Filled);
        var path = made.Headers.Location!.ToString().Split('?')[0];

        var page = await minna.Page(path);
        page.ShouldContain("tuki@satama.example");
        page.ShouldNotContain("hyvin salainen");
        (await house.Look(db => db.Mailboxes.SingleAsync())).Key!.ShouldNotContain("salainen");

        await minna.SendTo(path, path, [.. Filled.Where(f => f.Item1 != "Password"), ("Aliases", "apua@satama.example")]);
        var changed = await house.Look(db => db.Mailboxes.SingleAsync());
        changed.OtherAddresses.ShouldBe(["apua@satama.example"]);
        house.Get<MailboxKeys>().Of(changed)!.Password.ShouldBe("hyvin salainen");

        await minna.SendTo(path, $"{path}/stop");
        (await minna.Page("/admin/mailboxes")).ShouldContain("Pois päältä");
        await minna.SendTo(path, $"{path}/resume");
        await minna.SendTo(path, $"{path}/drop");
        (await house.Look(db => db.Mailboxes.SingleAsync())).Key.ShouldBeNull();
        (await minna.Page("/admin/log")).ShouldContain("Minna Salo poisti postilaatikon: tuki@satama.example");
        (await minna.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("Address", "tuki", "Kirjoita osoite kokonaan")]
    [InlineData("Address", "maija@satama.example", "jonkun meidän oma osoite")]
    [InlineData("Aliases", "kaksi sanaa", "ei ole sähköpostiosoite")]
    [InlineData("ReadingPort", "monta", "Portti on luku")]
    [InlineData("ReadingHost", "mail.example.fi", "Ilman suojattua yhteyttä")]
    [InlineData("SignsIn", "Never", "Postia voi hakea vain kirjautumalla")]
    [InlineData("Password", "rivi\nvaihto", "eikä rivinvaihtoja")]
    public async Task What_cannot_be_is_refused_in_words_and_what_was_typed_stays(string field, string value, string why)
    {
        await using var house = await House.Open();

        var answer = await house.BrowserOf(house.Minna).SendTo("/admin/mailboxes/new", "/admin/mailboxes", [.. Filled.Where(f => f.Item1 != field), (field, value)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Text();
        page.ShouldContain(why);
        page.ShouldContain("Sataman tuki");
        (await house.Look(db => db.Mailboxes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task One_address_leads_to_one_mailbox()
    {
        await using var house = await House.Open();
        await house.Has(Boxes.Empty with { Address = "muu@satama.example", Aliases = "tuki@satama.example" }, null);

        var answer = await house.BrowserOf(house.Minna).SendTo("/admin/mailboxes/new", "/admin/mailboxes", Filled);

        (await answer.Text()).ShouldContain("tuki@satama.example on jo toisella postilaatikolla.");
    }

    [Fact]
    public async Task Trying_it_says_in_plain_words_what_is_wrong()
    {
        await using var house = await House.Open();
        var id = await house.Has(Boxes.Empty with { Sending = new MailServer("127.0.0.1", Lupaus.Mail.Tests.Connecting.Daemon.FreePort(), MailLock.None) });
        var path = $"/admin/mailboxes/{id.Value}";

        var page = await (await house.BrowserOf(house.Minna).SendTo(path, $"{path}/test")).Text();

        page.ShouldContain("Lähettäminen ei vielä toimi.");
        page.ShouldContain("Tästä portista ei vastata.");
    }

    [Theory, OnBothDatabases]
    public async Task An_account_is_connected_by_whoever_allows_it_and_a_question_of_another_is_not_ours(string on)
    {
        var asked = new List<string>();
        await using var house = await House.On(on, b => b.Services.Replace(ServiceDescriptor.Singleton(new TokenHouses(new TokenGiver(asked), new TestClock(House.MondayAtTen)))));
        var minna = house.BrowserOf(house.Minna);
        var made = await minna.SendTo("/admin/mailboxes/new?at=google", "/admin/mailboxes",
            ("Address", "tuki@satama.example"), ("SignsIn", "AtGoogle"), ("ClientId", "us.apps"), ("ClientSecret", "hidden"), ("ReadingHost", "imap.gmail.com"), ("ReadingPort", "993"), ("ReadingLock", "Tls"));
        var path = made.Headers.Location!.ToString().Split('?')[0];

        var asking = await minna.GetAsync($"{path}/connect");
        asking.StatusCode.ShouldBe(HttpStatusCode.Redirect, await asking.Text());
        var consent = asking.Headers.Location!;
        consent.Host.ShouldBe("accounts.google.com");
        var question = HttpUtility.ParseQueryString(consent.Query);
        (question["client_id"], question["redirect_uri"], question["code_challenge_method"], question["access_type"]).ShouldBe(("us.apps", "https://satama.example/admin/mailboxes/connected", "S256", "offline"));

        var madeUp = await minna.GetAsync("/admin/mailboxes/connected?state=made-up&code=x");
        madeUp.StatusCode.ShouldBe(HttpStatusCode.Redirect, await madeUp.Text());
        (await minna.GetAsync($"/admin/mailboxes/connected?state={Uri.EscapeDataString(question["state"]!)}&error=access_denied")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await minna.GetAsync($"/admin/mailboxes/connected?state={Uri.EscapeDataString(question["state"]!)}&code=given")).Headers.Location!.ToString().ShouldContain("saved=connected");

        asked.ShouldHaveSingleItem().ShouldContain("grant_type=authorization_code");
        var stored = await house.Look(db => db.Mailboxes.SingleAsync());
        house.Get<MailboxKeys>().Of(stored)!.RefreshToken.ShouldBe("for good");
        var login = await house.Get<MailboxKeys>().LoginFor(stored, default);
        (login.Value!.IsToken, login.Value.Name).ShouldBe((true, "tuki@satama.example"));
        (await house.Get<MailboxKeys>().LoginFor(stored, default)).IsOk.ShouldBeTrue();
        asked.Count.ShouldBe(2); // the token is used for as long as it holds
    }

    [Fact]
    public async Task Whether_mail_from_the_domain_is_believed_stands_on_a_page_with_what_to_do()
    {
        await using var dns = new Lupaus.Mail.Tests.Connecting.FakeDns { Texts = { ["satama.example"] = ["v=spf1 +all"], ["own._domainkey.satama.example"] = ["v=DKIM1; p=MIGfMA0"] } };
        await using var house = await House.Open(also: b => b.Configuration["Lupaus:Dns"] = dns.At.ToString());
        var id = await house.Has(Boxes.Empty, null);

        var page = await house.BrowserOf(house.Minna).Page($"/admin/mailboxes/{id.Value}/domain?selector=own");

        page.ShouldContain("Se antaa kenen tahansa lähettää nimissänne.");
        page.ShouldContain("own._domainkey.satama.example");
        page.ShouldContain("v=DMARC1; p=quarantine; rua=mailto:apu@satama.example");
    }

    private sealed class TokenGiver(List<string> asked) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"access_token":"short","expires_in":3600,"refresh_token":"for good"}""") };
        }
    }
}
