using Lupaus.Work.Views;

namespace Lupaus.Tests.Work.Views;

public class LastLookTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly (MessageId First, MessageId Second) Word = (new(10), new(20));

    private static LastLook Looked() => new(new AgentId(1), new TicketId(2), Word.First, Monday);

    [Fact]
    public void What_came_since_is_new_for_as_long_as_the_visit_goes_on()
    {
        var look = Looked();

        look.Look(Word.Second, Monday.AddHours(1));
        look.ReadBefore(Monday.AddHours(1).AddMinutes(5)).ShouldBe(Word.First);
        look.ReadBefore(Monday.AddHours(2)).ShouldBe(Word.Second);
    }

    [Fact]
    public void To_look_again_where_nothing_has_come_changes_nothing()
    {
        var look = Looked();

        look.IsNewsTo(Word.First, Monday.AddDays(1)).ShouldBeFalse();
        look.IsNewsTo(Word.Second, Monday).ShouldBeTrue();
    }

    [Fact]
    public void Marked_unread_it_is_unread_until_they_look()
    {
        var look = Looked();

        look.MarkUnread();
        look.IsNewsTo(Word.First, Monday).ShouldBeTrue();
        look.Look(Word.First, Monday);

        look.IsUnread.ShouldBeFalse();
    }
}
