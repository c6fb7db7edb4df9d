using Lupaus.Core.Promises;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Promises;

/// <summary>Invariant 5: a promise's end never changes, and facts are append-only.</summary>
public class RawSqlCannotRewriteThePast
{
    [Theory, OnBothDatabases]
    public async Task How_a_promise_ended_never_changes(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.ASolvedTicket();

        await database.ShouldRefuse("UPDATE promise_ends SET how = 'Broken'", "the ledger of promises is append-only");
        await database.ShouldRefuse("UPDATE promise_ends SET at = made_at", "the ledger of promises is append-only");
        await database.ShouldRefuse("DELETE FROM promise_ends", "the ledger of promises is append-only");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_ends_once(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();

        await database.ShouldRefuse(AnEndLike(database, id), "only a live promise ends");
        await database.ShouldRefuse(AnEndLike(database, id, ("number", "2")), "only a live promise ends");
        await database.ShouldRefuse(AnEndLike(database, id, ("ticket_id", "404")), "only a live promise ends");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_does_not_live_on_when_it_has_ended(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse(AnEndOfTheLivePromise(id), on == TestDatabase.Sqlite ? "foreign key" : "a promise that has ended does not live on");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_that_has_ended_stays_ended(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ATicketWith(PromiseKind.Act);

        // A new promise with the old number and all it said: nothing in the row itself is wrong.
        await database.ShouldRefuse($"""
            {AnEndOfTheLivePromise(id)};
            UPDATE tickets SET promise_made_at = promise_due, promise_due = {(on == TestDatabase.Sqlite ? "promise_due + 10000" : "promise_due + interval '1 ms'")} WHERE id = {id.Value}
            """, on == TestDatabase.Sqlite ? "does not live again" : "does not live");
    }

    [Theory, OnBothDatabases]
    public async Task What_ends_is_the_promise_that_was_made(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket(deadline: Given.Wednesday);

        await database.ShouldRefuse(AnEndOfTheLivePromise(id).Replace("promise_due,", "deadline,", StringComparison.Ordinal), "only a live promise ends");
        await database.ShouldRefuse(AnEndOfTheLivePromise(id).Replace("promise_kind,", "'Act',", StringComparison.Ordinal), "only a live promise ends");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_ends_in_a_way_we_do_not_know_or_is_kept_after_its_due(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket(deadline: Given.Wednesday);

        await database.ShouldRefuse(AnEndOfTheLivePromise(id).Replace("'Kept'", "'Forgotten'", StringComparison.Ordinal), "ck_promise_end_how");
        await database.ShouldRefuse(AnEndOfTheLivePromise(id, noticed: "deadline"), "ck_promise_end_how");
        await database.ShouldRefuse(AnEndOfTheLivePromise(id, at: "deadline", noticed: "deadline"), "ck_promise_end");
    }

    [Theory, OnBothDatabases]
    public async Task What_happened_stays_as_it_happened(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AnOpenTicket();

        await database.ShouldRefuse("UPDATE facts SET data = '{}'", "facts are append-only");
        await database.ShouldRefuse("UPDATE facts SET ticket_id = NULL", "facts are append-only");
        await database.ShouldRefuse("DELETE FROM facts WHERE ticket_id IS NULL", "facts are append-only");
        await database.ShouldRefuse("DELETE FROM facts WHERE ticket_id IS NOT NULL", "facts are append-only");
    }

    [Theory, OnBothDatabases]
    public async Task No_table_that_remembers_is_emptied(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.ASolvedTicket();

        foreach (var table in new[] { "promise_ends", "facts", "obstacles", "erasures", "messages CASCADE", "company", "tickets CASCADE", "agents CASCADE", "outbox CASCADE" })
        {
            if (on == TestDatabase.PostgreSql)
                await database.ShouldRefuse($"TRUNCATE {table}", "P0001");
        }
        await database.ShouldRefuse("DELETE FROM promise_ends WHERE 1 = 1", "append-only");
    }

    [Fact]
    public async Task On_SQLite_nothing_is_slipped_in_by_replacing()
    {
        await using var database = await TestDatabase.On(TestDatabase.Sqlite);
        var id = await database.ASolvedTicket();

        await database.ShouldRefuse(AnEndLike(database, id).Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), "only a live promise ends");
        await database.ShouldRefuse(database.CopyOf("facts", "ticket_id IS NOT NULL", ("kind", "'TicketLost'")).Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), "facts are append-only");
        await database.ShouldRefuse("UPDATE OR REPLACE promise_ends SET number = 2", "append-only");
    }

    [Fact]
    public async Task On_SQLite_the_debt_of_an_ended_promise_is_paid_by_the_tickets_change_only()
    {
        await using var database = await TestDatabase.On(TestDatabase.Sqlite);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse($"{AnEndOfTheLivePromise(id)}; DELETE FROM promise_debts", "does not live on");
        await database.ShouldRefuse($"{AnEndOfTheLivePromise(id)}; UPDATE promise_debts SET owed_to = NULL", "does not live on");
        await database.ShouldRefuse($"{AnEndOfTheLivePromise(id)}; INSERT INTO promise_debts (ticket_id, number, nobody) VALUES (1, 1, 1)", "CHECK");
    }

    private static string AnEndLike(TestDatabase database, TicketId id, params (string, string)[] but) =>
        database.CopyOf("promise_ends", $"ticket_id = {id.Value}", but);

    private static string AnEndOfTheLivePromise(TicketId id, string at = "promise_made_at", string noticed = "promise_made_at") => $"""
        INSERT INTO promise_ends (ticket_id, number, kind, due, made_at, promiser, told_in, moves, how, at, noticed_at)
        SELECT id, promise_number, promise_kind, promise_due, promise_made_at, promise_promiser, promise_told_in, promise_moves, 'Kept', {at}, {noticed} FROM tickets WHERE id = {id.Value}
        """;
}
