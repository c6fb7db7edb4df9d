using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Pages.Me;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

public enum Presence { Here, Away, Invited, Withdrawn, Left }

public sealed record PersonRow(Agent Agent, Presence Presence, bool HasDuty, int OpenTickets, IReadOnlyList<string> Teams);

/// <summary>One of ours as an admin sees them.</summary>
/// <param name="Heir">Who would go on with their tickets.</param>
public sealed record PersonShown(PersonRow Row, bool HasSecondFactor, DateTimeOffset? InvitedUntil, string? Heir, IReadOnlyList<MyAbsence> Absences, IReadOnlyList<Colleague> Colleagues)
{
    public WeeklyHours? Hours { get; init; }

    public IReadOnlyList<Team> Teams { get; init; } = [];

    /// <summary>What each of us may give to customers in a month, in cents, where nothing else is set for them.</summary>
    public int GoodwillOfAll { get; init; }

    public IReadOnlyList<SessionShown> Sessions { get; init; } = [];
}

/// <summary>Our people, those who have been invited, and those who have left.</summary>
public sealed class People(IDbContextFactory<LupausDb> databases, Colleagues everybody, Sessions sessions, TimeProvider clock)
{
    public async Task<IReadOnlyList<PersonRow>> All(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Rows(db, stop);
    }

    public async Task<PersonShown?> One(AgentId id, CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await Rows(db, stop);
        if (rows.FirstOrDefault(r => r.Agent.Id == id) is not { } row)
            return null;
        var others = await everybody.Of(id, stop);
        var more = await db.Agents.Where(a => a.Id == id).Select(a => new
        {
            HasSecondFactor = db.Users.Any(l => l.Id == id.Value && l.TwoFactorEnabled),
            InvitedUntil = db.SignInLinks.Where(l => l.AgentId == id && l.Kind == SignInLinkKind.Invitation).OrderByDescending(l => l.MadeAt).Select(l => (DateTimeOffset?)l.HoldsUntil).FirstOrDefault(),
            Hours = db.WorkingHours.Where(h => h.AgentId == id).Select(h => h.Weekly).FirstOrDefault(),
            GoodwillOfAll = db.Companies.Select(c => c.GoodwillLimit).FirstOrDefault(),
        }).FirstAsync(stop);
        var absences = await db.Absences.AsNoTracking().Where(a => a.AgentId == id && (a.Until == null || (a.Until > now && a.Until > a.From))).OrderBy(a => a.From).ToListAsync(stop);
        var heir = row.Agent.IsActive ? await Work.Handovers.Heirs.HeirOf(db, id, row.Agent.StandInId, now, stop) : null;
        return new PersonShown(
            row, more.HasSecondFactor, row.Presence == Presence.Invited ? more.InvitedUntil : null, others.FirstOrDefault(o => o.Id == heir)?.Name,
            [.. absences.Select(a => new MyAbsence(a.Id, a.From, a.Until, others.FirstOrDefault(c => c.Id == (a.StandInId ?? row.Agent.StandInId))?.Name, a.Covers(now)))],
            others)
        {
            Hours = more.Hours,
            GoodwillOfAll = more.GoodwillOfAll,
            Teams = await db.Teams.AsNoTracking().OrderBy(t => t.Name).ToListAsync(stop),
            Sessions = await sessions.Of(id, stop),
        };
    }

    private async Task<IReadOnlyList<PersonRow>> Rows(LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        var (invitations, away) = (db.SignInLinks.Where(l => l.Kind == SignInLinkKind.Invitation), db.Absences.At(now));
        var agents = await db.Agents.AsNoTracking().Select(a => new
        {
            Agent = a,
            IsAway = away.Any(x => x.AgentId == a.Id),
            WasInvited = invitations.Any(i => i.AgentId == a.Id),
            HasAccepted = invitations.Any(i => i.AgentId == a.Id && i.UsedAt != null),
            HasDuty = db.Companies.Any(c => c.DutyAgentId == a.Id),
        }).ToListAsync(stop);
        var open = await db.Tickets.Open().GroupBy(t => t.OwnerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var teams = await db.Set<TeamMember>().Join(db.Teams.IgnoreAutoIncludes(), m => m.TeamId, t => t.Id, (m, t) => new { m.AgentId, t.Name }).ToListAsync(stop);
        return
        [
            .. agents.Select(a => new PersonRow(
                a.Agent,
                a.Agent.IsActive ? a.IsAway ? Presence.Away : Presence.Here : a.Agent.WithdrawnAt is not null ? Presence.Withdrawn : a.WasInvited && !a.HasAccepted ? Presence.Invited : Presence.Left,
                a.HasDuty, open.GetValueOrDefault(a.Agent.Id), [.. teams.Where(t => t.AgentId == a.Agent.Id).Select(t => t.Name).Order()]))
                .OrderBy(r => r.Presence is Presence.Left or Presence.Withdrawn).ThenBy(r => r.Presence is Presence.Invited).ThenBy(r => r.Agent.Name, StringComparer.InvariantCulture),
        ];
    }
}
