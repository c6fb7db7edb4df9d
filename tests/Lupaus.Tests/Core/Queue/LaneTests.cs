using Lupaus.Core.Queue;

namespace Lupaus.Tests.Core.Queue;

public class LaneTests
{
    // Five agents, matters of twelve minutes, a tenth for one customer: one in each 24 minutes.
    private static readonly Lane Lane = Lane.Of(atOnce: 10, share: .1, TimeSpan.FromMinutes(12), agents: 5);

    private static TimeSpan HoldAfter(params int[] minutesAgo) => Lane.HoldAfter(minutesAgo.Select(ago => TimeSpan.FromMinutes(ago)));

    [Fact]
    public void The_first_ten_of_one_customer_come_at_once()
    {
        HoldAfter().ShouldBe(TimeSpan.Zero);
        HoldAfter([.. Enumerable.Repeat(0, 9)]).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_others_come_one_by_one()
    {
        HoldAfter([.. Enumerable.Repeat(0, 10)]).ShouldBe(TimeSpan.FromMinutes(24));
        HoldAfter([.. Enumerable.Repeat(0, 49)]).ShouldBe(TimeSpan.FromMinutes(24 * 40));
    }

    [Fact]
    public void With_time_there_is_room_again()
    {
        HoldAfter([.. Enumerable.Repeat(24, 10)]).ShouldBe(TimeSpan.Zero);
        HoldAfter([.. Enumerable.Repeat(10, 10)]).ShouldBe(TimeSpan.FromMinutes(14));
        HoldAfter([.. Enumerable.Repeat(5_000, 40)]).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Who_writes_now_and_then_never_waits() => HoldAfter([.. Enumerable.Range(0, 300).Select(i => 24 * (300 - i))]).ShouldBe(TimeSpan.Zero);
}
