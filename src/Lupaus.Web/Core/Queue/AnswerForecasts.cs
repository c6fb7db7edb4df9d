using Lupaus.Core.Promises;
using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>A promise of an answer as it can honestly be made now, and what it was reckoned from.</summary>
/// <param name="InLineSince">When a new matter comes into the common line.</param>
public sealed record ForecastAnswer(Forecast Forecast, Reckoned Reckoned, DateTimeOffset InLineSince)
{
    public DateTimeOffset Due => Forecast.Due;
}

/// <summary>When an answer can be promised: from what waits, who is there to do it, and what earlier answers taught.</summary>
public sealed class AnswerForecasts(LearntPromises learnt)
{
    /// <summary>So many of one customer's matters come into the common line at once.</summary>
    private const int AtOnce = 10;

    /// <summary>What more they bring comes one by one, with this share of what we can do.</summary>
    private const double ShareOfOne = .10;

    /// <summary>Nobody can answer everything at once: so far apart are one owner's promises made anew.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    private const int MostLookedAt = 500;
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    /// <summary>For a matter that comes now.</summary>
    /// <param name="earlier">When its customer's earlier ones came.</param>
    /// <param name="deadline">By when the customer says they need it, as far as anybody knows.</param>
    public async Task<ForecastAnswer> New(Topic topic, Roster roster, IReadOnlyList<DateTimeOffset> earlier, DateTimeOffset? deadline, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var hours = company.HoursOf(topic.Id);
        var agents = roster.Candidates.Count(c => c is { IsAble: true, IsOnDuty: true, IsAway: false });
        var hold = earlier.Count < AtOnce ? TimeSpan.Zero : Lane.Of(AtOnce, ShareOfOne, topic.FastestAnswer, agents).HoldAfter(earlier.Order().Select(at => hours.Between(at, now)));
        var (waiting, begun) = await InLine(topic, company, db, stop);
        var maker = company.MakerFor(topic.Id);
        var kind = new Alike(topic.Id, maker.IsUrgent(now, deadline) ? Pace.Pressing : Pace.InLine);
        var (forecast, basis) = maker.AnswerBy(topic, topic.FastestAnswer, new WorkAhead(waiting, begun, agents, hold), await learnt.Of(kind, company.Target, stop), now, deadline);
        return new ForecastAnswer(forecast, new Reckoned(kind, basis), hold == TimeSpan.Zero ? now : hours.After(now, hold));
    }

    /// <summary>For a matter that its owner has already and where it is our turn again: what they have begun waits before it.</summary>
    public async Task<ForecastAnswer> Again(Ticket ticket, AgentId owner, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var topic = company.Topic(ticket.TopicId);
        var kind = new Alike(topic.Id, Pace.GoesOn);
        var begun = await db.Tickets.OwnedBy(owner).CountAsync(t => t.Promise!.Kind == PromiseKind.Answer && t.FirstHumanWordAt != null && t.Id != ticket.Id, stop);
        var ahead = new WorkAhead(topic.FastestAnswer * begun, TimeSpan.Zero, 1, TimeSpan.Zero);
        var (forecast, basis) = company.MakerFor(topic.Id).AnswerBy(topic, topic.FastestAnswer, ahead, await learnt.Of(kind, company.Target, stop), now, ticket.Deadline > now ? ticket.Deadline : null);
        return new ForecastAnswer(forecast with { Due = ticket.NoLaterThanTold(forecast.Due, now) }, new Reckoned(kind, basis), now);
    }

    /// <summary>For a matter whose promise has just broken.</summary>
    /// <param name="before">How many of the same owner's are promised anew before it.</param>
    public async Task<ForecastAnswer> Anew(Ticket ticket, int before, CompanyNow company, DateTimeOffset now, CancellationToken stop)
    {
        var topic = company.Topic(ticket.TopicId);
        var kind = new Alike(topic.Id, Pace.Renewed);
        var ahead = new WorkAhead(Apart * before, TimeSpan.Zero, 1, TimeSpan.Zero);
        var (forecast, basis) = company.MakerFor(topic.Id).AnewBy(topic, topic.FastestAnswer, ahead, await learnt.Of(kind, company.Target, stop), now);
        return new ForecastAnswer(forecast with { Due = ticket.NoLaterThanTold(forecast.Due, now) }, new Reckoned(kind, basis), now);
    }

    /// <summary>When a customer's earlier matters came, the newest first.</summary>
    public static Task<List<DateTimeOffset>> Arrivals(PersonId customer, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - LookedBack;
        return db.Tickets.Where(t => t.CustomerId == customer && t.ArrivedAt > since).OrderByDescending(t => t.ArrivedAt).Take(MostLookedAt).Select(t => t.ArrivedAt).ToListAsync(stop);
    }

    /// <summary>The usual effort of what the topic's team has in line, and half of what somebody has just taken.</summary>
    private static async Task<(TimeSpan Waiting, TimeSpan Begun)> InLine(Topic topic, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var served = company.Topics.Where(t => t.TeamId == topic.TeamId).Select(t => t.Id).ToArray();
        var counted = await db.Tickets.Untouched().Where(t => served.Contains(t.TopicId))
            .GroupBy(t => new { t.TopicId, IsTaken = t.TakenAt != null }, (of, tickets) => new { of.TopicId, of.IsTaken, Count = tickets.Count() }).ToListAsync(stop);
        return (
            Sum(counted.Where(c => !c.IsTaken).Select(c => company.Topic(c.TopicId).FastestAnswer * c.Count)),
            Sum(counted.Where(c => c.IsTaken).Select(c => company.Topic(c.TopicId).FastestAnswer * c.Count / 2)));
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (all, one) => all + one);
}
