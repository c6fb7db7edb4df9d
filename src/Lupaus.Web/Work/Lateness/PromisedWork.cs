using System.Collections.Frozen;
using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Lateness;

/// <summary>
/// What is promised within the next days, beside the time there is to work: what one of ours has begun takes their own hours, what nobody has
/// begun those of the whole team.
/// </summary>
public sealed class PromisedWork
{
    private const int Most = 2000;

    private readonly CompanyNow company;
    private readonly StandIns standIns;
    private readonly IReadOnlyList<Promised> all;
    private readonly IReadOnlyDictionary<AgentId, Worker> crew;
    private readonly DateTimeOffset until;

    private PromisedWork(CompanyNow company, StandIns standIns, IReadOnlyList<Promised> all, IReadOnlyDictionary<AgentId, Worker> crew, DateTimeOffset until) =>
        (this.company, this.standIns, this.all, this.crew, this.until) = (company, standIns, all, crew, until);

    /// <summary>What is due within that time, and the time there is to work.</summary>
    public static async Task<PromisedWork> Read(CompanyNow company, LupausDb db, DateTimeOffset from, DateTimeOffset until, CancellationToken stop)
    {
        var promised = await db.Tickets.ComingUpBy(until).AsNoTracking().IgnoreAutoIncludes()
            .Where(t => t.Promise!.Due > from && t.Promise.Due <= until && t.Promise.Kind != PromiseKind.CheckBack && t.AsideUntil == null && !db.HeldReplies.Any(h => h.TicketId == t.Id))
            .OrderBy(t => t.Promise!.Due).Take(Most).Select(t => new Promised(t.Id, t.OwnerId, t.RequesterId, t.TopicId, t.Promise!.Due, t.FirstHumanWordAt == null)).ToListAsync(stop);
        return new PromisedWork(company, await db.StandIns(from, stop), promised, await Crew(company, db, from, until, stop), until);
    }

    /// <summary>What doesn't fit.</summary>
    public FrozenSet<TicketId> DontFit() => DontFit(standIns, crew);

    /// <summary>What wouldn't fit either if one of ours were ill all that time: what they have begun goes to whoever stands in.</summary>
    public IReadOnlyList<TicketId> DontFitWithout(AgentId ill)
    {
        if (!crew.TryGetValue(ill, out var missing))
            return [];
        var others = crew.ToDictionary(w => w.Key, w => w.Value);
        others[ill] = missing with { IsIll = true };
        var fit = DontFit();
        return [.. DontFit(standIns.Without(ill, missing.StandIn), others).Where(id => !fit.Contains(id))];
    }

    /// <summary>Who is at work in that time, and for how long.</summary>
    public IEnumerable<(AgentId Agent, TimeSpan Work)> AtWork => crew.Values.Select(w => (w.Agent, Work: w.WorkUntil(until))).Where(w => w.Work > TimeSpan.Zero);

    /// <summary>How much one of ours looks after that is promised for that time, begun or not.</summary>
    public int DueFor(AgentId agent) => all.Count(p => standIns.For(p.Owner, p.Requester) == agent);

    public AgentId StandInFor(AgentId agent) => standIns.Without(agent, crew.GetValueOrDefault(agent)?.StandIn).For(agent);

    private FrozenSet<TicketId> DontFit(StandIns instead, IReadOnlyDictionary<AgentId, Worker> workers)
    {
        var inLine = all.Where(p => p.IsUntouched).ToLookup(p => company.Topic(p.Topic).TeamId);
        var begun = all.Where(p => !p.IsUntouched).ToLookup(p => instead.For(p.Owner, p.Requester));
        var ofOne = begun.Where(own => workers.ContainsKey(own.Key)).SelectMany(own => DontFit(own, [workers[own.Key]]));
        var ofTeam = inLine.SelectMany(line => workers.Values.Where(w => w.Teams.Contains(line.Key)).ToArray() is var team ? DontFit(line.Concat(team.SelectMany(w => begun[w.Agent])), team).Where(p => p.IsUntouched) : []);
        return ofOne.Concat(ofTeam).Select(p => p.Id).ToFrozenSet();
    }

    private IEnumerable<Promised> DontFit(IEnumerable<Promised> promised, IReadOnlyCollection<Worker> workers) => Feasibility.DontFit(
        promised.Select(p => new Demand<Promised>(p, p.Due, company.Topic(p.Topic).FastestAnswer)), due => workers.Aggregate(TimeSpan.Zero, (sum, w) => sum + w.WorkUntil(due)));

    private static async Task<Dictionary<AgentId, Worker>> Crew(CompanyNow company, LupausDb db, DateTimeOffset from, DateTimeOffset until, CancellationToken stop)
    {
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new
        {
            a.Id,
            a.StandInId,
            Hours = db.WorkingHours.Where(h => h.AgentId == a.Id).Select(h => h.Weekly).FirstOrDefault(),
            Teams = db.Set<TeamMember>().Where(m => m.AgentId == a.Id).OrderBy(m => m.TeamId).Select(m => m.TeamId).ToList(),
            Away = db.Absences.Where(x => x.AgentId == a.Id && x.From < until && (x.Until == null || x.Until > from)).ToList(),
        }).ToListAsync(stop);
        return agents.ToDictionary(a => a.Id, a => new Worker(a.Id, a.StandInId, a.Teams, from, new WorkingTime(company.HoursOf(a.Teams.Count > 0 ? a.Teams[0] : null), a.Hours, a.Away)));
    }

    private sealed record Promised(TicketId Id, AgentId Owner, AgentId? Requester, TopicId Topic, DateTimeOffset Due, bool IsUntouched);

    private sealed record Worker(AgentId Agent, AgentId? StandIn, IReadOnlyCollection<TeamId> Teams, DateTimeOffset From, WorkingTime Time)
    {
        // Many promises are due at one round time.
        private readonly Dictionary<DateTimeOffset, TimeSpan> until = [];

        public bool IsIll { get; init; }

        public TimeSpan WorkUntil(DateTimeOffset due) => IsIll ? TimeSpan.Zero : until.TryGetValue(due, out var work) ? work : until[due] = Time.Between(From, due);
    }
}
