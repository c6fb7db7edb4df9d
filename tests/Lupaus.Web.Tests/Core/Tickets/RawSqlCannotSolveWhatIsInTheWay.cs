using Lupaus.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Tickets;

/// <summary>Invariant 6: an open discrepancy or an unmended failure keeps a ticket from being closed as solved.</summary>
public class RawSqlCannotSolveWhatIsInTheWay
{
    [Theory, OnBothDatabases]
    public async Task A_ticket_with_an_open_obstacle_is_not_solved(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await ATicketInTheWay(database);
        await database.Change(id, t => t.Withdraw(database.Company.Maria, Given.TwoOClock));

        await database.ShouldRefuse($"UPDATE tickets SET closure_how = 'Solved' WHERE id = {id.Value}", "an open obstacle keeps the ticket from being solved");
    }

    [Theory, OnBothDatabases]
    public async Task A_solved_ticket_gets_no_open_obstacle(string on)
    {
        await using var database = await TestDatabase.On(on);
        await ATicketInTheWay(database);
        var solved = await database.ASolvedTicket();

        await database.ShouldRefuse(database.CopyOf("obstacles", "1 = 1", ("id", "404"), ("ticket_id", $"{solved.Value}")), "a solved ticket has no open obstacle");
        await database.ShouldRefuse($"UPDATE obstacles SET ticket_id = {solved.Value}", "a solved ticket has no open obstacle");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_settled_stays_settled(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await ATicketInTheWay(database);
        await database.Change(id, t => t.SettleObstacle(t.Obstacles[0].Id, "Uusi lippu.", database.Company.Aino, Given.Monday + Given.Hour));

        await database.ShouldRefuse("UPDATE obstacles SET settled_at = NULL, settled_by = NULL, settlement = NULL", "a settled obstacle stays settled");
    }

    [Theory, OnBothDatabases]
    public async Task An_obstacle_is_settled_whole_and_by_one_of_ours(string on)
    {
        await using var database = await TestDatabase.On(on);
        await ATicketInTheWay(database);

        await database.ShouldRefuse("UPDATE obstacles SET settled_at = raised_at", "ck_obstacle_settled");
        await database.ShouldRefuse("UPDATE obstacles SET settlement = 'Selvisi.'", "ck_obstacle_settled");
        await database.ShouldRefuse("UPDATE obstacles SET settled_at = raised_at, settlement = 'Selvisi.', settled_by = 404", "foreign key");
    }

    [Theory, OnBothDatabases]
    public async Task An_obstacle_is_not_deleted(string on)
    {
        await using var database = await TestDatabase.On(on);
        await ATicketInTheWay(database);

        await database.ShouldRefuse("DELETE FROM obstacles", "obstacles are settled, not deleted");
    }

    [Theory, OnBothDatabases]
    public async Task A_discrepancy_has_both_sides_and_ends_with_a_cause_that_stays(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        await database.Change(id, t => t.Disagree(Given.TwoWords(), database.Company.Aino, Given.Monday));

        await database.ShouldRefuse("UPDATE obstacles SET record = NULL", "ck_obstacle_sides");
        await database.ShouldRefuse("UPDATE obstacles SET said = 'Written'", "ck_obstacle_sides");
        await database.ShouldRefuse("UPDATE obstacles SET cause = 'Delay'", "ck_obstacle_cause");
        await database.ShouldRefuse($"UPDATE obstacles SET settled_at = raised_at, settlement = 'Näin on.', settled_by = raised_by", "ck_obstacle_cause");
        await database.ShouldRefuse($"UPDATE obstacles SET settled_at = raised_at, settlement = 'Näin on.', settled_by = raised_by, holds = 'Disagreed', cause = 'Unknown'", "ck_obstacle_cause");
        await database.Change(id, t => t.SettleDiscrepancy(t.Obstacles[0].Id, Given.AVerdict(), database.Company.Aino, Given.Monday + Given.Hour));
        await database.ShouldRefuse("UPDATE obstacles SET cause = 'Unknown'", "a settled obstacle stays settled");
    }

    private static async Task<TicketId> ATicketInTheWay(TestDatabase database)
    {
        var id = await database.AnOpenTicket();
        await database.Change(id, t => t.Raise(ObstacleKind.Failure, "Väärä lippu.", database.Company.Aino, Given.Monday));
        return id;
    }
}
