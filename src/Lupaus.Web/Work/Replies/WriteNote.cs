using Lupaus.Ground.Files;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Work.Replies;

/// <summary>A word among ourselves.</summary>
public sealed class WriteNote(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, string body, IReadOnlyList<Upload> files, AgentId by, Source? source, CancellationToken stop, IReadOnlyList<AttachmentId>? kept = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        var note = ticket.Note(body, by, now);
        note.Attach(await db.Enclose(id, by, files, kept ?? [], now, stop), now);
        await db.TakeAway(by, id, unsent => unsent.WroteNote(), stop);
        db.Remember(source, id, now);
    }, stop);
}
