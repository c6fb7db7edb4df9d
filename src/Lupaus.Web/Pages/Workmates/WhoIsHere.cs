using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Pages.Lead;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Workmates;

/// <summary>One of ours as colleagues want to know them: whether they are here, and who is instead when they aren't.</summary>
/// <param name="AwayUntil">Only while they are away, and when that is known.</param>
/// <param name="StandIn">Who answers while they are away.</param>
/// <param name="StandsInFor">Those away for whom they answer now.</param>
/// <param name="Works">The open span they are in, or their next one.</param>
public sealed record Mate(AgentId Id, string Name, IReadOnlyList<LanguageCode> Languages, bool IsDuty, bool IsAway, DateTimeOffset? AwayUntil, AgentId? StandIn, IReadOnlyList<AgentId> StandsInFor, OpenSpan? Works)
{
    public bool IsAtWork(DateTimeOffset now) => !IsAway && Works is { } span && span.From <= now;
}

/// <summary>Who works here, and who is here today: those at work first, then those who come, then those away; by name.</summary>
public sealed class WhoIsHere(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, TimeProvider clock)
{
    public async Task<IReadOnlyList<Mate>> Now(CancellationToken stop)
    {
        var now = clock.Now();
        var company = await ourCompany.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var absences = db.Absences.At(now);
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new
        {
            a.Id,
            a.Name,
            a.Languages,
            a.Role,
            a.StandInId,
            Hours = db.WorkingHours.Where(h => h.AgentId == a.Id).Select(h => h.Weekly).FirstOrDefault(),
            Team = db.Set<TeamMember>().Where(m => m.AgentId == a.Id).OrderBy(m => m.TeamId).Select(m => (TeamId?)m.TeamId).FirstOrDefault(),
            Away = absences.Where(x => x.AgentId == a.Id).OrderBy(x => x.Id).Select(x => new { x.Until, x.StandInId }).ToList(),
        }).ToListAsync(stop);
        var standIns = new Standings([.. agents.Select(a => Standing.Of(a.Id, a.Role, a.StandInId, a.Away.Select(x => x.StandInId)))], company.DutyAgent).StandIns();
        var instead = standIns.Away.ToDictionary(a => a, a => standIns.For(a) is var standIn && !standIns.IsAway(standIn) ? (AgentId?)standIn : null);
        return
        [
            .. agents.Select(a => new Mate(
                    a.Id, a.Name, a.Languages, a.Id == company.DutyAgent, a.Away.Count > 0, a.Away.FirstOrDefault()?.Until, instead.TryGetValue(a.Id, out var standIn) ? standIn : null,
                    [.. instead.Where(i => i.Value == a.Id).Select(i => i.Key)], NextWork.Of(a.Hours, a.Team, company, now)))
                .OrderBy(m => m.IsAway).ThenByDescending(m => m.IsAtWork(now)).ThenBy(m => m.Name, StringComparer.CurrentCulture),
        ];
    }
}
