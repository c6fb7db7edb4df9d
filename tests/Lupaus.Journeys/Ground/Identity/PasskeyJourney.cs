using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Ground.Identity;

/// <summary>A real browser with an authenticator of its own, as a phone or a laptop has one.</summary>
public sealed class PasskeyJourney
{
    [Fact]
    public async Task A_newcomer_takes_up_the_invitation_with_a_passkey_and_later_signs_in_with_it()
    {
        await using var stage = await Stage.Open();
        var home = Localhost(stage.House);
        var page = await stage.Somebody();
        await GiveAuthenticator(page);

        await page.GotoAsync($"{home}/invitation/{await Invite(stage.House)}");
        await page.IsOpenToEverybody();
        await page.GetByRole(AriaRole.Button, new() { Name = "Luo pääsyavain" }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await page.GotoAsync($"{home}/me");
        await page.IsOpenToEverybody();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirjaudu ulos", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirjaudu pääsyavaimella" }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await page.GotoAsync($"{home}/me");

        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("Liisa Korhonen");
        (await stage.House.Look(db => db.Agents.SingleAsync(a => a.Name == "Liisa Korhonen"))).IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_passkey_has_a_name_and_a_lost_one_opens_nothing_any_more()
    {
        await using var stage = await Stage.Open();
        var home = Localhost(stage.House);
        var page = await stage.Somebody();
        await GiveAuthenticator(page);
        await page.GotoAsync($"{home}/invitation/{await Invite(stage.House)}");
        await page.GetByLabel("Valitse salasana").FillAsync("kolme sanaa ja pilkku");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aloita" }).ClickAsync();
        await page.WaitForURLAsync("**/desk");

        await page.GotoAsync($"{home}/me");
        await page.GetByLabel("Nimi, josta tunnistat sen").FillAsync("Työpuhelin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Luo uusi pääsyavain" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Poista Työpuhelin" }).ClickAsync();
        await page.GetByText("Tallennettu").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirjaudu ulos", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirjaudu pääsyavaimella" }).ClickAsync();

        await page.GetByText("Tätä pääsyavainta emme tunnista").WaitForAsync();
        (await stage.House.Look(db => db.Set<IdentityUserPasskey<long>>().CountAsync())).ShouldBe(0);
    }

    /// <summary>Browsers make passkeys only where nobody can listen: over https, or on one's own machine.</summary>
    private static string Localhost(House house)
    {
        house.Get<IOptions<IdentityPasskeyOptions>>().Value.ServerDomain = "localhost";
        return $"http://localhost:{house.Address.Port}";
    }

    private static async Task GiveAuthenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task<string> Invite(House house)
    {
        var liisa = Agent.Invite("Liisa Korhonen", EmailAddress.Parse("liisa@satama.example"), Role.Agent, [LanguageCode.Fi], house.Minna, house.Clock.GetUtcNow());
        await house.Changes.Make(db =>
        {
            db.AddRange(liisa, Login.Of(liisa.Id, liisa.Email));
            return Task.CompletedTask;
        }, default);
        return await house.Look(db => db.Outbox.Where(o => o.AgentId == liisa.Id).Select(o => o.Secret!).SingleAsync());
    }
}
