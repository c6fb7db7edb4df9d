using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Tickets;

/// <summary>Invariant 1: an open ticket has exactly one owner, an active agent.</summary>
public class RawSqlCannotTakeAwayTheOwner
{
    [Theory, OnBothDatabases]
    public async Task An_open_ticket_always_has_an_owner(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE tickets SET owner_id = NULL WHERE id = {id.Value}", "owner_id");
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_of_an_open_ticket_is_somebody(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE tickets SET owner_id = 404 WHERE id = {id.Value}", "foreign key");
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_of_an_open_ticket_works_here(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        await database.Raw($"DELETE FROM active_agents WHERE agent_id = {database.Company.Bertil.Value}");

        await database.ShouldRefuse($"UPDATE tickets SET owner_id = {database.Company.Bertil.Value} WHERE id = {id.Value}", "foreign key");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_who_owns_an_open_ticket_is_let_go(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AnOpenTicket(database.Company.Bertil);

        await database.ShouldRefuse($"DELETE FROM active_agents WHERE agent_id = {database.Company.Bertil.Value}", "foreign key");
        await database.ShouldRefuse($"UPDATE active_agents SET agent_id = 404 WHERE agent_id = {database.Company.Bertil.Value}", "foreign key");
        await database.ShouldRefuse($"DELETE FROM agents WHERE id = {database.Company.Bertil.Value}", "foreign key");
    }

    [Theory, OnBothDatabases]
    public async Task A_ticket_that_is_reopened_needs_an_owner_who_works_here(string on)
    {
        await using var database = await TestDatabase.On(on);
        var closed = await database.ASolvedTicket();
        await database.Change(await database.AnOpenTicket(database.Company.Bertil), t => t.Withdraw(database.Company.Maria, Given.Monday));
        await database.Raw($"UPDATE tickets SET owner_id = {database.Company.Liisa.Value} WHERE id = {closed.Value}");
        await database.Raw($"DELETE FROM active_agents WHERE agent_id = {database.Company.Liisa.Value}");

        var reopening = () => database.Change(closed, t => t.Reopen(database.Company.Liisa, Lupaus.Core.Tickets.OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), database.Company.Aino, Given.TwoOClock));

        await Should.ThrowAsync<DbUpdateException>(reopening);
        (await database.Read(closed)).IsOpen.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_on_duty_is_not_let_go(string on)
    {
        await using var database = await TestDatabase.On(on);

        await database.ShouldRefuse($"DELETE FROM active_agents WHERE agent_id = {database.Company.Aino.Value}", "foreign key");
    }

    [Theory, OnBothDatabases]
    public async Task There_is_always_one_company_with_a_duty_agent(string on)
    {
        await using var database = await TestDatabase.On(on);

        await database.ShouldRefuse("UPDATE company SET duty_agent_id = NULL", "duty_agent_id");
        await database.ShouldRefuse("UPDATE company SET duty_agent_id = 404", "foreign key");
        await database.ShouldRefuse(database.CopyOf("company", "id = 1", ("id", "2")), "ck_company_is_one");
        await database.ShouldRefuse("UPDATE company SET id = 2", "ck_company_is_one");
        await database.ShouldRefuse("DELETE FROM company", "the company is not deleted");
    }
}
