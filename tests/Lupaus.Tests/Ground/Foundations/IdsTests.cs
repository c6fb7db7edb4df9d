namespace Lupaus.Tests.Ground.Foundations;

public class IdsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_never_go_back_even_when_the_clock_does()
    {
        var before = Ids.Next(Now);

        var after = Ids.Next(Now.AddHours(-1));

        after.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void A_later_moment_gives_a_greater_id()
    {
        var before = Ids.Next(Now);

        var after = Ids.Next(Now.AddMilliseconds(1));

        after.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void Many_ids_from_many_threads_in_the_same_millisecond_are_all_different()
    {
        var ids = new long[100_000];

        Parallel.For(0, ids.Length, i => ids[i] = Ids.Next(Now));

        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void Each_thread_sees_its_own_ids_grow()
    {
        var threads = Enumerable.Range(0, 4).Select(_ => new List<long>()).ToArray();

        Parallel.ForEach(threads, mine => mine.AddRange(Enumerable.Range(0, 5_000).Select(i => Ids.Next(Now.AddMilliseconds(-i)))));

        threads.ShouldAllBe(mine => mine.SequenceEqual(mine.Order()));
    }

    [Fact]
    public void An_id_is_positive_even_before_the_epoch()
    {
        var beforeTheEpoch = new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero);

        var id = Ids.Next(beforeTheEpoch);

        id.ShouldBePositive();
    }
}
