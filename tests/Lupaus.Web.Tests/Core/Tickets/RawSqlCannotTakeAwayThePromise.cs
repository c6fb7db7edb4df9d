using Lupaus.Core.Promises;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Tickets;

/// <summary>Invariant 2: an open ticket has exactly one live promise, a closed one has none.</summary>
public class RawSqlCannotTakeAwayThePromise
{
    private const string NoPromise =
        "promise_number = NULL, promise_kind = NULL, promise_due = NULL, promise_made_at = NULL, promise_promiser = NULL, promise_told_in = NULL, promise_moves = NULL, live_told_in = NULL";

    [Theory, OnBothDatabases]
    public async Task An_open_ticket_always_has_a_promise(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE tickets SET {NoPromise} WHERE id = {id.Value}", on == TestDatabase.Sqlite ? "ends in the ledger" : "ck_ticket_open_or_closed");
    }

    [Theory, OnBothDatabases]
    public async Task An_open_ticket_does_not_have_half_a_promise(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        foreach (var half in new[] { "promise_number", "promise_kind", "promise_due", "promise_made_at", "promise_told_in", "promise_moves" })
            await database.ShouldRefuse($"UPDATE tickets SET {half} = NULL WHERE id = {id.Value}", on == TestDatabase.Sqlite ? "ends in the ledger" : "ck_ticket_open_or_closed");
        foreach (var half in new[] { "promise_promiser", "live_told_in" })
            await database.ShouldRefuse($"UPDATE tickets SET {half} = NULL WHERE id = {id.Value}", "ck_ticket_open_or_closed");
    }

    [Theory, OnBothDatabases]
    public async Task A_new_ticket_does_not_begin_without_a_promise(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse(ATicketLike(database, id, ("promise_due", "NULL"), ("live_told_in", "NULL")), "ck_ticket_open_or_closed");
        await database.ShouldRefuse(ATicketLike(database, id), "a promise is told in its own ticket");
        await database.ShouldRefuse(ATicketLike(database, id, ("promise_number", "2"), ("promises_made", "2"), ("live_told_in", "NULL")), "a ticket begins open, with its first promise");
    }

    [Theory, OnBothDatabases]
    public async Task A_new_ticket_is_not_closed_from_the_start(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();

        await database.ShouldRefuse(ATicketLike(database, id), "a ticket begins open, with its first promise");
    }

    [Theory, OnBothDatabases]
    public async Task A_ticket_does_not_close_with_its_promise_alive(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE tickets SET closure_at = arrived_at, closure_how = 'Solved', closure_outcome = 'Flawless' WHERE id = {id.Value}", "ck_ticket_open_or_closed");
        await database.ShouldRefuse($"UPDATE tickets SET closure_how = 'Solved' WHERE id = {id.Value}", "ck_ticket");
    }

    [Theory, OnBothDatabases]
    public async Task A_ticket_does_not_close_without_ending_its_promise_in_the_ledger(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE tickets SET {NoPromise}, closure_at = arrived_at, closure_how = 'Solved', closure_outcome = 'Flawless' WHERE id = {id.Value}", "a promise ends in the ledger");
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_ticket_does_not_open_without_a_promise(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();

        await database.ShouldRefuse($"UPDATE tickets SET closure_at = NULL, closure_how = NULL, closure_outcome = NULL, closure_by_agent = NULL WHERE id = {id.Value}", "ck_ticket_open_or_closed");
    }

    [Theory, OnBothDatabases]
    public async Task A_closure_says_how_and_what_came_of_it(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();

        await database.ShouldRefuse($"UPDATE tickets SET closure_how = NULL WHERE id = {id.Value}", "ck_ticket");
        await database.ShouldRefuse($"UPDATE tickets SET closure_outcome = NULL WHERE id = {id.Value}", "ck_ticket");
        await database.ShouldRefuse($"UPDATE tickets SET closure_how = 'Forgotten' WHERE id = {id.Value}", "ck_ticket_closure");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_once_made_is_not_changed_in_place(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket(deadline: Given.Wednesday);

        await database.ShouldRefuse($"UPDATE tickets SET promise_due = deadline WHERE id = {id.Value}", "a promise ends in the ledger");
        await database.ShouldRefuse($"UPDATE tickets SET promise_kind = 'Act' WHERE id = {id.Value}", "a promise ends in the ledger");
        await database.ShouldRefuse($"UPDATE tickets SET promise_moves = 1 WHERE id = {id.Value}", "a promise ends in the ledger");
        await database.ShouldRefuse($"UPDATE tickets SET promise_number = 2, promises_made = 2 WHERE id = {id.Value}", "a promise ends in the ledger");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_stays_told_where_it_was_told(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ATicketWith(PromiseKind.Act);
        var acknowledgement = (await database.Read(id)).Messages[1].Id.Value;

        await database.ShouldRefuse($"UPDATE tickets SET promise_told_in = {acknowledgement}, live_told_in = {acknowledgement} WHERE id = {id.Value}", "a promise ends in the ledger");
        await database.ShouldRefuse($"UPDATE tickets SET live_told_in = {acknowledgement} WHERE id = {id.Value}", "ck_ticket_open_or_closed");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_is_told_in_a_message_that_is_in_the_outbox(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        var heard = (await database.Read(id)).Messages[0].Id.Value;
        var other = (await database.Read(await database.AnOpenTicket())).Messages[1].Id.Value;

        foreach (var message in new[] { heard, other, 404 })
            await database.ShouldRefuse($"UPDATE tickets SET live_told_in = {message}, promise_told_in = {message} WHERE id = {id.Value}", "a promise is told in its own ticket");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_is_given_by_one_of_ours(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE tickets SET promise_promiser = 404 WHERE id = {id.Value}", "a promise is given by one of ours");
    }

    [Theory, OnBothDatabases]
    public async Task The_number_of_a_promise_is_not_used_again(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ATicketWith(PromiseKind.Act);

        await database.ShouldRefuse($"UPDATE tickets SET promises_made = 1, promise_number = 1 WHERE id = {id.Value}", "promise");
    }

    [Theory, OnBothDatabases]
    public async Task Promises_are_counted_one_by_one(string on)
    {
        await using var database = await TestDatabase.On(on);
        var closed = await database.ASolvedTicket();

        await database.ShouldRefuse($"UPDATE tickets SET promises_made = 0 WHERE id = {closed.Value}", "promises are counted one by one");
        await database.ShouldRefuse($"UPDATE tickets SET promises_made = 2 WHERE id = {closed.Value}", "promises are counted one by one");
        await database.ShouldRefuse($"UPDATE tickets SET promises_made = 7 WHERE id = {closed.Value}", "promises are counted one by one");
    }

    private static string ATicketLike(TestDatabase database, TicketId id, params (string, string)[] but) =>
        database.CopyOf("tickets", $"id = {id.Value}", [("id", "404"), ("reference", "'0000000'"), .. but]);
}
