using Lupaus.Care.Thanks;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Thanks;

public sealed record NewThanksJson(string? To, string? Words);

public sealed record ThanksJson(ThankYouId Id, string Ticket, string Subject, string From, string To, string? Words, DateTimeOffset At);

public sealed record ThanksListJson(IReadOnlyList<ThanksJson> Thanks);

internal static class ThanksApi
{
    private const string Area = "Thanks";

    public static void MapThanksApi(this RouteGroupBuilder api)
    {
        api.MapGet("/thanks", async (ThanksSaid said, Colleagues colleagues, CancellationToken stop) => Api.Answer(Shown(await said.Latest(stop), await colleagues.Now(stop))))
            .Told(Area, "The latest thanks", "What colleagues have thanked each other for in four weeks, newest first. Thanks are never counted.").Gives<ThanksListJson>();
        api.MapGet("/tickets/{reference}/thanks", async (string reference, IDbContextFactory<LupausDb> databases, ThanksSaid said, Colleagues colleagues, CancellationToken stop) =>
            Api.Answer(Shown(await said.In((await databases.Known(reference, stop)).Id, stop), await colleagues.Now(stop))))
            .Told(Area, "Thanks in a ticket", "Who has thanked whom for help in this matter.").Gives<ThanksListJson>();
        api.MapPost("/tickets/{reference}/thanks", Thank)
            .Told(Area, "Thank a colleague", "For help in this matter, with or without words. They hear of it; all of us can read it.").Takes<NewThanksJson>(new { to = ApiSamples.Colleague, words = "Löysit kuitin, kun minä en enää keksinyt mistä etsiä." }, "to").Gives<ThanksListJson>(201)
            .MayRefuse("thanks.self", "thanks.words", "thanks.whom", "thanks.already", "api.agent.named");
        api.MapDelete("/tickets/{reference}/thanks/{thanks}", TakeBack)
            .Told(Area, "Take thanks back", "By whoever said them.").GivesNothing().MayRefuse("thanks.unknown", "thanks.others");
    }

    private static async Task<IResult> Thank(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ThankColleague thank, ThanksSaid said, Colleagues colleagues, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewThanksJson>();
        var to = await caller.Named(sent.To.Wanted("to"), "to", stop) ?? throw ApiChecks.Wrong("to", Refusal.Because("api.agent.named").With("field", "to"));
        await thank.For(id, to, sent.Words, by, caller.Once("thanks", known), stop);
        return Api.Answer(Shown(await said.In(id, stop), await colleagues.Now(stop)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> TakeBack(string reference, string thanks, ApiCaller caller, IDbContextFactory<LupausDb> databases, TakeThanksBack back, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var which = OwingApi.Ids<ThankYouId>(thanks, "thanks.unknown");
        await back.For(id, which, await caller.SomeAgent(stop), caller.Once($"thanks {which.Value} back", known), stop);
        return Results.NoContent();
    }

    private static ThanksListJson Shown(IReadOnlyList<ThanksRow> rows, IReadOnlyDictionary<AgentId, Colleague> all) =>
        new([.. rows.Select(r => new ThanksJson(r.Id, r.Reference.Value, r.Subject, all[r.From].Name, all[r.To].Name, r.Words, r.At))]);
}
