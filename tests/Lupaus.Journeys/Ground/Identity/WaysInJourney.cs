using Microsoft.Playwright;

namespace Lupaus.Journeys.Ground.Identity;

/// <summary>Getting in when it takes two steps, and when the password is gone: nobody else is needed for either.</summary>
public sealed class WaysInJourney(SharedStage shared) : IClassFixture<SharedStage>
{
    private readonly Stage stage = shared.Stage;

    [Fact]
    public async Task With_a_second_factor_one_comes_in_by_a_code_from_the_phone_or_by_a_recovery_code()
    {
        var email = await stage.HasPassword(stage.House.Antti);
        var antti = await stage.AtTheDesk(stage.House.Antti);
        await antti.GotoAsync("/me");
        await antti.Presses("Ota käyttöön");
        var key = await antti.Locator("code.key").InnerTextAsync();
        await antti.Types("Sovelluksen näyttämä koodi", "000 000");
        await antti.Presses("Vahvista");
        await antti.IsToldAt("#code", "Koodi ei täsmännyt.");
        await antti.Types("Sovelluksen näyttämä koodi", AuthenticatorApp.Code(key));
        await antti.Presses("Vahvista");
        await antti.IsAt("Palautuskoodisi");
        var codes = await antti.Locator(".codes code").AllInnerTextsAsync();

        await antti.SignsOut();
        await antti.SignsIn(email, Stage.Password);
        await antti.IsAt("Vielä koodi");
        await antti.Types("Koodi", AuthenticatorApp.Code(key));
        await antti.Presses("Jatka");
        await antti.WaitForURLAsync("**/desk");

        await antti.SignsOut();
        await antti.SignsIn(email, Stage.Password);
        await antti.Types("Koodi", codes[0]);
        await antti.Presses("Jatka");
        await antti.WaitForURLAsync("**/desk");
        await antti.GotoAsync("/me");
        await antti.Sees("Palautuskoodeja jäljellä: 7");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_forgotten_password_is_replaced_by_a_letter_without_anyones_help(bool scripts)
    {
        var agent = scripts ? stage.House.Maija : stage.House.Minna;
        var email = await stage.HasPassword(agent);
        const string Newer = "toinen lause ilman kiirettä";
        var page = await stage.Somebody(scripts: scripts);

        await page.SignsIn(email, "en muista enää");
        await page.Sees("Sähköposti ja salasana eivät sovi yhteen.");
        await page.Follows("Unohtuiko salasana?");
        await page.Types("Sähköposti", email);
        await page.Presses("Lähetä linkki");
        await page.IsAt("Katso sähköpostisi");
        var link = await stage.LinkInLetterTo(email);
        await page.GotoAsync(link);
        await page.IsAt("Hei taas,");
        await page.Types("Valitse salasana", Newer);
        await page.Presses("Ota käyttöön");
        await page.WaitForURLAsync("**/desk");

        await page.SignsOut();
        await page.SignsIn(email, Stage.Password);
        await page.Sees("Sähköposti ja salasana eivät sovi yhteen.");
        await page.SignsIn(email, Newer);
        await page.WaitForURLAsync("**/desk");
        await page.GotoAsync(link);
        await page.IsAt("Tämä linkki ei enää avaa ovea");
    }

    [Fact]
    public async Task Who_has_a_computer_whose_clock_runs_ahead_comes_in_all_the_same()
    {
        await using var ours = await Stage.Open();
        ours.House.Clock.Becomes(DateTimeOffset.UtcNow.AddDays(-60));

        var antti = await ours.AtTheDesk(ours.House.Antti);

        await antti.GotoAsync("/me");
        await antti.IsAt("Antti Laine");
    }
}
