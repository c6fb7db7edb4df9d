using Lupaus.Doors.Mailboxes;

namespace Lupaus.Tests.Doors.Mailboxes;

public sealed class PlacementTests
{
    private static readonly TicketId One = new(1);
    private static readonly TicketId Other = new(2);

    [Fact]
    public void A_mail_that_points_nowhere_is_a_new_matter() =>
        Placement.Of([]).ShouldBe(new Placement.Opens());

    [Theory]
    [InlineData(Standing.Customer)]
    [InlineData(Standing.Participant)]
    [InlineData(Standing.Colleague)]
    public void Whoever_takes_part_joins_by_any_clue(Standing writer)
    {
        foreach (var clue in Enum.GetValues<Clue>())
            Placement.Of([new(clue, One, writer, IsOpen: false)]).ShouldBe(new Placement.Joins(One, clue));
    }

    [Fact]
    public void The_surest_clue_decides() =>
        Placement.Of([new(Clue.Subject, Other, Standing.Customer, true), new(Clue.ReplyAddress, One, Standing.Customer, true)])
            .ShouldBe(new Placement.Joins(One, Clue.ReplyAddress));

    [Fact]
    public void Of_two_equal_clues_the_newer_message_decides() =>
        Placement.Of([new(Clue.References, Other, Standing.Customer, true), new(Clue.References, One, Standing.Customer, true)])
            .ShouldBe(new Placement.Joins(Other, Clue.References));

    [Fact]
    public void A_stranger_with_the_matters_own_address_waits_on_it() =>
        Placement.Of([new(Clue.ReplyAddress, One, Standing.Stranger, true)]).ShouldBe(new Placement.WaitsOn(One, Clue.ReplyAddress));

    [Fact]
    public void A_reference_that_anybody_may_have_seen_lets_no_stranger_in() =>
        Placement.Of([new(Clue.Subject, One, Standing.Stranger, true)]).ShouldBe(new Placement.Opens());

    [Fact]
    public void A_strangers_answer_to_what_is_closed_is_a_new_matter() =>
        Placement.Of([new(Clue.InReplyTo, One, Standing.Stranger, false)]).ShouldBe(new Placement.Opens());

    [Fact]
    public void A_machines_mail_is_recorded_where_it_answers_and_not_where_a_strangers_subject_points()
    {
        var answers = new Pointer(Clue.InReplyTo, One, Standing.Stranger, IsOpen: false);
        var names = new Pointer(Clue.Subject, Other, Standing.Stranger, IsOpen: true);

        Placement.WhereRecorded([names, answers]).ShouldBe(answers);
        Placement.WhereRecorded([names]).ShouldBeNull();
        Placement.WhereRecorded([names with { Writer = Standing.Customer }])!.Ticket.ShouldBe(Other);
    }

    [Fact]
    public void One_who_is_known_in_another_matter_joins_that_rather_than_waiting_on_this() =>
        Placement.Of([new(Clue.ReplyAddress, One, Standing.Stranger, true), new(Clue.References, Other, Standing.Customer, true)])
            .ShouldBe(new Placement.Joins(Other, Clue.References));
}
