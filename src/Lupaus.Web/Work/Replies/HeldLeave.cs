using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>Lets the held replies go whose moment to be taken back is over.</summary>
public sealed class HeldLeave(IDbContextFactory<LupausDb> databases, Changes changes, TimeProvider clock, ILogger<HeldLeave> log) : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>Answers when the next one leaves; null when none waits for its time.</summary>
    public async Task<DateTimeOffset?> Now(CancellationToken stop)
    {
        var now = clock.Now();
        List<(TicketId Ticket, DateTimeOffset LeavesAt)> held;
        await using (var db = await databases.CreateDbContextAsync(stop))
            held = [.. (await db.HeldReplies.OrderBy(h => h.LeavesAt).Select(h => new { h.TicketId, h.LeavesAt }).ToListAsync(stop)).Select(h => (h.TicketId, h.LeavesAt))];
        foreach (var (ticket, _) in held.Where(h => h.LeavesAt <= now))
            await Try(ticket, stop);
        return held.Where(h => h.LeavesAt > now).Select(h => (DateTimeOffset?)h.LeavesAt).FirstOrDefault();
    }

    /// <summary>One that can't leave now must not keep the others waiting; the next look comes soon.</summary>
    private async Task Try(TicketId ticket, CancellationToken stop)
    {
        try
        {
            await changes.Make(async db =>
            {
                // Taken back, or gone with another web node, while we were looking.
                if (await db.HeldReplies.FirstOrDefaultAsync(h => h.TicketId == ticket, stop) is { } held && held.MayLeave(clock.Now()))
                    await db.Leave(held, await db.Tickets.One(ticket, stop), clock.Now(), stop);
            }, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A reply that was sent could not leave; it is tried again soon.");
        }
    }

    /// <summary>One more is held: whoever waits for the next looks again.</summary>
    public void Wake()
    {
        lock (bell)
        {
            if (bell.CurrentCount == 0)
                bell.Release();
        }
    }

    public Task Sleep(TimeSpan atMost, CancellationToken stop) => bell.WaitAsync(atMost, stop);

    public void Dispose() => bell.Dispose();
}

internal static class Leaving
{
    /// <summary>
    /// It goes out as it was sent, at the time it was sent. What has come between meanwhile (newer words from the
    /// customer, a colleague who closed the ticket) brings it back to its writer, with the reason.
    /// </summary>
    public static async Task Leave(this LupausDb db, HeldReply held, Ticket ticket, DateTimeOffset now, CancellationToken stop)
    {
        db.HeldReplies.Remove(held);
        if (ticket.WhyNotAnswer(held.Reply, held.AgentId, held.SentAt) is { } refusal)
        {
            await db.ComeBack(held, ticket, refusal, now, stop);
            return;
        }
        var message = ticket.Answer(held.Reply, held.AgentId, held.SentAt);
        message.Attach(await db.Stored(held.Files, stop), held.SentAt);
    }

    /// <summary>Its words and files are its writer's draft again.</summary>
    public static async Task ComeBack(this LupausDb db, HeldReply held, Ticket ticket, Refusal? why, DateTimeOffset now, CancellationToken stop)
    {
        ticket.AnswerCameBack(why, held.AgentId, now);
        var unsent = await db.UnsentBy(held.AgentId, ticket.Id, stop);
        if (unsent is null)
            db.Unsent.Add(unsent = new Unsent(ticket.Id, held.AgentId));
        else if (db.Entry(unsent).State == EntityState.Deleted)
            db.Entry(unsent).State = EntityState.Modified; // a newer reply has just taken its draft away
        unsent.ComesBack(held.Draft, why, now);
        foreach (var (file, name, _) in await db.Stored(held.Files, stop))
            db.UnsentFiles.Add(new UnsentFile(ticket.Id, held.AgentId, isNote: false, new FileNamed(file.Hash, name), file.Type, file.Length, now));
    }
}
