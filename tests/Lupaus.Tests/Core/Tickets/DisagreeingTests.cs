using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class DisagreeingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void The_customers_word_stands_beside_the_record_and_each_says_where_it_is_from()
    {
        var ticket = Given.AnOpenTicket();
        var said = ticket.Messages[0];

        var discrepancy = ticket.Disagree(new Disagreement("  Maksoin viikko sitten. ", new RecordsWord("Maksua ei näy.", " Varausjärjestelmä ", "12.3., maksut"), said), Given.Aino, Now);

        (discrepancy.Kind, discrepancy.Text, discrepancy.Said, discrepancy.SaidIn).ShouldBe((ObstacleKind.Discrepancy, "Maksoin viikko sitten.", SaidHow.Written, said.Id));
        (discrepancy.Record, discrepancy.RecordSource, discrepancy.RecordSourceKey, discrepancy.RecordWhere).ShouldBe(("Maksua ei näy.", "Varausjärjestelmä", "varausjärjestelmä", "12.3., maksut"));
        (discrepancy.RaisedBy, discrepancy.RaisedAt, discrepancy.IsOpen).ShouldBe((Given.Aino, Now, true));
        ticket.Facts().Only<ObstacleRaised>().ShouldBe(new ObstacleRaised(discrepancy.Id, ObstacleKind.Discrepancy));
    }

    [Fact]
    public void Whoever_is_in_a_hurry_names_the_source_later()
    {
        var discrepancy = Given.AnOpenTicket().Disagree(new Disagreement("Maksoin.", new RecordsWord("Ei näy.", " "), How: SaidHow.ByPhone), Given.Aino, Now);

        (discrepancy.RecordSource, discrepancy.RecordSourceKey, discrepancy.RecordWhere, discrepancy.Said, discrepancy.SaidIn).ShouldBe((null, null, null, SaidHow.ByPhone, null));
    }

    [Fact]
    public void One_side_alone_is_no_discrepancy()
    {
        var ticket = Given.AnOpenTicket();

        Doing(() => ticket.Raise(ObstacleKind.Discrepancy, "Maria maksoi, meillä ei näy.", Given.Aino, Now)).ShouldBeRefused("discrepancy.sides");
        Doing(() => ticket.Disagree(new Disagreement("Maksoin.", new RecordsWord(" ")), Given.Aino, Now)).ShouldBeRefused("discrepancy.sides");
        Doing(() => ticket.Disagree(new Disagreement(" ", new RecordsWord("Ei näy.")), Given.Aino, Now)).ShouldBeRefused("obstacle.text");
        ticket.Obstacles.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_customers_own_words_are_quoted_as_theirs()
    {
        var ticket = Given.AnOpenTicket();
        var note = ticket.Note("Soitin pankkiin.", Given.Aino, Now);
        var ours = ticket.Messages.First(m => m.Direction == Direction.ToCustomer);

        Doing(() => ticket.Disagree(Given.TwoWords(saidIn: note), Given.Aino, Now)).ShouldBeRefused("discrepancy.message");
        Doing(() => ticket.Disagree(Given.TwoWords(saidIn: ours), Given.Aino, Now)).ShouldBeRefused("discrepancy.message");
        Doing(() => ticket.Disagree(new Disagreement("Maksoin.", new RecordsWord("Ei näy."), How: SaidHow.Written), Given.Aino, Now)).ShouldBeRefused("discrepancy.message");
    }

    [Fact]
    public void A_systems_name_is_short_enough_to_be_counted_by()
    {
        var ticket = Given.AnOpenTicket();

        Doing(() => ticket.Disagree(Given.TwoWords(new string('j', Disagreement.MostSource + 1)), Given.Aino, Now)).ShouldBeRefused("discrepancy.source.long");
        ticket.Disagree(Given.TwoWords(new string('j', Disagreement.MostSource)), Given.Aino, Now).RecordSource!.Length.ShouldBe(Disagreement.MostSource);
    }

    [Fact]
    public void A_discrepancy_is_settled_by_a_person_with_a_cause_and_once()
    {
        var (ticket, discrepancy) = Disagreeing();

        ticket.SettleDiscrepancy(discrepancy.Id, new Verdict(WhichHolds.Customers, DiscrepancyCause.Delay, " Maksu löytyi pankista. "), Given.Bertil, Now);
        ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict(WhichHolds.Records), Given.Aino, Now + Given.Hour);

        (discrepancy.Holds, discrepancy.Cause, discrepancy.Settlement, discrepancy.NextOutside).ShouldBe((WhichHolds.Customers, DiscrepancyCause.Delay, "Maksu löytyi pankista.", null));
        (discrepancy.SettledBy, discrepancy.SettledAt, discrepancy.RecordSource).ShouldBe((Given.Bertil, Now, "Varausjärjestelmä"));
        ticket.Facts().Only<ObstacleSettled>().ShouldBe(new ObstacleSettled(discrepancy.Id, ObstacleKind.Discrepancy, WhichHolds.Customers, DiscrepancyCause.Delay));
    }

    [Fact]
    public void Words_alone_do_not_settle_which_word_holds()
    {
        var (ticket, discrepancy) = Disagreeing();

        Doing(() => ticket.SettleObstacle(discrepancy.Id, "Järjestelmä on oikeassa.", Given.Aino, Now)).ShouldBeRefused("discrepancy.cause");
        Doing(() => ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict() with { Why = " " }, Given.Aino, Now)).ShouldBeRefused("obstacle.text");
        discrepancy.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Agreeing_to_disagree_names_where_it_can_be_taken_from_here()
    {
        var (ticket, discrepancy) = Disagreeing();

        Doing(() => ticket.SettleDiscrepancy(discrepancy.Id, new Verdict(WhichHolds.Disagreed, DiscrepancyCause.Unknown, "Emme löytäneet maksua.", " "), Given.Aino, Now)).ShouldBeRefused("discrepancy.outside");
        ticket.SettleDiscrepancy(discrepancy.Id, new Verdict(WhichHolds.Disagreed, DiscrepancyCause.Unknown, "Emme löytäneet maksua.", "Kuluttajaneuvonta"), Given.Aino, Now);

        (discrepancy.IsOpen, discrepancy.NextOutside).ShouldBe((false, "Kuluttajaneuvonta"));
        ticket.WhyNotSolve().ShouldBeNull();
    }

    [Fact]
    public void The_system_has_a_name_at_the_latest_when_the_discrepancy_ends()
    {
        var (ticket, discrepancy) = Disagreeing(source: null);

        Doing(() => ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict(), Given.Aino, Now)).ShouldBeRefused("discrepancy.source");
        ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict() with { Source = "Maksuliittymä" }, Given.Aino, Now);

        (discrepancy.RecordSource, discrepancy.RecordSourceKey).ShouldBe(("Maksuliittymä", "maksuliittymä"));
    }

    [Fact]
    public void It_may_turn_out_to_be_another_systems_fault()
    {
        var (ticket, discrepancy) = Disagreeing();

        ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict() with { Source = "Pankin siirto" }, Given.Aino, Now);

        (discrepancy.RecordSource, discrepancy.RecordSourceKey).ShouldBe(("Pankin siirto", "pankin siirto"));
    }

    [Fact]
    public void A_mistake_is_no_discrepancy_and_is_settled_otherwise()
    {
        var ticket = Given.AnOpenTicket();
        var failure = ticket.Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now);

        Doing(() => ticket.SettleDiscrepancy(failure.Id, Given.AVerdict(), Given.Aino, Now)).ShouldBeRefused("discrepancy.unknown");
        (failure.Record, failure.Holds, failure.Cause).ShouldBe((null, null, null));
    }

    [Fact]
    public void Nothing_is_disagreed_about_in_what_is_closed() =>
        Doing(() => Given.ASolvedTicket().Disagree(Given.TwoWords(), Given.Aino, Now)).ShouldBeRefused("ticket.closed");

    private static (Ticket, Obstacle) Disagreeing(string? source = "Varausjärjestelmä")
    {
        var ticket = Given.AnOpenTicket();
        var discrepancy = ticket.Disagree(Given.TwoWords(source), Given.Aino, Now);
        ticket.TakeHappenings();
        return (ticket, discrepancy);
    }

    private static Action Doing(Action what) => what;
}
