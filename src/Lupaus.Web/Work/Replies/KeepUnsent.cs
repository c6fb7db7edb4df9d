using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>Keeps what an agent has typed, as they type it: a closed browser or a broken line loses nothing.</summary>
public sealed class KeepUnsent(Changes changes, TimeProvider clock)
{
    public Task For(TicketId ticket, AgentId agent, string? reply, string? note, CancellationToken stop, Source? source = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var kept = await db.UnsentBy(agent, ticket, stop);
        var unsent = kept ?? new Unsent(ticket, agent);
        unsent.Keep(reply, note, clock.Now());
        if (kept is null && !unsent.IsEmpty)
            db.Unsent.Add(unsent);
        else if (kept is not null && unsent.IsEmpty)
            db.Unsent.Remove(unsent);
        db.Remember(source, ticket, clock.Now());
    }, stop);
}

internal static class UnsentStored
{
    public static Task<Unsent?> UnsentBy(this LupausDb db, AgentId agent, TicketId ticket, CancellationToken stop) =>
        db.Unsent.FirstOrDefaultAsync(u => u.TicketId == ticket && u.AgentId == agent, stop);

    /// <summary>What has been sent is no longer unsent, in the same change.</summary>
    public static async Task TakeAway(this LupausDb db, AgentId agent, TicketId ticket, Action<Unsent> sent, CancellationToken stop)
    {
        if (await db.UnsentBy(agent, ticket, stop) is not { } unsent)
            return;
        sent(unsent);
        if (unsent.IsEmpty)
            db.Unsent.Remove(unsent);
    }
}
