using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>Both words as they are told at the desk or by a program: what is quoted and shown is named by its id.</summary>
public sealed record WishedDiscrepancy(string Says, string Record)
{
    public MessageId? SaidIn { get; init; }

    public SaidHow? Said { get; init; }

    public string? Source { get; init; }

    public string? Where { get; init; }

    public AttachmentId? Shown { get; init; }
}

/// <summary>The customer's word and the record's are put side by side. What is quoted or shown has to be of this very matter.</summary>
public sealed class RecordDiscrepancy(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, WishedDiscrepancy wished, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        // What was written in a matter merged into this one is of this one too.
        var whole = db.Messages.AsNoTracking().Where(m => m.TicketId == id || db.Tickets.Any(p => p.Id == m.TicketId && p.MergedIntoId == id));
        var said = wished.SaidIn is { } quoted ? await whole.FirstOrDefaultAsync(m => m.Id == quoted, stop) ?? throw new RuleBroken(Refusal.Because("discrepancy.message")) : null;
        var shown = wished.Shown is { } file ? await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == file && whole.Any(m => m.Id == a.MessageId), stop) ?? throw new RuleBroken(Refusal.Because("discrepancy.file")) : null;
        ticket.Disagree(new Disagreement(wished.Says, new RecordsWord(wished.Record, wished.Source, wished.Where, shown), said, wished.Said), by, now);
        db.Remember(source, id, now);
    }, stop);
}
