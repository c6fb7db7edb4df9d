using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lupaus.Ground.Api;
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

public sealed record SwitchJson(bool? On);

public sealed record RuleJson(RuleId Id, string Name, bool IsOn, DateTimeOffset? OnSince, int Place, Trigger When, IReadOnlyList<Condition> If, IReadOnlyList<Deed> Then);

/// <summary>What a rule would have done; the newest of it in the list.</summary>
public sealed record DryRunJson(DateTimeOffset From, DateTimeOffset Until, int Tickets, int Times, bool IsAll, IReadOnlyList<Deed> Does, IReadOnlyList<WouldTouch> Newest);

internal static class AutomationApi
{
    private static readonly JsonSerializerOptions Json = new(Api.Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AutomationJson.NameKinds } },
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new ReferenceJson() },
    };

    public static void MapAutomationApi(this RouteGroupBuilder api)
    {
        api.MapGet("/macros", async (ApiCaller caller, KnownAutomation known, CancellationToken stop) =>
            Answer((await known.Now(stop)).MacrosFor(await caller.SomeAgent(stop)).Select(Of)));
        api.MapPost("/macros", WriteMacro);
        api.MapPost("/tickets/{reference}/macros/{id}", RunMacro);
        api.MapGet("/rules", async (RuleLog rules, CancellationToken stop) => Answer((await rules.All(stop)).Select(r => Of(r.Rule)))).NeedsScope(ApiScope.Admin);
        api.MapPost("/rules", (HttpContext context, ApiCaller caller, WriteRule write, RuleLog rules, CancellationToken stop) => WriteRule(null, context, caller, write, rules, stop)).NeedsScope(ApiScope.Admin);
        api.MapPost("/rules/dry-run", async (HttpContext context, DryRun dry, CancellationToken stop) => await WouldHave(await Text(context, needsName: false), dry, stop)).NeedsScope(ApiScope.Admin);
        api.MapPost("/rules/{id}", (string id, HttpContext context, ApiCaller caller, WriteRule write, RuleLog rules, CancellationToken stop) => WriteRule(RuleId.From(Number(id, "rule.unknown")), context, caller, write, rules, stop)).NeedsScope(ApiScope.Admin);
        api.MapGet("/rules/{id}/dry-run", async (string id, RuleLog rules, DryRun dry, CancellationToken stop) => await WouldHave((await One(id, rules, stop)).Text, dry, stop)).NeedsScope(ApiScope.Admin);
        api.MapPost("/rules/{id}/switch", async (string id, HttpContext context, ApiCaller caller, SwitchRule turn, RuleLog rules, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            await turn.For(RuleId.From(Number(id, "rule.unknown")), (await context.Body<SwitchJson>()).On.Wanted("on"), by, stop);
            return Answer(Of(await One(id, rules, stop)));
        }).NeedsScope(ApiScope.Admin);
        api.MapDelete("/rules/{id}", async (string id, ApiCaller caller, DropRule drop, CancellationToken stop) =>
        {
            await drop.For(RuleId.From(Number(id, "rule.unknown")), await caller.SomeAgent(stop), stop);
            return Results.NoContent();
        }).NeedsScope(ApiScope.Admin);
    }

    /// <summary>One's own; what is everybody's takes an admin.</summary>
    private static async Task<IResult> WriteMacro(HttpContext context, ApiCaller caller, WriteMacro write, KnownAutomation known, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<MacroWishJson>(Json);
        var shared = sent.Shared ?? false;
        if (shared)
            caller.Needs(ApiScope.Admin);
        var id = await write.For(null, new WishedMacro(sent.Name.Wanted("name"), sent.Deeds.Wanted("deeds"), shared), by, shared, caller.Once("macro"), stop);
        return (await known.Now(stop)).Macros.FirstOrDefault(m => m.Id == id) is { } made ? Answer(Of(made), StatusCodes.Status201Created) : Results.NoContent();
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
        var written = await write.For(id, await Text(context, needsName: true), by, id is null ? caller.Once("rule") : null, stop);
        return Answer(Of((await rules.Of(written, stop))!.Value.Rule), id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> WouldHave(RuleText text, DryRun dry, CancellationToken stop)
    {
        var would = await dry.Of(text, stop);
        return Answer(new DryRunJson(would.From, would.Until, would.Tickets, would.Times, would.IsAll, text.Then, would.Newest));
    }

    private static async Task<RuleText> Text(HttpContext context, bool needsName)
    {
        var sent = await context.Body<RuleWishJson>(Json);
        return new RuleText(needsName ? sent.Name.Wanted("name") : sent.Name ?? "", sent.When.Wanted("when"), sent.If ?? [], sent.Then.Wanted("then"));
    }

    private static async Task<Rule> One(string id, RuleLog rules, CancellationToken stop) =>
        (await rules.Of(RuleId.From(Number(id, "rule.unknown")), stop) ?? throw Unknown("rule.unknown")).Rule;

    private static long Number(string id, string why) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown(why);

    private static ApiRefused Unknown(string why) => new(StatusCodes.Status404NotFound, Refusal.Because(why));

    private static IResult Answer(object shows, int status = StatusCodes.Status200OK) => Results.Json(shows, Json, statusCode: status);

    private static MacroJson Of(Macro m) => new(m.Id, m.Name, m.OwnedBy is null, m.Deeds);

    private static RuleJson Of(Rule r) => new(r.Id, r.Name, r.IsOn, r.OnSince, r.Place, r.When, r.If, r.Then);

    private sealed class ReferenceJson : JsonConverter<Reference>
    {
        public override Reference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Reference.Read(reader.GetString()) ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Reference value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
