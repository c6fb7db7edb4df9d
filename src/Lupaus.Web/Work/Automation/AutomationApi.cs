using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lupaus.Ground.Api;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Work.Automation;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

// What is left out is null, and told by its name where it is needed.
public sealed record MacroWishJson(string? Name = null, IReadOnlyList<Deed>? Deeds = null, bool? Shared = null);

public sealed record MacroJson(MacroId Id, string Name, bool Shared, IReadOnlyList<Deed> Deeds);

/// <param name="Reply">What the macro would put into the agent's reply: send it with POST …/replies, as it is or changed.</param>
public sealed record MacroRunJson(TicketJson Ticket, PutInJson? Reply);

public sealed record PutInJson(string? Text, NextStep? Next, DateTimeOffset? Due, string? Words);

public sealed record RuleWishJson(string? Name = null, Trigger? When = null, IReadOnlyList<Condition>? If = null, IReadOnlyList<Deed>? Then = null);

/// <param name="Name">Not needed to try it.</param>
public sealed record TriedRuleJson(string? Name = null, Trigger? When = null, IReadOnlyList<Condition>? If = null, IReadOnlyList<Deed>? Then = null);

public sealed record SwitchJson(bool? On);

public sealed record RuleJson(RuleId Id, string Name, bool IsOn, DateTimeOffset? OnSince, int Place, Trigger When, IReadOnlyList<Condition> If, IReadOnlyList<Deed> Then);

/// <summary>What a rule would have done; the newest of it in the list.</summary>
public sealed record DryRunJson(DateTimeOffset From, DateTimeOffset Until, int Tickets, int Times, bool IsAll, IReadOnlyList<Deed> Does, IReadOnlyList<WouldTouchJson> Newest);

/// <summary>A ticket that the rule would have touched, and how it stood then.</summary>
public sealed record WouldTouchJson(string Reference, string Subject, DateTimeOffset At, TopicId Topic, AgentId Owner);

internal static class AutomationApi
{
    private const string Area = "Macros and rules";

    private static readonly JsonSerializerOptions Json = new(Api.Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AutomationJson.NameKinds } },
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What is wrong with deeds as they are written, whoever does them.</summary>
    private static readonly string[] DeedsMayStop = ["deed.none", "deed.many", "deed.agent", "deed.hours", "deed.note", "ticket.goal"];

    private static readonly string[] RulesMayStop =
        ["rule.event", "rule.time", "rule.since", "condition.twice", "condition.choices", "condition.words", "condition.addresses", "deed.notforrules", .. DeedsMayStop];

    private static object ExampleMacro => new { name = "Lasku selvitykseen", deeds = new object[] { new { @do = "setGoal", goal = "Lasku on oikein" }, new { @do = "chooseNext", step = "findOut", workingHours = 8 } } };

    private static object ExampleRule => new { name = "Laskut", when = new { @event = "arrived" }, @if = new object[] { new { @if = "wordsAre", words = new[] { "lasku", "faktura" } } }, then = new object[] { new { @do = "setGoal", goal = "Lasku on oikein" } } };

    private static object ExampleTried => new { when = new { @event = "customerWrote", amount = 2, unit = "hours" }, @if = new object[] { new { @if = "turnIs", turn = "ours" } }, then = new object[] { new { @do = "alertByMail", whom = "owner" } } };

    public static void MapAutomationApi(this RouteGroupBuilder api)
    {
        api.MapGet("/macros", async (ApiCaller caller, KnownAutomation known, CancellationToken stop) =>
            Answer((await known.Now(stop)).MacrosFor(await caller.SomeAgent(stop)).Select(Of)))
            .Told(Area, "List macros", "Everybody's, and the agent's own, by name.").Gives<IReadOnlyList<MacroJson>>().ActsFor(AgentWanted.Always);
        api.MapPost("/macros", WriteMacro)
            .Told(Area, "Write a macro", "Several deeds that are done with one choice, each kind once: the agent's own, or with `shared` everybody's, which takes a key with the scope `admin`.")
            .Takes<MacroWishJson>(ExampleMacro, "name", "deeds").Gives<MacroJson>(201).MayRefuse([.. DeedsMayStop, "macro.name", "macro.many", "deed.notformacros", "deed.next.needless", "promise.words.long", "deed.saved"]);
        api.MapPost("/tickets/{reference}/macros/{id}", RunMacro)
            .Told(Area, "Run a macro", "All its deeds are done to the ticket in one change, or none. Words and the next step come back as `reply`, null when there are none: send them with `POST …/replies`, as they are or changed.")
            .Gives<MacroRunJson>().MayRefuse("macro.unknown", "ticket.closed", "ticket.merged", "deed.topic", "deed.begun", "deed.agent.left", "deed.saved");
        api.MapGet("/rules", async (RuleLog rules, CancellationToken stop) => Answer((await rules.All(stop)).Select(r => Of(r.Rule)))).NeedsScope(ApiScope.Admin)
            .Told(Area, "List rules", "In the order in which they act, those that are off too.").Gives<IReadOnlyList<RuleJson>>();
        api.MapPost("/rules", (HttpContext context, ApiCaller caller, WriteRule write, RuleLog rules, CancellationToken stop) => WriteRule(null, context, caller, write, rules, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "Write a rule", "When something happens, if all of the conditions hold, the deeds are done without anybody's doing. A new rule is off: see first what it would have done, then switch it on.")
            .Takes<RuleWishJson>(ExampleRule, "name", "when", "then").Gives<RuleJson>(201).MayRefuse([.. RulesMayStop, "rule.name", "rule.many"]);
        api.MapPost("/rules/dry-run", async (HttpContext context, DryRun dry, CancellationToken stop) => await WouldHave(await Tried(context), dry, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "See what a rule would have done", "In the last thirty days, had it been on. Nothing is done and nothing is kept; the fifty newest of it are listed.")
            .Takes<TriedRuleJson>(ExampleTried, "when", "then").Gives<DryRunJson>().OnlyAsks().MayRefuse(RulesMayStop);
        api.MapPost("/rules/{id}", (string id, HttpContext context, ApiCaller caller, WriteRule write, RuleLog rules, CancellationToken stop) => WriteRule(RuleId.From(Number(id, "rule.unknown")), context, caller, write, rules, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "Write a rule anew", "Its name and all that it says. One that is on acts by its new words from now on.")
            .Takes<RuleWishJson>(ExampleRule, "name", "when", "then").Gives<RuleJson>().MayRefuse([.. RulesMayStop, "rule.name", "rule.unknown"]);
        api.MapGet("/rules/{id}/dry-run", async (string id, RuleLog rules, DryRun dry, CancellationToken stop) => await WouldHave((await One(id, rules, stop)).Text, dry, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "See what this rule would have done", "In the last thirty days, had it been on; the fifty newest of it are listed.").Gives<DryRunJson>().MayRefuse("rule.unknown");
        api.MapPost("/rules/{id}/switch", async (string id, HttpContext context, ApiCaller caller, SwitchRule turn, RuleLog rules, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var rule = RuleId.From(Number(id, "rule.unknown"));
            var isOn = (await context.Body<SwitchJson>()).On.Wanted("on");
            await turn.For(rule, isOn, by, stop, caller.Once($"rule {rule.Value} switch"));
            return Answer(Of(await One(id, rules, stop)));
        }).NeedsScope(ApiScope.Admin)
            .Told(Area, "Switch it on or off", "What happened before it was switched on is none of its business.").Takes<SwitchJson>(new { on = true }, "on").Gives<RuleJson>().MayRefuse("rule.unknown");
        api.MapDelete("/rules/{id}", async (string id, ApiCaller caller, DropRule drop, CancellationToken stop) =>
        {
            var rule = RuleId.From(Number(id, "rule.unknown"));
            await drop.For(rule, await caller.SomeAgent(stop), stop, caller.Once($"rule {rule.Value} drop"));
            return Results.NoContent();
        }).NeedsScope(ApiScope.Admin).Told(Area, "Delete a rule", "It acts no more; histories still know its name.").GivesNothing().MayRefuse("rule.unknown");
    }

    /// <summary>One's own; what is everybody's takes an admin.</summary>
    private static async Task<IResult> WriteMacro(HttpContext context, ApiCaller caller, WriteMacro write, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<MacroWishJson>(Json);
        var shared = sent.Shared ?? false;
        if (shared)
            caller.Needs(ApiScope.Admin);
        var id = await write.For(null, new WishedMacro(sent.Name.Wanted("name"), sent.Deeds.Wanted("deeds"), shared), by, shared, caller.Once("macro"), stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        return Answer(Of(await db.Macros.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw Unknown("macro.unknown")), StatusCodes.Status201Created);
    }

    private static async Task<IResult> RunMacro(string reference, string id, ApiCaller caller, IDbContextFactory<LupausDb> databases, RunMacro run, ShowTickets tickets, CancellationToken stop)
    {
        var (ticket, known) = await databases.Known(reference, stop);
        var put = await run.For(ticket, MacroId.From(Number(id, "macro.unknown")), await caller.SomeAgent(stop), null, caller.Once($"macro {id}", known), stop);
        return Answer(new MacroRunJson(await tickets.One(known, stop), put.IsEmpty ? null : new PutInJson(put.Words, put.Next?.Step, put.At, put.Next?.Words)));
    }

    private static async Task<IResult> WriteRule(RuleId? id, HttpContext context, ApiCaller caller, WriteRule write, RuleLog rules, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var written = await write.For(id, await Text(context), by, caller.Once(id is { } known ? $"rule {known.Value}" : "rule"), stop);
        return Answer(Of((await rules.Of(written, stop) ?? throw Unknown("rule.unknown")).Rule), id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> WouldHave(RuleText text, DryRun dry, CancellationToken stop)
    {
        var would = await dry.Of(text, stop);
        return Answer(new DryRunJson(would.From, would.Until, would.Tickets, would.Times, would.IsAll, text.Then,
            [.. would.Newest.Select(t => new WouldTouchJson(t.Reference.Value, t.Subject, t.At, t.Topic, t.Owner))]));
    }

    private static async Task<RuleText> Text(HttpContext context)
    {
        var sent = await context.Body<RuleWishJson>(Json);
        return new RuleText(sent.Name.Wanted("name"), sent.When.Wanted("when"), sent.If ?? [], sent.Then.Wanted("then"));
    }

    private static async Task<RuleText> Tried(HttpContext context)
    {
        var sent = await context.Body<TriedRuleJson>(Json);
        return new RuleText(sent.Name ?? "", sent.When.Wanted("when"), sent.If ?? [], sent.Then.Wanted("then"));
    }

    private static async Task<Rule> One(string id, RuleLog rules, CancellationToken stop) =>
        (await rules.Of(RuleId.From(Number(id, "rule.unknown")), stop) ?? throw Unknown("rule.unknown")).Rule;

    private static long Number(string id, string why) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown(why);

    private static ApiRefused Unknown(string why) => new(StatusCodes.Status404NotFound, Refusal.Because(why));

    private static IResult Answer(object shows, int status = StatusCodes.Status200OK) => Results.Json(shows, Json, statusCode: status);

    private static MacroJson Of(Macro m) => new(m.Id, m.Name, m.OwnedBy is null, m.Deeds);

    private static RuleJson Of(Rule r) => new(r.Id, r.Name, r.IsOn, r.OnSince, r.Place, r.When, r.If, r.Then);
}
