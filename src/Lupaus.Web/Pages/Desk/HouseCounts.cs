using System.Collections.Frozen;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How much there is in the house, the same for everybody.</summary>
/// <param name="Team">Open ones of the topics each of us serves.</param>
/// <param name="Internal">Open ones that we ask of each other.</param>
/// <param name="Requests">Open ones that each of us asks.</param>
/// <param name="Calls">Matters in which each of us has to ring somebody now.</param>
/// <param name="Asked">Those a colleague has offered something or asked, or who have asked themselves.</param>
public sealed record HouseNow(int Common, int Open, int Waiting, int Today, int AtRisk, int Aside, int Internal, FrozenDictionary<AgentId, int> Requests, FrozenDictionary<AgentId, int> Team, FrozenDictionary<AgentId, int> Calls, FrozenSet<AgentId> Asked);

/// <summary>
/// Counts what is in the house once for all desks: again as soon as anything happens to a ticket, and after a few
/// seconds, since time makes things late by itself.
/// </summary>
public sealed class HouseCounts
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly OurCompany ourCompany;
    private readonly News news;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public HouseCounts(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, News news, TimeProvider clock)
    {
        (this.databases, this.ourCompany, this.news, this.clock) = (databases, ourCompany, news, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async Task<HouseNow> Now(CancellationToken stop)
    {
        // Noted before it is counted: what is stored meanwhile makes this count an old one.
        var soFar = news.SoFar;
        if (known is { } fresh && fresh.SoFar == soFar && clock.GetElapsedTime(fresh.CountedAt) < Kept)
            return fresh.House;
        var counted = clock.GetTimestamp();
        var house = await Count(stop);
        known = new Known(house, soFar, counted);
        return house;
    }

    private async Task<HouseNow> Count(CancellationToken stop)
    {
        var moment = Moment.In((await ourCompany.Now(stop)).Zone, clock.Now());
        await using var db = await databases.CreateDbContextAsync(stop);
        // Said beforehand, so that EF sees one question in another and asks all of them at once.
        var common = db.InView(DeskView.Common, default, moment);
        var open = db.InView(DeskView.Open, default, moment);
        var waiting = db.InView(DeskView.Waiting, default, moment);
        var today = db.InView(DeskView.Today, default, moment);
        var atRisk = db.InView(DeskView.Risk, default, moment);
        var counts = await db.Companies.Where(c => c.Id == Company.OnlyId).Select(c => new
        {
            Common = common.Count(),
            Open = open.Count(),
            Waiting = waiting.Count(),
            Today = today.Count(),
            AtRisk = atRisk.Count(),
            Aside = db.Tickets.Count(t => t.AsideUntil != null),
        }).SingleAsync(stop);
        var topics = await open.GroupBy(t => t.TopicId).Select(g => new { Topic = g.Key, Open = g.Count() }).ToDictionaryAsync(g => g.Topic, g => g.Open, stop);
        var requests = await db.InView(DeskView.Internal, default, moment).GroupBy(t => t.RequesterId!.Value).Select(g => new { Agent = g.Key, Open = g.Count() }).ToDictionaryAsync(g => g.Agent, g => g.Open, stop);
        var served = await db.Topics.Join(db.Set<TeamMember>(), t => t.TeamId, m => m.TeamId, (t, m) => new { m.AgentId, Topic = t.Id }).ToListAsync(stop);
        var calls = await db.Outbox.Where(o => o.Way == Way.Call && o.State == Dispatch.Waiting && o.NotBefore <= moment.Now)
            .Join(db.Tickets, o => o.TicketId, t => t.Id, (o, t) => new { t.OwnerId, t.Id }).Distinct()
            .GroupBy(t => t.OwnerId).Select(g => new { Agent = g.Key, Calls = g.Count() }).ToListAsync(stop);
        var asked = await db.Tickets.Where(t => t.OfferedTo != null).Select(t => t.OfferedTo!.Value)
            .Union(db.Duties.Where(d => d.DoneAt == null && d.AskedBy != null).Select(d => d.Doer)).Union(db.Duties.Where(d => d.DoneAt == null && d.AskedBy != null).Select(d => d.AskedBy!.Value)).ToListAsync(stop);
        return new HouseNow(
            counts.Common, counts.Open, counts.Waiting, counts.Today, counts.AtRisk, counts.Aside, requests.Values.Sum(), requests.ToFrozenDictionary(),
            served.GroupBy(s => s.AgentId).ToFrozenDictionary(s => s.Key, s => s.Sum(one => topics.GetValueOrDefault(one.Topic))),
            calls.ToFrozenDictionary(c => c.Agent, c => c.Calls),
            asked.ToFrozenSet());
    }

    private sealed record Known(HouseNow House, string SoFar, long CountedAt);
}
