using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Tests.Pages.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Order.Upkeep;

public sealed class DemoTests
{
    private static readonly DateTimeOffset Weekday = new(2026, 11, 25, 13, 20, 0, TimeSpan.FromHours(2));
    private static readonly DateTimeOffset SundayNight = new(2026, 11, 22, 3, 7, 0, TimeSpan.FromHours(2));
    private static readonly DateTimeOffset Christmas = new(2026, 12, 25, 9, 0, 0, TimeSpan.FromHours(2));

    public static TheoryData<DateTimeOffset> Moments => [Weekday, SundayNight, Christmas];

    [Theory, MemberData(nameof(Moments))]
    public async Task At_any_hour_the_first_look_shows_tickets_in_every_state(DateTimeOffset now)
    {
        using var lupaus = new Terminal();
        await lupaus.Run("migrate");

        await Demo.Fill(lupaus.Settings, now, default);

        await using var rooms = Demo.Rooms(lupaus.Settings, new DemoClock(now));
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        var tickets = await db.Tickets.AsNoTracking().ToListAsync();
        var open = tickets.Where(t => t.IsOpen).ToList();
        open.ShouldContain(t => t.IsUntouched && t.PromisesBroken == 0);
        foreach (var kind in Enum.GetValues<PromiseKind>())
            open.ShouldContain(t => t.Promise!.Kind == kind && !t.IsUntouched);
        open.ShouldContain(t => t.Promise!.IsThreatened(now));
        open.ShouldContain(t => t.LapsesSinceOurWord == 1);
        open.ShouldContain(t => t.LapsesSinceOurWord > 1 && t.Promise!.Promiser != t.OwnerId);
        open.ShouldContain(t => t.RemindersUnanswered == 1);
        open.ShouldContain(t => t.Promise!.Moves > 0);
        open.ShouldContain(t => t.IsUrgent(now));
        open.ShouldContain(t => t.Deadline > now.AddHours(1));
        open.ShouldContain(t => t.FollowsId != null);
        open.ShouldContain(t => t.Obstacles.Any(o => o.IsOpen));
        open.ShouldContain(t => t.Duties.Any(d => d.IsOpen));
        open.ShouldAllBe(t => t.Promise!.Due > now);
        foreach (var how in Enum.GetValues<HowClosed>().Except([HowClosed.MergedInto]))
            tickets.ShouldContain(t => t.Closure != null && t.Closure.How == how);
        tickets.ShouldContain(t => t.Closure != null && t.Closure.IsConfirmed && t.Closure.Outcome == Outcome.FailedMended);
        (await db.Facts.Select(f => f.Kind).Distinct().ToListAsync()).ShouldBeSubsetOf([.. typeof(Ticket).Assembly.GetTypes().Select(t => t.Name)]);
        (await db.Facts.CountAsync(f => f.Kind == nameof(TicketReopened))).ShouldBeGreaterThan(0);
        (await db.Facts.CountAsync(f => f.Kind == nameof(HeardAfterClosing))).ShouldBeGreaterThan(0);
        (await db.Attachments.Select(a => a.Type).Distinct().ToListAsync()).ShouldBe(["image/png", "text/plain"], ignoreOrder: true);
        (await db.Outbox.CountAsync(o => o.Way == Way.Call)).ShouldBeGreaterThan(0);
        (await db.Outbox.CountAsync(o => o.State == Dispatch.Waiting && o.Way == Way.Mail && o.NotBefore < now.AddHours(-1))).ShouldBe(0);
        (await rooms.GetRequiredService<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_demo_tells_who_one_can_sign_in_as_and_is_made_once()
    {
        using var lupaus = new Terminal();

        var first = await lupaus.Run("demo", "--if-empty");
        var second = await lupaus.Run("demo", "--if-empty");
        var third = await lupaus.Run("demo");

        first.Exit.ShouldBe(0);
        first.Out.ShouldContain("https://satama.example/");
        first.Out.ShouldContain("lupaus-demo-2026");
        foreach (var agent in DemoPeople.Agents)
            first.Out.ShouldContain(agent.Email);
        second.Exit.ShouldBe(0);
        second.Out.ShouldStartWith("Satama Palvelut Oy is here already, so nothing was added.");
        third.Exit.ShouldBe(1);
        third.Error.ShouldContain("is here already");
        (await lupaus.Run("check")).Out.ShouldContain("Everything is as it must be.");
    }
}
