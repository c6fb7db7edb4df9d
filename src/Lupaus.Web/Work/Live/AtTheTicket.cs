using System.Collections.Concurrent;
using System.Globalization;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Live;

/// <summary>One of ours at a ticket.</summary>
public sealed record Present(AgentId Agent, bool IsWriting);

/// <summary>
/// Who looks at which ticket at this moment, and who writes. Of the moment, so in memory alone: each says so again and
/// again, here and to the other processes, and who falls silent has left.
/// </summary>
public sealed class AtTheTicket
{
    /// <summary>How often one says that one is still here.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LooksFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WritesFor = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<(TicketId Ticket, AgentId Agent), Seen> seen = new();
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly Dialect dialect;
    private readonly TimeProvider clock;

    public AtTheTicket(IDbContextFactory<LupausDb> databases, Dialect dialect, Hearsay hearsay, TimeProvider clock)
    {
        (this.databases, this.dialect, this.clock) = (databases, dialect, clock);
        hearsay.Follow(Hear);
    }

    private event Action<TicketId>? Changed;

    public void Follow(Action<TicketId> hear) => Changed += hear;

    public IReadOnlyList<Present> Others(TicketId ticket, AgentId me)
    {
        var now = clock.GetUtcNow();
        return [.. seen.Where(s => s.Key.Ticket == ticket && s.Key.Agent != me && s.Value.LooksUntil > now)
            .OrderBy(s => s.Key.Agent.Value).Select(s => new Present(s.Key.Agent, s.Value.WritesUntil > now))];
    }

    public Task Looks(TicketId ticket, AgentId agent, CancellationToken stop) => Say(ticket, agent, 'l', stop);

    public Task Writes(TicketId ticket, AgentId agent, CancellationToken stop) => Say(ticket, agent, 'w', stop);

    public Task Leaves(TicketId ticket, AgentId agent, CancellationToken stop) => Say(ticket, agent, 'x', stop);

    /// <summary>What another process said in <see cref="Say"/>.</summary>
    private void Hear(string words)
    {
        if (words.Split(' ') is ["at", var ticket, var agent, [var does]] && long.TryParse(ticket, CultureInfo.InvariantCulture, out var t) && long.TryParse(agent, CultureInfo.InvariantCulture, out var a))
            Take(new TicketId(t), new AgentId(a), does);
    }

    private async Task Say(TicketId ticket, AgentId agent, char does, CancellationToken stop)
    {
        Take(ticket, agent, does);
        await using var db = await databases.CreateDbContextAsync(stop);
        await dialect.Send(db, string.Create(CultureInfo.InvariantCulture, $"at {ticket.Value} {agent.Value} {does}"), stop);
    }

    private void Take(TicketId ticket, AgentId agent, char does)
    {
        var now = clock.GetUtcNow();
        var before = seen.GetValueOrDefault((ticket, agent));
        var after = does switch
        {
            'x' => null,
            'w' => new Seen(now + LooksFor, now + WritesFor),
            _ => new Seen(now + LooksFor, before?.WritesUntil ?? now),
        };
        if (after is null)
            seen.TryRemove((ticket, agent), out _);
        else
            seen[(ticket, agent)] = after;
        if ((before?.LooksUntil > now, before?.WritesUntil > now) != (after is not null, after?.WritesUntil > now))
            Changed?.Invoke(ticket);
        foreach (var (gone, _) in seen.Where(s => s.Value.LooksUntil < now))
            seen.TryRemove(gone, out _);
    }

    private sealed record Seen(DateTimeOffset LooksUntil, DateTimeOffset WritesUntil);
}
