using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <param name="AwayUntil">Only while they are away, and when that is known.</param>
public sealed record AgentShownJson(AgentId Id, string Name, string Email, Role Role, IReadOnlyList<LanguageCode> Languages, bool IsAway, DateTimeOffset? AwayUntil, string? StandIn);

public sealed record AgentListJson(IReadOnlyList<AgentShownJson> Agents);

public sealed record AbsenceJson(AbsenceId Id, string Agent, DateTimeOffset From, DateTimeOffset? Until, string? StandIn);

public sealed record AbsenceListJson(IReadOnlyList<AbsenceJson> Absences);

public sealed record AbsenceWishJson(string? Agent, DateOnly? FirstDay, DateOnly? LastDay, string? StandIn);

public sealed record StandInJson(string? Agent, string? StandIn);

/// <summary>Who serves, who is away and who stands in. One's own, or as a lead anybody's.</summary>
internal static class AgentsApi
{
    private const string Area = "The house";

    public static void MapAgentsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/agents", Agents).Told(Area, "List agents", "Those who work here now, by name.").Gives<AgentListJson>();
        api.MapGet("/absences", async (IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop) => Api.Answer(await Absences(databases, clock, stop)))
            .Told(Area, "List absences", "Those that go on, and those to come.").Gives<AbsenceListJson>();
        api.MapPost("/absences", async (HttpContext context, ApiCaller caller, GoAway goAway, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop) =>
        {
            var sent = await context.Body<AbsenceWishJson>();
            var (by, agent) = await caller.SomeAgentFor(sent.Agent, "agent", stop);
            var plan = new AwayPlan(agent, sent.FirstDay.Wanted("firstDay"), sent.LastDay, await caller.Named(sent.StandIn, "standIn", stop));
            await goAway.As(plan, by, caller.Once("absence"), stop);
            return Api.Answer(await Absences(databases, clock, stop), StatusCodes.Status201Created);
        }).Told(Area, "Somebody will be away", "Up to three working days their stand-in answers and they stay owners; longer, and their tickets get new owners, promises stand and customers are told. Answers all absences.")
            .Takes<AbsenceWishJson>(new { firstDay = ApiSamples.NextMonday, lastDay = ApiSamples.NextFriday, standIn = ApiSamples.Colleague }, "firstDay").Gives<AbsenceListJson>(201)
            .MayRefuse("api.agent.role", "api.agent.named", "absence.order", "absence.past", "absence.begin", "absence.far", "absence.overlaps", "absence.standin.self", "absence.alone.end");
        api.MapPost("/absences/{id}/end", async (string id, ApiCaller caller, ComeBack comeBack, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop) =>
        {
            var absence = OwingApi.Ids<AbsenceId>(id, "absence.past");
            await using var db = await databases.CreateDbContextAsync(stop);
            var whose = await db.Absences.Where(a => a.Id == absence).SelectMany(a => db.Agents.Where(g => g.Id == a.AgentId)).Select(g => g.Email.Value).FirstOrDefaultAsync(stop) ?? throw new RuleBroken(Refusal.Because("absence.past"));
            var (by, agent) = await caller.SomeAgentFor(whose, "agent", stop);
            await comeBack.From(absence, agent, by, stop, caller.Once($"absence {absence.Value} end"));
            return Api.Answer(await Absences(databases, clock, stop));
        }).Told(Area, "They are back, or it is called off", "Tickets that have moved meanwhile stay with who knows them now.").Gives<AbsenceListJson>().MayRefuse("api.agent.role", "absence.past");
        api.MapPut("/stand-in", async (HttpContext context, ApiCaller caller, NameStandIn name, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop) =>
        {
            var sent = await context.Body<StandInJson>();
            var (by, agent) = await caller.SomeAgentFor(sent.Agent, "agent", stop);
            await name.For(agent, await caller.Named(sent.StandIn, "standIn", stop), by, stop, caller.Once("stand-in"));
            return await Agents(databases, clock, stop);
        }).Told(Area, "Name a stand-in", "Who answers while somebody is away; nobody, when none is named.").Takes<StandInJson>(new { standIn = ApiSamples.Colleague }).Gives<AgentListJson>().MayRefuse("api.agent.role", "api.agent.named", "agent.standin.self");
    }

    private static async Task<IResult> Agents(IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).OrderBy(a => a.Name).ToListAsync(stop);
        var away = (await db.Absences.At(now).AsNoTracking().ToListAsync(stop)).ToLookup(x => x.AgentId);
        var emails = agents.ToDictionary(a => a.Id, a => a.Email.Value);
        return Api.Answer(new AgentListJson([.. agents.Select(a => new AgentShownJson(
            a.Id, a.Name, a.Email.Value, a.Role, [.. a.Languages], away[a.Id].Any(), away[a.Id].FirstOrDefault()?.Until,
            (away[a.Id].FirstOrDefault()?.StandInId ?? a.StandInId) is { } standIn ? emails.GetValueOrDefault(standIn) : null))]));
    }

    private static async Task<AbsenceListJson> Absences(IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var absences = await db.Absences.AsNoTracking().Where(a => a.Until == null || (a.Until > now && a.Until > a.From)).OrderBy(a => a.From).ToListAsync(stop);
        var emails = await db.Agents.AsNoTracking().IgnoreAutoIncludes().Select(a => new { a.Id, a.Email }).ToDictionaryAsync(a => a.Id, a => a.Email.Value, stop);
        return new AbsenceListJson([.. absences.Select(a => new AbsenceJson(a.Id, emails[a.AgentId], a.From, a.Until, a.StandInId is { } standIn ? emails[standIn] : null))]);
    }
}
