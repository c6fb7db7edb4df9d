using Lupaus.Care.Recovery;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Discrepancies;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Ground.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Recovery;

public sealed record NewGoodwillJson(string? What, decimal? Worth, string? Reason, DateTimeOffset? Due);

public sealed record GoodwillBackJson(string? Reason);

/// <param name="Worth">In euros.</param>
public sealed record GoodwillJson(GoodwillId Id, string Ticket, string Subject, string Giver, string What, decimal Worth, string Reason, DateTimeOffset At, GoodwillTakenBackJson? TakenBack);

public sealed record GoodwillTakenBackJson(DateTimeOffset At, string By, string Reason);

/// <param name="Left">What the acting agent may still give in this month, in euros; null where nobody acts.</param>
public sealed record GoodwillInTicketJson(IReadOnlyList<GoodwillJson> Goodwill, decimal? Left);

/// <summary>A page of a list, and where it goes on; null at the end.</summary>
public sealed record GoodwillListJson(DateOnly From, DateOnly To, IReadOnlyList<GoodwillJson> Goodwill, string? Next);

internal static class GoodwillApi
{
    private const string Area = "Goodwill";

    public static void MapGoodwillApi(this RouteGroupBuilder api)
    {
        api.MapGet("/goodwill", List)
            .Told(Area, "Goodwill given", "What customers were given from the first day to the last, newest first; what was taken back stands there too. For leads and admins.").Gives<GoodwillListJson>().ActsFor(AgentWanted.Always).MayRefuse("api.agent.role");
        api.MapGet("/tickets/{reference}/goodwill", async (string reference, IDbContextFactory<LupausDb> databases, GoodwillSeen seen, Colleagues colleagues, CancellationToken stop) =>
            Api.Answer(new GoodwillInTicketJson(Shown(await seen.In((await databases.Known(reference, stop)).Id, stop), await colleagues.Now(stop)), null)))
            .Told(Area, "Goodwill in a ticket", "What the customer was given in this matter, by whom and why. The customer isn't shown it.").Gives<GoodwillInTicketJson>();
        api.MapPost("/tickets/{reference}/goodwill", Give)
            .Told(Area, "Give goodwill", "Within the acting agent's limit for the month, unasked, even when the customer erred. With `due`, doing it becomes their duty at once.")
            .Takes<NewGoodwillJson>(new { what = "Palauta lipun hinta", worth = 12.50, reason = "Automaatti ei antanut vaihtaa lippua.", due = ApiSamples.NextWeek }, "what", "worth", "reason").Gives<GoodwillInTicketJson>(201)
            .MayRefuse("ticket.merged", "ticket.closed", "goodwill.closed", "goodwill.what", "goodwill.worth", "goodwill.reason", "goodwill.none", "goodwill.none.nobody", "goodwill.beyond", "goodwill.beyond.nobody", "duty.past");
        api.MapPost("/tickets/{reference}/goodwill/{goodwill}/back", TakeBack)
            .Told(Area, "Take goodwill back", "By its giver within a day, by a lead whenever. It stays in the books, and counts no longer.").Takes<GoodwillBackJson>(new { reason = "Kirjattu väärään asiaan." }, "reason").Gives<GoodwillInTicketJson>()
            .MayRefuse("goodwill.unknown", "goodwill.others", "goodwill.late", "goodwill.back.reason", "goodwill.back.already");
    }

    private static async Task<IResult> Give(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, GiveGoodwill give, GoodwillSeen seen, Colleagues colleagues, TimeProvider clock, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewGoodwillJson>();
        var gift = new Gift(sent.What.Wanted("what"), Euros.Cents(sent.Worth.Wanted("worth")) ?? 0, sent.Reason.Wanted("reason"));
        var wrong = Goodwill.WhyNotGive(gift);
        wrong.StopIfAny(wrong?.Key.Split('.')[^1] ?? "");
        await give.For(id, gift, sent.Due, by, caller.Once("goodwill", known), stop);
        return await Answer(id, by, seen, colleagues, clock, StatusCodes.Status201Created, stop);
    }

    private static async Task<IResult> TakeBack(string reference, string goodwill, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, TakeGoodwillBack back, GoodwillSeen seen, Colleagues colleagues, TimeProvider clock, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var which = OwingApi.Ids<GoodwillId>(goodwill, "goodwill.unknown");
        var reason = (await context.Body<GoodwillBackJson>()).Reason.Wanted("reason");
        await back.For(id, which, reason, by, caller.Once($"goodwill {which.Value} back", known), stop);
        return await Answer(id, by, seen, colleagues, clock, StatusCodes.Status200OK, stop);
    }

    private static async Task<IResult> Answer(TicketId id, AgentId by, GoodwillSeen seen, Colleagues colleagues, TimeProvider clock, int status, CancellationToken stop) =>
        Api.Answer(new GoodwillInTicketJson(Shown(await seen.In(id, stop), await colleagues.Now(stop)), (await seen.Of(by, clock.Now(), stop)).Left / 100m), status);

    private static async Task<IResult> List([AsParameters] AskedDays days, string? after, string? limit, ApiCaller caller, GoodwillSeen seen, Colleagues colleagues, OurCompany ourCompany, TimeProvider clock, CancellationToken stop)
    {
        await caller.SomeLead(stop);
        var zone = (await ourCompany.Now(stop)).Zone;
        var (first, last) = days.In(zone, clock.Now());
        var part = await seen.Among(zone.Midnight(first), zone.Midnight(last.AddDays(1)), Cursor.Read(after), Cursor.Limit(limit), stop);
        return Api.Answer(new GoodwillListJson(first, last, Shown(part.Rows, await colleagues.Now(stop)), part.After is { } id ? Cursor.After(id.Value) : null));
    }

    private static IReadOnlyList<GoodwillJson> Shown(IReadOnlyList<GoodwillRow> rows, IReadOnlyDictionary<AgentId, Colleague> all) =>
        [.. rows.Select(r => new GoodwillJson(r.Id, r.Reference.Value, r.Subject, all[r.Giver].Name, r.What, r.Cents / 100m, r.Reason, r.At,
            r.BackAt is { } at ? new GoodwillTakenBackJson(at, all[r.BackBy!.Value].Name, r.BackReason ?? "") : null))];
}
