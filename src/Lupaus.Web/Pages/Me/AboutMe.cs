using System.Buffers.Text;
using Lupaus.Care.Recovery;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Ground.Identity;
using Lupaus.Work.Alerts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Me;

public sealed record MyPasskey(string Id, string Name, DateTimeOffset MadeAt);

public sealed record MyAbsence(AbsenceId Id, DateTimeOffset From, DateTimeOffset? Until, string? StandIn, bool HasBegun);

/// <summary>Everything that one's own page shows.</summary>
public sealed record Myself(
    Agent Agent,
    WeeklyHours? Hours,
    bool HasPassword,
    bool HasSecondFactor,
    int CodesLeft,
    IReadOnlyList<MyPasskey> Passkeys,
    IReadOnlyList<MyAbsence> Absences,
    IReadOnlyList<Colleague> Colleagues)
{
    public IReadOnlyList<SessionShown> Sessions { get; init; } = [];

    public required AlertWishes Wishes { get; init; }

    /// <summary>What they may give to customers in this month.</summary>
    public required Purse Purse { get; init; }
}

public sealed class AboutMe(LupausDb db, Colleagues everybody, SecondFactor secondFactor, Sessions sessions, GoodwillSeen goodwill, TimeProvider clock)
{
    public async Task<Myself> For(AgentId id, CancellationToken stop)
    {
        var now = clock.Now();
        var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.Id == id, stop);
        var login = await db.Users.AsNoTracking().FirstAsync(l => l.Id == id.Value, stop);
        var hours = await db.WorkingHours.AsNoTracking().FirstOrDefaultAsync(h => h.AgentId == id, stop);
        var passkeys = await db.Set<IdentityUserPasskey<long>>().AsNoTracking().Where(p => p.UserId == id.Value).ToListAsync(stop);
        var colleagues = await everybody.Of(id, stop);
        var absences = await db.Absences.AsNoTracking().Where(a => a.AgentId == id && (a.Until == null || (a.Until > now && a.Until > a.From))).OrderBy(a => a.From).ToListAsync(stop);
        return new Myself(
            agent, hours?.Weekly, login.PasswordHash is not null, login.TwoFactorEnabled,
            login.TwoFactorEnabled ? await secondFactor.CodesLeft(id, stop) : 0,
            [.. passkeys.Select(p => new MyPasskey(Base64Url.EncodeToString(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt)).OrderBy(p => p.MadeAt)],
            [.. absences.Select(a => new MyAbsence(a.Id, a.From, a.Until, colleagues.FirstOrDefault(c => c.Id == (a.StandInId ?? agent.StandInId))?.Name, a.Covers(now)))],
            colleagues)
        {
            Sessions = await sessions.Of(id, stop),
            Purse = await goodwill.Of(id, now, stop),
            Wishes = await db.AlertWishes.AsNoTracking().FirstOrDefaultAsync(w => w.AgentId == id, stop) ?? new AlertWishes(id),
        };
    }
}
