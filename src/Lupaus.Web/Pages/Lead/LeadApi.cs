using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Ground.Calendar;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Pages.Desk;

namespace Lupaus.Web.Pages.Lead;

public sealed record LeadRowJson(string Reference, string Customer, string Subject, string Owner, PromiseKind? Promise, DateTimeOffset? Due, DateTimeOffset? Deadline);

public sealed record BrokenRowJson(string Reference, string Customer, string Subject, string Owner, DateTimeOffset Due, DateTimeOffset? AnsweredAt, bool IsOpen);

public sealed record OfferedRowJson(string Reference, string Customer, string Subject, string Owner, string To, DateTimeOffset Until, int Bounces);

/// <summary>A question to a colleague, unanswered when it was due.</summary>
public sealed record UnansweredRowJson(string Reference, string Customer, string Question, string AskedBy, string Doer, DateTimeOffset Due);

public sealed record LoadJson(string Agent, bool IsAway, DateTimeOffset? AwayUntil, int Open, int DueToday, DateTimeOffset? WorksFrom, DateTimeOffset? WorksTo);

public sealed record PoolJson(int Count, string? Oldest, DateTimeOffset? Since);

public sealed record WeekJson(int Kept, int Broken);

/// <summary>What a lead sees first.</summary>
/// <param name="Unanswered">Broken before today, and the customer has had no word from a person since.</param>
public sealed record LeadJson(
    DateTimeOffset At, IReadOnlyList<LeadRowJson> Threatened, IReadOnlyList<BrokenRowJson> BrokenToday, IReadOnlyList<LeadRowJson> Unanswered, IReadOnlyList<LeadRowJson> WentWrong,
    IReadOnlyList<OfferedRowJson> Offered, IReadOnlyList<UnansweredRowJson> Unadvised,
    IReadOnlyList<LoadJson> Load, PoolJson Untouched, WeekJson Week);

public sealed record EndedRowJson(string Reference, string Customer, string Subject, string Owner, DateTimeOffset Due, DateTimeOffset At);

/// <summary>The next working day, if this one of ours were ill.</summary>
/// <param name="Break">Promises there would be too little time for.</param>
public sealed record MissedJson(string Agent, int Due, string StandIn, IReadOnlyList<LeadRowJson> Break);

/// <summary>A simulated day on which so many are ill, and the one after. Minutes are of open time.</summary>
public sealed record DayWithIllJson(int Ill, double? PromisesKept, double? ShortDeadlinesMet, double MeanWaitMinutes, double MaxWaitMinutes);

/// <param name="Load">The work that comes, of a hundred parts of our working time.</param>
public sealed record TomorrowJson(DateOnly Day, IReadOnlyList<MissedJson> Missed, int Load, int Agents, IReadOnlyList<DayWithIllJson> Days);

/// <summary>A page of a list, and where it goes on; null at the end.</summary>
public sealed record EndedListJson(IReadOnlyList<EndedRowJson> Promises, string? Next);

internal static class LeadApi
{
    private const string Area = "Lead";

    public static void MapLeadApi(this RouteGroupBuilder api)
    {
        api.MapGet("/lead", async (ApiCaller caller, WatchOver watch, Colleagues colleagues, CancellationToken stop) =>
        {
            await caller.SomeLead(stop);
            return Api.Answer(Shown(await watch.Look(stop), await colleagues.Now(stop)));
        }).Told(Area, "What is about to break, and what has", "Promises threatened and broken, what customers say went wrong, who is there and how much each has. For leads and admins.").Gives<LeadJson>().ActsFor(AgentWanted.Always).MayRefuse("api.agent.role");
        api.MapGet("/lead/tomorrow", async (string? load, ApiCaller caller, WithoutOneOfUs without, Colleagues colleagues, CancellationToken stop) =>
        {
            await caller.SomeLead(stop);
            int? wished = string.IsNullOrEmpty(load) ? null : int.TryParse(load, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw ApiChecks.Wrong("load", Refusal.Because("api.field").With("field", "load"));
            var (now, all) = (await without.Look(wished, stop), await colleagues.Now(stop));
            return Api.Answer(new TomorrowJson(
                now.Day, [.. now.Missed.Select(m => new MissedJson(all[m.Agent].Name, m.Due, all[m.StandIn].Name, [.. m.Break.Select(r => Row(r, all))]))], now.Load, now.Agents,
                [.. now.Days.Select(d => new DayWithIllJson(d.Ill, d.Measures.PromisesKept, d.Measures.ShortDeadlinesMet, d.Measures.MeanWaitMinutes, d.Measures.MaxWaitMinutes))]));
        }).Told(Area, "What if one of us is ill tomorrow", "For each of us: which promises there would be too little time for on the next working day. And how such a day goes in the simulated house, with `load` of a hundred parts of our working time taken (else our own). For leads and admins.")
            .Gives<TomorrowJson>().ActsFor(AgentWanted.Always).MayRefuse("api.agent.role");
        api.MapGet("/lead/promises", async (string? how, string? after, ApiCaller caller, LeadLists lists, Colleagues colleagues, CancellationToken stop) =>
        {
            await caller.SomeLead(stop);
            var ended = how switch { null or "" or "broken" => HowItEnded.Broken, "kept" => HowItEnded.Kept, _ => throw ApiChecks.Wrong("how", Refusal.Because("api.field").With("field", "how")) };
            var (part, all) = (await lists.Ended(ended, after, stop), await colleagues.Now(stop));
            return Api.Answer(new EndedListJson([.. part.Rows.Select(r => new EndedRowJson(r.Reference.Value, r.Customer, r.Subject, all[r.Owner].Name, r.Due, r.At))], part.After));
        }).Told(Area, "Promises of the last seven days", "Broken ones, or with `how` kept ones; newest first. For leads and admins.").Gives<EndedListJson>().ActsFor(AgentWanted.Always).MayRefuse("api.agent.role");
    }

    private static LeadJson Shown(LeadNow now, IReadOnlyDictionary<AgentId, Colleague> all) => new(
        now.At, [.. now.Threatened.Select(r => Row(r, all))], [.. now.BrokenToday.Select(b => new BrokenRowJson(b.Reference.Value, b.Customer, b.Subject, all[b.Owner].Name, b.Due, b.AnsweredAt, b.IsOpen))],
        [.. now.Unanswered.Select(r => Row(r, all))], [.. now.WentWrong.Select(r => Row(r, all))],
        [.. now.Offered.Select(o => new OfferedRowJson(o.Reference.Value, o.Customer, o.Subject, all[o.Owner].Name, all[o.To].Name, o.Until, o.Bounces))],
        [.. now.Unadvised.Select(q => new UnansweredRowJson(q.Reference.Value, q.Customer, q.Question, all[q.AskedBy].Name, all[q.Doer].Name, q.Due))],
        [.. now.Load.Select(l => new LoadJson(all[l.Agent].Name, l.IsAway, l.AwayUntil, l.Open, l.DueToday, l.Works?.From, l.Works?.To))],
        new PoolJson(now.Pool.Count, now.Pool.Oldest?.Value, now.Pool.Since), new WeekJson(now.Week.Kept, now.Week.Broken));

    private static LeadRowJson Row(DeskRow row, IReadOnlyDictionary<AgentId, Colleague> all) => new(row.Reference.Value, row.Customer, row.Subject, all[row.Owner].Name, row.Kind, row.Due, row.Deadline);
}
