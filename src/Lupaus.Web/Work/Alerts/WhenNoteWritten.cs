using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>A note that asks for colleagues by name alerts them.</summary>
public sealed class WhenNoteWritten : IListener<NoteWritten>
{
    public async Task Hear(NoteWritten fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var note = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message).Entity;
        if (!note.Body.Contains('@', StringComparison.Ordinal))
            return;
        var names = await db.Agents.AsNoTracking().IgnoreAutoIncludes().Where(a => a.Activity != null).Select(a => new { a.Id, a.Name }).ToListAsync(stop);
        foreach (var agent in Mentions.In(note.Body, [.. names.Select(n => (n.Id, n.Name))]).Where(a => a != happening.By.Agent))
            db.Alerts.Add(new Alert(agent, note.TicketId, new Cause(AlertKind.Mentioned, note.Id.Value, null), happening.At, happening.By.Agent));
    }
}
