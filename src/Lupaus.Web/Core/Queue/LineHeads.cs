using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>
/// The heads of the common line for one agent: of each topic they serve, in each language they speak, the first by deadline, by promise, by what can't
/// be kept any more, and by age. A look-up each, however long the line is. What they ask themselves is for others.
/// </summary>
internal sealed record LineHeads(IReadOnlyList<Waiting> Firsts, IReadOnlyList<Waiting> Oldest)
{
    /// <param name="heldToo">With those that only come into the line later, since their customer brought many at once.</param>
    public static async Task<LineHeads> For(AgentId agent, IReadOnlyList<LanguageCode> languages, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop, bool heldToo = false)
    {
        var standing = heldToo ? now.AddYears(100) : now;
        // One statement for them all, however many languages and efforts there are.
        var asked = company.Topics.GroupBy(t => t.FastestAnswer, t => t.Id)
            .SelectMany(topics => languages.Select(language => Cells(agent, [.. topics], language, now + (topics.Key / 2), standing, db)))
            .Aggregate((all, more) => all.Concat(more));
        var cells = await asked.ToListAsync(stop);
        var firsts = cells.SelectMany(c => new[] { c.Deadline, c.Promised, c.Late }).OfType<TicketId>().ToHashSet();
        var oldest = cells.Select(c => c.Oldest).OfType<TicketId>().ToHashSet();
        TicketId[] heads = [.. firsts.Union(oldest)];
        var known = await db.Tickets.AsNoTracking().Where(t => heads.Contains(t.Id)).Select(t => new { t.Id, t.TopicId, t.InLineSince, t.Promise!.Due, t.Deadline }).ToListAsync(stop);
        var waiting = known.ToDictionary(t => t.Id, t => new Waiting(t.Id, t.InLineSince, t.Due, t.Deadline, company.Topic(t.TopicId).FastestAnswer));
        return new LineHeads([.. firsts.Where(waiting.ContainsKey).Select(id => waiting[id])], [.. oldest.Where(waiting.ContainsKey).Select(id => waiting[id])]);
    }

    private static IQueryable<Cell> Cells(AgentId agent, TopicId[] topics, LanguageCode language, DateTimeOffset meetable, DateTimeOffset standing, LupausDb db) =>
        db.Topics.Where(topic => topics.Contains(topic.Id) && db.Set<TeamMember>().Any(m => m.TeamId == topic.TeamId && m.AgentId == agent)).Select(topic => new Cell
        {
            Deadline = db.Tickets.InLine().Where(t => t.RequesterId != agent && t.TopicId == topic.Id && t.Language == language && t.InLineSince <= standing && t.Deadline >= meetable)
                .OrderBy(t => t.Deadline).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            Promised = db.Tickets.InLine().Where(t => t.RequesterId != agent && t.TopicId == topic.Id && t.Language == language && t.InLineSince <= standing && t.Promise!.Due >= meetable)
                .OrderBy(t => t.Promise!.Due).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            Late = db.Tickets.InLine().Where(t => t.RequesterId != agent && t.TopicId == topic.Id && t.Language == language && t.InLineSince <= standing && t.Promise!.Due < meetable)
                .OrderBy(t => t.Promise!.Due).Select(t => (TicketId?)t.Id).FirstOrDefault(),
            Oldest = db.Tickets.InLine().Where(t => t.RequesterId != agent && t.TopicId == topic.Id && t.Language == language && t.InLineSince <= standing)
                .OrderBy(t => t.InLineSince).ThenBy(t => t.Id).Select(t => (TicketId?)t.Id).FirstOrDefault(),
        });

    private sealed class Cell
    {
        public TicketId? Deadline { get; init; }

        public TicketId? Promised { get; init; }

        public TicketId? Late { get; init; }

        public TicketId? Oldest { get; init; }
    }
}
