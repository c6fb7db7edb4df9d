using Lupaus.Work.Batches;

namespace Lupaus.Tests.Work.Batches;

public class BatchTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Aino = new(1);

    private static Batch Done(BatchAct act)
    {
        var batch = new Batch(act, Aino, Monday);
        var line = new BatchLine(batch.Id, new TicketId(7));
        line.Done(version: 3);
        batch.Add(line);
        return batch;
    }

    [Fact]
    public void A_batch_is_taken_back_once_and_where_nothing_has_happened_since()
    {
        var batch = Done(BatchAct.Topic);

        batch.Lines[0].WhyNotUndo(3).ShouldBeNull();
        batch.Lines[0].WhyNotUndo(4)!.Key.ShouldBe("undo.since");
        batch.Undo(Aino, Monday);
        batch.WhyNotUndo(Monday)!.Key.ShouldBe("batch.undone");
    }

    [Fact]
    public void What_was_said_to_customers_is_not_taken_back()
    {
        Done(BatchAct.Solve).WhyNotUndo(Monday)!.Key.ShouldBe("undo.said");
        var line = Done(BatchAct.Give).Lines[0];
        line.IsTold = true;

        line.WhyNotUndo(3)!.Key.ShouldBe("undo.told");
    }

    [Fact]
    public void What_leaves_in_a_moment_is_taken_back_until_then()
    {
        var batch = new Batch(BatchAct.FirstAid, Aino, Monday) { UndoUntil = Monday.AddSeconds(10) };
        var line = new BatchLine(batch.Id, new TicketId(7));
        line.Done(version: 3);
        batch.Add(line);

        batch.WhyNotUndo(Monday.AddSeconds(9)).ShouldBeNull();
        batch.WhyNotUndo(Monday.AddSeconds(10))!.Key.ShouldBe("undo.said");
    }

    [Theory]
    [InlineData(0, "batch.none")]
    [InlineData(101, "batch.many")]
    public void A_batch_has_between_one_and_a_hundred_tickets(int count, string why)
    {
        Batch.WhyNotDo(count)!.Key.ShouldBe(why);
        Batch.WhyNotDo(100).ShouldBeNull();
    }

    [Fact]
    public void Where_every_rule_said_no_there_is_nothing_to_take_back()
    {
        var batch = new Batch(BatchAct.Topic, Aino, Monday);
        var line = new BatchLine(batch.Id, new TicketId(7));
        line.Refuse(Refusal.Because("ticket.closed"));
        batch.Add(line);

        batch.WhyNotUndo(Monday)!.Key.ShouldBe("batch.nothing");
    }
}
