using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

public sealed record NewDutyJson(string? What, DateTimeOffset? Due, string? Doer, bool? Told);

public sealed record DutyDoneJson(bool? Dropped);

public sealed record FailureJson(string? Text);

public sealed record NewDiscrepancyJson(string? Says, string? Record, MessageId? Message, SaidHow? Said, string? Source, string? Where, AttachmentId? File);

public sealed record SettlementJson(string? Settlement, WhichHolds? Holds, DiscrepancyCause? Cause, string? Source, string? NextOutside);

/// <summary>What a ticket owes, and what stands in the way of solving it.</summary>
internal static class OwingApi
{
    private const string Area = "Duties and obstacles";

    public static void MapOwingApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/duties", Owe)
            .Told(Area, "Take on a duty", "Something the ticket owes: a refund, an answer, an offer. Where the customer has been told of it, the promise to them may not be due later.")
            .Takes<NewDutyJson>(new { what = "Palauta lipun hinta", due = ApiSamples.NextWeek, doer = ApiSamples.Colleague, told = false }, "what", "due").Gives<WholeTicketJson>(201)
            .MayRefuse("ticket.closed", "duty.what", "duty.past", "duty.beforepromise", "api.agent.named");
        api.MapPost("/tickets/{reference}/duties/{duty}/done", Finish)
            .Told(Area, "A duty is done", "Or turned out not to be needed, with `dropped`.").Takes<DutyDoneJson>(new { dropped = false }).Gives<WholeTicketJson>().MayRefuse("duty.unknown");
        api.MapPost("/tickets/{reference}/failures", Fail)
            .Told(Area, "Record a mistake of ours", "The ticket can't be closed as solved before it is mended.").Takes<FailureJson>(new { text = "Myimme lipun, jota ei voi lunastaa." }, "text").Gives<WholeTicketJson>(201)
            .MayRefuse("ticket.closed", "obstacle.text");
        api.MapPost("/tickets/{reference}/discrepancies", Disagree)
            .Told(Area, "Record that the customer's word and the record disagree", "Both stand side by side, each with its source, until a person has settled it; the record alone never closes a ticket.")
            .Takes<NewDiscrepancyJson>(new { says = "Maksoin lipun automaatilla.", message = ApiSamples.Message, record = "Maksua ei näy.", source = "Varausjärjestelmä", where = "12.3., maksutapahtumat" }, "says", "record").Gives<WholeTicketJson>(201)
            .MayRefuse("ticket.closed", "obstacle.text", "discrepancy.sides", "discrepancy.message", "discrepancy.file", "discrepancy.source.long");
        api.MapPost("/tickets/{reference}/obstacles/{obstacle}/settle", Settle)
            .Told(Area, "Settle a mistake or a discrepancy", "Of a mistake, say what was done to mend it. Of a discrepancy, say which word holds, why the two differed (a cause, which is counted) and what was found out; where the record's source has no name yet, name it.")
            .Takes<SettlementJson>(new { settlement = "Maksu löytyi pankin tapahtumista.", holds = "customers", cause = "delay", source = "Varausjärjestelmä" }, "settlement").Gives<WholeTicketJson>()
            .MayRefuse("obstacle.unknown", "obstacle.text", "discrepancy.unknown", "discrepancy.cause", "discrepancy.source", "discrepancy.source.long", "discrepancy.outside");
    }

    private static async Task<IResult> Owe(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, TakeOnDuty take, TimeProvider clock, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewDutyJson>();
        var (what, due) = (sent.What.Wanted("what"), sent.Due.Wanted("due"));
        Duty.WhyNotOwe(what, due, clock.Now()).StopIfAny(due <= clock.Now() ? "due" : "what");
        var doer = await caller.Named(sent.Doer, "doer", stop) ?? by;
        await take.For(id, new NewDuty(what, doer, due, sent.Told ?? false), by, caller.Once("duty", known), stop);
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Finish(string reference, string duty, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ChangeTicket change, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<DutyDoneJson>();
        var which = Ids<DutyId>(duty, "duty.unknown");
        await change.For(id, caller.Once($"duty {which.Value} done", known), (ticket, now) => ticket.FinishDuty(which, sent.Dropped ?? false, by, now), stop);
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
    }

    private static async Task<IResult> Fail(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ChangeTicket change, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var text = (await context.Body<FailureJson>()).Text.Wanted("text");
        Obstacle.WhyNotRaise(text).StopIfAny("text");
        await change.For(id, caller.Once("failure", known), (ticket, now) => ticket.Raise(ObstacleKind.Failure, text, by, now), stop);
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Disagree(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, RecordDiscrepancy disagree, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewDiscrepancyJson>();
        var (says, record) = (sent.Says.Wanted("says"), sent.Record.Wanted("record"));
        Obstacle.WhyNotRaise(says).StopIfAny("says");
        Obstacle.WhyNotRaise(record).StopIfAny("record");
        Disagreement.WhyNotCall(sent.Source).StopIfAny("source");
        var wished = new WishedDiscrepancy(says, record) { SaidIn = sent.Message, Said = sent.Said, Source = sent.Source, Where = sent.Where, Shown = sent.File };
        await disagree.For(id, wished, by, caller.Once("discrepancy", known), stop);
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Settle(string reference, string obstacle, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ChangeTicket change, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<SettlementJson>();
        var how = sent.Settlement.Wanted("settlement");
        Obstacle.WhyNotRaise(how).StopIfAny("settlement");
        var which = Ids<ObstacleId>(obstacle, "obstacle.unknown");
        var verdict = VerdictIn(sent, how);
        await change.For(id, caller.Once($"settle {which.Value}", known), (ticket, now) =>
        {
            if (verdict is null)
                ticket.SettleObstacle(which, how, by, now);
            else
                ticket.SettleDiscrepancy(which, verdict, by, now);
        }, stop);
        return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
    }

    /// <summary>Null where nothing is said but what was done: so a mistake is settled.</summary>
    private static Verdict? VerdictIn(SettlementJson sent, string how) =>
        sent is { Holds: null, Cause: null, Source: null, NextOutside: null } ? null : new Verdict(sent.Holds.Wanted("holds"), sent.Cause.Wanted("cause"), how, sent.NextOutside, sent.Source);

    /// <summary>An id as it stands in an address; what is none names nothing.</summary>
    public static TId Ids<TId>(string text, string unknown) where TId : struct, IId<TId> =>
        long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? TId.From(id) : throw new RuleBroken(Refusal.Because(unknown));
}
