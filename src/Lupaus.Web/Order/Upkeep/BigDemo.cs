using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Order.Upkeep;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>
/// A big company with two years behind it, for measuring: each ticket lives its life in the domain itself, and what it
/// leaves is written in batches. The same seed and moment give the same company.
/// </summary>
internal static class BigDemo
{
    public const int Most = 1_000_000;
    private const int Batch = 2_000;
    private const int TicketsPerAgent = 2_000;
    private static readonly TimeSpan Past = TimeSpan.FromDays(730);

    public static async Task<int> Fill(Settings settings, int tickets, int seed, DateTimeOffset now, CancellationToken stop)
    {
        var clock = new DemoClock(now - Past - TimeSpan.FromDays(1));
        await using var rooms = Demo.Rooms(settings, clock);
        await rooms.GetRequiredService<DemoCompany>().Found([.. DemoPeople.Agents, .. BigWords.MoreAgents(Math.Min(90, tickets / TicketsPerAgent))], clock.Now(), stop);
        var company = await rooms.GetRequiredService<OurCompany>().Now(stop);
        var bulk = ActivatorUtilities.CreateInstance<Bulk>(rooms);
        var world = new BigWorld(seed, now, Past, tickets, company, await Agents(rooms, stop), await Teams(rooms, stop), rooms.GetRequiredService<Telling>());
        for (var first = 0; first < tickets; first += Batch)
        {
            var rows = new BigRows(company, rooms.GetRequiredService<IndexWords>(), now);
            for (var i = first; i < Math.Min(tickets, first + Batch); i++)
                rows.Add(new BigLife(world, i).Live());
            rows.Add(world.TakeNewPeople());
            await bulk.Pour(rows.InOrder, stop);
        }
        await bulk.Finish(stop);
        return tickets;
    }

    private static async Task<IReadOnlyList<Agent>> Agents(IServiceProvider rooms, CancellationToken stop)
    {
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        return await db.Agents.AsNoTracking().OrderBy(a => a.Id).ToListAsync(stop);
    }

    private static async Task<ILookup<Lupaus.Ground.Topics.TeamId, AgentId>> Teams(IServiceProvider rooms, CancellationToken stop)
    {
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        return teams.SelectMany(t => t.Members).OrderBy(m => m.AgentId.Value).ToLookup(m => m.TeamId, m => m.AgentId);
    }
}
