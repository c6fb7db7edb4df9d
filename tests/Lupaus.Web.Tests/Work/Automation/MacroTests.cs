using System.Net;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Api;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Automation;

public sealed class MacroTests
{
    [Theory, OnBothDatabases]
    public async Task Run_at_the_desk_it_does_all_it_says_and_puts_the_words_beside_what_was_typed(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var saved = await house.Saved("Kuitti", "Kuitti on liitteenä, {{firstname}}.");
        await house.Macro("Kuittipyyntö", new GiveTo(Receiver.Person, house.Maija), new SetGoal("kuitti tänään"), new SetDeadline(3), new LeaveNote("Tarkista summa."), new PutSavedReply(saved), new ChooseNext(NextStep.Act, 2, "uusi kuitti"));
        var antti = house.BrowserOf(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        (await antti.Page(page)).ShouldContain("Muistiinpano: Tarkista summa.");
        (await antti.Runs(ticket, await house.Only(), ("body", "Hei Aino,\n\nkatson asiaa."))).IsDone.ShouldBeTrue();

        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(
            t => t.OwnerId.ShouldBe(house.Maija), t => t.Goal.ShouldBe("kuitti tänään"), t => t.Deadline.ShouldBe(House.MondayAtTen.AddHours(3).ToUniversalTime()), t => t.IsOpen.ShouldBeTrue());
        var shown = await antti.Page(page);
        shown.ShouldContain("Hei Aino,\n\nkatson asiaa.\n\nKuitti on liitteenä, Aino.");
        shown.ShouldContain("value=\"uusi kuitti\"");
        shown.ShouldContain("id=\"next-act\" value=\"act\" required checked");
        (await antti.Page($"{page}/history")).ShouldContain("Antti Laine ajoi makron: Kuittipyyntö");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task What_one_part_refuses_stops_all_of_it_and_the_page_says_which_and_why(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(Lupaus.Core.Promises.PromiseKind.Act, House.MondayAtTen.AddHours(4)));
        await house.Macro("Siirto", new SetGoal("kuitti tänään"), new GiveTo(Receiver.Person, house.Maija));
        var antti = house.BrowserOf(house.Antti);

        var stopped = await antti.Runs(ticket, await house.Only(), ("body", "Olin juuri kirjoittamassa."));

        stopped.Status.ShouldBe(HttpStatusCode.Conflict);
        stopped.Html.ShouldContain("Makro ”Siirto” pysähtyi kohtaan ”Hoitajaksi: Maija Virtanen”");
        stopped.Html.ShouldContain("Joku meistä on jo vastannut asiakkaalle.");
        stopped.Html.ShouldContain("Olin juuri kirjoittamassa.");
        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.Goal.ShouldBeNull(), t => t.OwnerId.ShouldBe(house.Antti));
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task A_greeting_that_stood_there_alone_gives_way_to_words_that_greet()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Macro("Tervehdys", new PutSavedReply(await house.Saved("Hei", "Hei {{firstname}}, kiitos viestistäsi!")));
        var antti = house.BrowserOf(house.Antti);

        await antti.Runs(ticket, await house.Only(), ("body", "Hei Aino,"), ("greeting", "Hei Aino,"));

        (await house.Look(db => db.Unsent.SingleAsync())).Reply!.ShouldContain("body=Hei%20Aino,%20kiitos");
    }

    [Fact]
    public async Task Pressed_twice_it_is_run_once()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var macro = await house.Macro("Huomio", new LeaveNote("Soitettu."));
        var press = house.Nonce();

        await house.Get<RunMacro>().For(ticket.Id, macro, house.Antti, null, press, default);
        await house.Get<RunMacro>().For(ticket.Id, macro, house.Antti, null, press, default);

        (await house.Look(db => db.Messages.CountAsync(m => m.Direction == Direction.Note))).ShouldBe(1);
    }

    [Fact]
    public async Task Ones_own_macros_are_written_at_ones_own_page_and_nobody_else_sees_them()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));

        (await antti.Send("/me/macros", "/me/macros", ("name", "Minun"), ("goal", "lippu"))).IsDone.ShouldBeTrue();
        var nameless = await antti.Send("/me/macros?done=none", "/me/macros", new Dictionary<string, string?> { ["name"] = " ", ["note"] = "Tallella" }, "Minun");

        nameless.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nameless.Html.ShouldContain("Anna makrolle nimi");
        nameless.Html.ShouldContain("Tallella");
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldContain("Tavoitteeksi: lippu");
        (await maija.Page($"/desk/{ticket.Reference}")).ShouldNotContain("Tavoitteeksi: lippu");
        (await antti.GetStringAsync("/desk/anything?ticket=true&q=minun")).ShouldContain("macro-");
        (await maija.GetStringAsync("/desk/anything?ticket=true&q=minun")).ShouldNotContain("macro-");
        await Should.ThrowAsync<RuleBroken>(async () => await house.Get<RunMacro>().For(ticket.Id, await house.Only(), house.Maija, null, null, default));
    }

    [Fact]
    public async Task Everybodys_macros_are_kept_by_admins()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var minna = house.BrowserOf(house.Minna);

        (await minna.Send("/admin/macros", "/admin/macros", ("name", "Kaikkien"), ("goal", "lippu"))).IsDone.ShouldBeTrue();
        var id = (await house.Only()).Value;

        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldContain("Kaikkien");
        (await minna.Send("/admin/macros", $"/admin/macros/{id}/drop")).IsDone.ShouldBeTrue();
        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldNotContain("Kaikkien");
    }

    [Fact]
    public async Task A_program_that_acts_for_an_agent_runs_macros_too_and_gets_the_words_to_send()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        using var admin = new Caller(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("keeper", ApiScope.Admin), Actor.Lupaus, default));
        var reference = await shop.Opens();
        var saved = await house.Saved("Kuitti", "Kuitti on liitteenä.");

        var body = new { name = "Kuitti", deeds = new object[] { new Dictionary<string, object> { ["do"] = "putSavedReply", ["saved"] = $"{saved.Value}" }, new Dictionary<string, object> { ["do"] = "chooseNext", ["step"] = "solves" } } };
        var written = await shop.Post("/macros", body);
        written.Status.ShouldBe(201);
        (await shop.Post("/macros", new { body.name, body.deeds, shared = true })).Status.ShouldBe(403);
        (await admin.Post("/macros", new { body.name, body.deeds, shared = true })).Status.ShouldBe(201);
        var run = await shop.Post($"/tickets/{reference}/macros/{written.Json.Text("id")}", once: "run-1");

        run.Status.ShouldBe(200);
        run.Json.GetProperty("reply").Text("text").ShouldBe("Kuitti on liitteenä.");
        run.Json.GetProperty("reply").Text("next").ShouldBe("solves");
        run.Json.GetProperty("ticket").GetProperty("owner").Text("email").ShouldEndWith("@satama.example");
        (await shop.Get($"/tickets/{reference}")).Json.GetProperty("messages").GetArrayLength().ShouldBe(2);
        (await shop.Post("/macros", new { name = "Outo", deeds = new[] { new Dictionary<string, string> { ["do"] = "flyToTheMoon" } } })).Status.ShouldBe(400);
        (await shop.Post("/macros", new { name = "Vajaa", deeds = new[] { new Dictionary<string, string> { ["do"] = "setGoal" } } })).Status.ShouldBe(400);
    }
}

internal static class WithMacros
{
    public static Task<MacroId> Macro(this House house, string name, params Deed[] deeds) =>
        house.Get<WriteMacro>().For(null, new WishedMacro(name, deeds, IsShared: true), house.Minna, isAdmin: true, house.Nonce(), default);

    public static async Task<SavedReplyId> Saved(this House house, string name, string words)
    {
        await house.Get<WriteSavedReply>().For(null, name, new SavedTexts(words, null, null), false, house.Minna, house.Nonce(), default);
        return (await house.Look(db => db.SavedReplies.SingleAsync(s => s.Name == name))).Id;
    }

    public static async Task<MacroId> Only(this House house) => (await house.Look(db => db.Macros.SingleAsync())).Id;

    /// <summary>The button of the macro belongs to the reply's form, so the whole form comes along.</summary>
    public static async Task<Answer> Runs(this HttpClient browser, Ticket ticket, MacroId macro, params (string Name, string Value)[] typed)
    {
        var page = await browser.Page($"/desk/{ticket.Reference}");
        string Hidden(string name) => System.Text.RegularExpressions.Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;
        var fields = typed.ToDictionary(t => t.Name, t => (string?)t.Value);
        fields["__RequestVerificationToken"] = Hidden("__RequestVerificationToken");
        fields["nonce"] = Guid.NewGuid().ToString("N");
        return await browser.Send($"/desk/{ticket.Reference}/macros/{macro.Value}", fields);
    }

    /// <summary>Where several forms of a page lead to the same address, the one that is sent is the first.</summary>
    public static async Task<Answer> Send(this HttpClient browser, string page, string action, Dictionary<string, string?> fields, string beside)
    {
        var html = await browser.Page(page);
        html.ShouldContain(beside);
        fields["__RequestVerificationToken"] = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]*)\"").Groups[1].Value;
        return await browser.Send(action, fields);
    }
}
