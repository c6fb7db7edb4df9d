using System.Globalization;
using Lupaus.Care.Discrepancies;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Care.Discrepancies;

/// <param name="InHundred">Null while so few have been settled that a share would say more than is known.</param>
public sealed record CauseCountJson(DiscrepancyCause Cause, int Count, int? InHundred);

public sealed record HoldsCountJson(WhichHolds Holds, int Count, int? InHundred);

/// <param name="Name">As it is called most often.</param>
public sealed record SystemCountJson(string Name, int Count, int? InHundred, IReadOnlyList<CauseCountJson> Causes);

/// <summary>The discrepancies settled from the first day to the last, both counted in.</summary>
/// <param name="Open">Those that wait to be settled now.</param>
public sealed record CausesJson(DateOnly From, DateOnly To, int Settled, int Open, IReadOnlyList<CauseCountJson> Causes, IReadOnlyList<SystemCountJson> Systems, IReadOnlyList<HoldsCountJson> Holds);

public sealed record SettledDiscrepancyJson(ObstacleId Id, string Ticket, string Subject, DateTimeOffset SettledAt, string System, DiscrepancyCause Cause, WhichHolds Holds);

/// <summary>A page of a list, and where it goes on; null at the end.</summary>
public sealed record SettledDiscrepanciesJson(IReadOnlyList<SettledDiscrepancyJson> Discrepancies, string? Next);

/// <summary>Days as they were asked for; the last ninety when they weren't.</summary>
public sealed record AskedDays(string? From, string? To)
{
    private const int Usual = 90;

    internal (DateOnly First, DateOnly Last) In(TimeZoneInfo zone, DateTimeOffset now)
    {
        var last = Day(To, "to") ?? zone.DayAt(now);
        var first = Day(From, "from") ?? last.AddDays(-Usual);
        return first <= last ? (first, last) : throw Wrong("from");
    }

    private static DateOnly? Day(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 3000 ? day : throw Wrong(field);

    private static ApiRefused Wrong(string field) => new(StatusCodes.Status400BadRequest, Refusal.Because("api.filter").With("field", field), field);
}

internal static class DiscrepanciesApi
{
    private const string Area = "Discrepancies";

    public static void MapDiscrepanciesApi(this RouteGroupBuilder api)
    {
        api.MapGet("/discrepancies/causes", Count)
            .Told(Area, "Why customers' words and records differed", "The causes with which discrepancies were settled, by system too; shares from thirty on. For leads and admins.").Gives<CausesJson>().ActsFor(AgentWanted.Always).MayRefuse("api.agent.role");
        api.MapGet("/discrepancies", List)
            .Told(Area, "Settled discrepancies", "The tickets behind the counts, newest first. For leads and admins.").Gives<SettledDiscrepanciesJson>().ActsFor(AgentWanted.Always).MayRefuse("api.agent.role");
    }

    private static async Task<IResult> Count([AsParameters] AskedDays days, ApiCaller caller, CountCauses count, OurCompany ourCompany, TimeProvider clock, CancellationToken stop)
    {
        await caller.SomeLead(stop);
        var zone = (await ourCompany.Now(stop)).Zone;
        var (first, last) = days.In(zone, clock.Now());
        var (causes, open) = await count.Of(zone.Midnight(first), zone.Midnight(last.AddDays(1)), stop);
        return Api.Answer(new CausesJson(first, last, causes.All, open, Causes(causes.ByCause),
            [.. causes.Systems.Select(s => new SystemCountJson(s.Name, s.Count, s.InHundred, Causes(s.Causes)))], [.. causes.ByWord.Select(c => new HoldsCountJson(c.What, c.Count, c.InHundred))]));
    }

    private static IReadOnlyList<CauseCountJson> Causes(IEnumerable<Counted<DiscrepancyCause>> counted) => [.. counted.Select(c => new CauseCountJson(c.What, c.Count, c.InHundred))];

    private static async Task<IResult> List([AsParameters] AskedDays days, string? cause, string? system, string? holds, string? after, string? limit, ApiCaller caller, CountCauses count, OurCompany ourCompany, TimeProvider clock, CancellationToken stop)
    {
        await caller.SomeLead(stop);
        var zone = (await ourCompany.Now(stop)).Zone;
        var (first, last) = days.In(zone, clock.Now());
        var among = new Among(zone.Midnight(first), zone.Midnight(last.AddDays(1)), Word<DiscrepancyCause>(cause, "cause"), string.IsNullOrWhiteSpace(system) ? null : system, Word<WhichHolds>(holds, "holds"));
        var part = await count.Behind(among, Cursor.Read(after), Cursor.Limit(limit), stop);
        return Api.Answer(new SettledDiscrepanciesJson(
            [.. part.Rows.Select(r => new SettledDiscrepancyJson(r.Id, r.Reference.Value, r.Subject, r.At, r.System!, r.Cause!.Value, r.Holds!.Value))], part.After is { } id ? Cursor.After(id.Value) : null));
    }

    private static T? Word<T>(string? text, string field) where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? null :
        Enum.TryParse<T>(text, ignoreCase: true, out var word) && char.IsAsciiLetter(text[0]) ? word :
        throw new ApiRefused(StatusCodes.Status400BadRequest, Refusal.Because("api.filter").With("field", field), field);
}
