using System.Collections.Concurrent;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Live;

/// <summary>The desks that stand open in this process, and what each of them has to hear.</summary>
public sealed class OpenDesks
{
    private readonly ConcurrentDictionary<OpenDesk, byte> desks = new();

    public OpenDesks(News news, AtTheTicket company)
    {
        news.Follow(items =>
        {
            var matters = items.Select(item => item.Matter).OfType<TicketId>().ToHashSet();
            foreach (var desk in matters.Count > 0 ? desks.Keys : [])
                desk.Tell(desk.Ticket is { } open && matters.Contains(open) ? DeskChange.Lists | DeskChange.Ticket : DeskChange.Lists);
        });
        news.FollowForgetting(() =>
        {
            foreach (var desk in desks.Keys)
                desk.Tell(DeskChange.Over);
        });
        company.Follow(ticket =>
        {
            foreach (var desk in desks.Keys.Where(d => d.Ticket == ticket))
                desk.Tell(DeskChange.Company);
        });
    }

    public OpenDesk Open(AgentId agent, TicketId? ticket)
    {
        var desk = new OpenDesk(agent, ticket);
        desks[desk] = 0;
        return desk;
    }

    public void Close(OpenDesk desk) => desks.TryRemove(desk, out _);
}
