using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests;
using Lupaus.Web.Work.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Alerts;

/// <summary>Maija with two tabs open, and Antti who needs her.</summary>
public sealed class AlertJourney
{
    // Each sound goes through a volume of its own.
    private const string CountSounds = """
        const made = AudioContext.prototype.createGain;
        window.sounds = 0;
        AudioContext.prototype.createGain = function () { window.sounds++; return made.call(this); };
        """;

    [Fact]
    public async Task A_mention_shows_in_every_tab_sounds_in_one_and_is_gone_when_the_ticket_is_opened()
    {
        await using var stage = await Stage.Open();
        var ticket = await Matter(stage.House, stage.House.Antti);
        var (one, other) = await TwoTabs(stage);

        var antti = await stage.AtTheDesk(stage.House.Antti);
        await antti.GotoAsync($"/desk/{ticket.Reference}");
        await MentionsByKeyboard(antti);

        foreach (var tab in new[] { one, other })
            await Toast(tab).GetByText("Antti mainitsi sinut muistiinpanossa").WaitForAsync();
        await Assertions.Expect(one.Locator("[data-count='/alerts']")).ToHaveTextAsync("1");
        await one.IsOpenToEverybody();
        await SoundTogether(one, other, 1);

        await Toast(one).GetByRole(AriaRole.Link).ClickAsync();
        await one.Locator(".note .called.me").GetByText("@Maija").WaitForAsync();
        await Assertions.Expect(Toast(other)).ToHaveCountAsync(0);
        await Assertions.Expect(other.Locator("[data-count='/alerts']")).ToBeHiddenAsync();
        (await stage.House.Look(db => db.Alerts.CountAsync(a => a.ReadAt == null && a.AgentId == stage.House.Maija))).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_looks_at_the_very_ticket_sees_it_and_hears_nothing()
    {
        await using var stage = await Stage.Open();
        var ticket = await Matter(stage.House, stage.House.Maija);
        var maija = await AtTheDeskWithEars(stage);
        await maija.GotoAsync($"/desk/{ticket.Reference}");
        await maija.Locator("#way-note").CheckAsync(new() { Force = true });
        stage.House.Clock.Becomes(ticket.Promise!.Due.AddMinutes(-20));

        await stage.House.Get<WatchAlerts>().Look(default);

        await Toast(maija).GetByText("Lupauksen aika loppuu").WaitForAsync();
        await Assertions.Expect(maija.Locator("[data-pressing] .toast")).ToHaveCountAsync(1);
        (await maija.EvaluateAsync<int>("window.sounds")).ShouldBe(0);
        await maija.Presses("Sulje");
        await Assertions.Expect(Toast(maija)).ToHaveCountAsync(0);
    }

    private static async Task<Ticket> Matter(House house, AgentId owner)
    {
        var opened = await house.Get<OpenTicket>().From(new NewMatter("Aino Testinen", EmailAddress.Parse("aino@example.fi"), null, "Lippua ei voi lunastaa.", LanguageCode.Fi, Channel.Form, Source.Of("journey", "1")), default);
        await house.Get<TakeUntouched>().For(opened.Id, owner, OvertakeReason.KnowsIt, null, default);
        return await house.Look(db => db.Tickets.AsNoTracking().FirstAsync(t => t.Id == opened.Id));
    }

    private static async Task<(IPage One, IPage Other)> TwoTabs(Stage stage)
    {
        var one = await AtTheDeskWithEars(stage);
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync("/desk");
        // Browsers let a page sound once somebody has used it.
        foreach (var tab in new[] { one, other })
            await tab.Locator("body").ClickAsync(new() { Position = new() { X = 720, Y = 870 } });
        return (one, other);
    }

    private static async Task<IPage> AtTheDeskWithEars(Stage stage)
    {
        var page = await stage.Somebody();
        await page.Context.AddInitScriptAsync(CountSounds);
        await page.SignsIn(await stage.HasPassword(stage.House.Maija), Stage.Password);
        await page.WaitForURLAsync("**/desk");
        return page;
    }

    private static async Task MentionsByKeyboard(IPage page)
    {
        await page.Locator("body").PressAsync("m");
        await page.Locator("#note").PressSequentiallyAsync("Hei @");
        await page.Locator("[data-whom] [role=option]").First.WaitForAsync();
        await page.Keyboard.TypeAsync("mai");
        await Assertions.Expect(page.Locator("[data-whom] [role=option]")).ToHaveCountAsync(1);
        await page.IsOpenToEverybody();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("tiedätkö tästä?");
        (await page.Locator("#note").InputValueAsync()).ShouldBe("Hei @Maija tiedätkö tästä?");
        await page.Presses("Tallenna muistiinpano");
    }

    private static ILocator Toast(IPage page) => page.Locator(".toasts .toast");

    private static async Task SoundTogether(IPage one, IPage other, int times)
    {
        async Task<int> Heard() => await one.EvaluateAsync<int>("window.sounds") + await other.EvaluateAsync<int>("window.sounds");
        for (var patience = 0; patience < 50 && await Heard() < times; patience++)
            await one.WaitForTimeoutAsync(100);
        // Every tab has had its turn: the lock of an alert is held for two seconds.
        await one.WaitForTimeoutAsync(2500);
        (await Heard()).ShouldBe(times);
    }
}
