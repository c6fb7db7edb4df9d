using Lupaus.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>
/// The demo company and its last weeks, up to this very moment: so that whoever looks first sees a help desk at work,
/// whatever the hour.
/// </summary>
internal static class Demo
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(100);

    /// <summary>How many tickets there are afterwards.</summary>
    public static async Task<int> Fill(Settings settings, DateTimeOffset now, CancellationToken stop)
    {
        var clock = new DemoClock(now - Past);
        await using var rooms = Rooms(settings, clock);
        var agents = await rooms.GetRequiredService<DemoCompany>().Found(DemoPeople.Agents, clock.Now(), stop);
        var stage = new DemoStage(rooms, clock, now);
        await PlanDays(stage, agents, stop);

        DemoStories[] stories = [new TripStories(stage, agents), new BookStories(stage, agents), new SiteStories(stage, agents), new OtherStories(stage, agents)];
        await stage.Play(stories.SelectMany(s => s.All), stop);
        await new DemoHabits(stage, agents).Settle(stop);

        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        return await db.Tickets.CountAsync(stop);
    }

    /// <summary>All rooms on a clock of their own.</summary>
    public static ServiceProvider Rooms(Settings settings, DemoClock clock) => new ServiceCollection()
        .AddLogging(Logs.WriteLittle)
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton<DemoCompany>()
        .AddRooms(settings)
        .BuildServiceProvider();

    /// <summary>Petri is away for two days, today and the next; a day of recreation is coming.</summary>
    private static Task PlanDays(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents, CancellationToken stop) => stage.The<Changes>().Make(db =>
    {
        db.Add(Absence.Plan(agents[DemoPeople.Petri], stage.Present.AddHours(-6), stage.WorkingDayAhead(2, "09:00"), agents[DemoPeople.Johan], stage.Time));
        db.Add(ClosedDay.On(DateOnly.FromDateTime(stage.WorkingDayAhead(7, "12:00").Date), "Virkistyspäivä", stage.Time));
        return Task.CompletedTask;
    }, stop);
}
