using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Somebody waits for an answer of ours.</summary>
/// <param name="Other">Who asks; of one's own question, who is asked.</param>
/// <param name="Question">What is asked; null where the ticket is offered.</param>
/// <param name="IsMyOwn">The reader asked it, and the time for the answer has passed.</param>
public sealed record DeskAsk(Reference Reference, string Subject, string Other, DateTimeOffset By, string? Question, bool IsMyOwn);

internal static class DeskAsks
{
    private const int Most = 20;

    /// <summary>What waits for this agent's answer, and what they got no answer to in time.</summary>
    public static async Task<IReadOnlyList<DeskAsk>> AsksOf(this LupausDb db, AgentId agent, DateTimeOffset now, CancellationToken stop)
    {
        var offers = await db.Tickets.IgnoreAutoIncludes().Where(t => t.OfferedTo == agent && t.OfferedUntil > now).OrderBy(t => t.OfferedUntil).Take(Most)
            .Select(t => new DeskAsk(t.Reference, t.Subject, db.Agents.Where(a => a.Id == t.OfferedBy).Select(a => a.Name).First(), t.OfferedUntil!.Value, null, false)).ToListAsync(stop);
        var questions = await db.Duties.Where(d => d.DoneAt == null && d.AskedBy != null && (d.Doer == agent || (d.AskedBy == agent && d.Due < now))).OrderBy(d => d.Due).Take(Most)
            .Join(db.Tickets.IgnoreAutoIncludes(), d => d.TicketId, t => t.Id, (d, t) => new { Duty = d, Ticket = t })
            .Select(x => new DeskAsk(x.Ticket.Reference, x.Ticket.Subject,
                db.Agents.Where(a => a.Id == (x.Duty.Doer == agent ? x.Duty.AskedBy : x.Duty.Doer)).Select(a => a.Name).First(), x.Duty.Due, x.Duty.What, x.Duty.Doer != agent)).ToListAsync(stop);
        return [.. offers.Concat(questions).OrderBy(a => a.By)];
    }
}
