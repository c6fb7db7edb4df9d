using System.Collections.Concurrent;
using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Work.Live;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>
/// Rings where an open desk should look for alerts: after a fact that may alert somebody, after a look at the clock that
/// did, and when they were read elsewhere. Other web nodes ring too. Who hears it looks into the database.
/// </summary>
public sealed class AlertBell
{
    private const string Word = "alerts";
    private readonly ConcurrentDictionary<OpenDesk, byte> desks = new();
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly Dialect dialect;

    public AlertBell(IDbContextFactory<LupausDb> databases, Dialect dialect, News news, Hearsay hearsay)
    {
        (this.databases, this.dialect) = (databases, dialect);
        news.Follow(items =>
        {
            if (items.Any(item => item.Happening.What is NoteWritten or OwnerNamed or OwnerChanged or MessageReceived or MailWaits or NotReached or LetterUnsure or PromiseEnded))
                RingHere(null);
        });
        news.FollowForgetting(() => RingHere(null));
        hearsay.Follow(words =>
        {
            if (words.Split(' ') is [Word, .. var agents])
                RingHere([.. agents.Select(a => long.TryParse(a, CultureInfo.InvariantCulture, out var id) ? new AgentId(id) : default)]);
        });
    }

    private event Action<AgentId>? Rang;

    private event Action? RangForAll;

    public void Follow(Action<AgentId> one, Action all)
    {
        Rang += one;
        RangForAll += all;
    }

    public OpenDesk Open(AgentId agent)
    {
        var desk = new OpenDesk(agent, null);
        desks[desk] = 0;
        return desk;
    }

    public void Close(OpenDesk desk) => desks.TryRemove(desk, out _);

    public async Task Ring(IReadOnlyCollection<AgentId> agents, CancellationToken stop)
    {
        RingHere(agents);
        await using var db = await databases.CreateDbContextAsync(stop);
        await dialect.Send(db, string.Join(' ', agents.Select(a => a.Value.ToString(CultureInfo.InvariantCulture)).Prepend(Word)), stop);
    }

    private void RingHere(IReadOnlyCollection<AgentId>? agents)
    {
        if (agents is null)
            RangForAll?.Invoke();
        else
            foreach (var agent in agents)
                Rang?.Invoke(agent);
        foreach (var desk in desks.Keys.Where(d => agents?.Contains(d.Agent) ?? true))
            desk.Tell(DeskChange.Lists);
    }
}
