using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Tickets;

/// <summary>
/// Invariant 3: every inbound message belongs to exactly one ticket, and the same one is stored once.
/// Invariant 4: every message a customer is meant to get is in the outbox.
/// </summary>
public class RawSqlCannotLoseMessages
{
    [Theory, OnBothDatabases]
    public async Task A_message_belongs_to_a_ticket(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse(ALetterLike(database, id, ("ticket_id", "NULL"), ("source_key", "'new'")), "ticket_id");
        await database.ShouldRefuse(ALetterLike(database, id, ("ticket_id", "404"), ("source_key", "'new'")), "foreign key");
        await database.ShouldRefuse("UPDATE messages SET ticket_id = NULL", on == TestDatabase.Sqlite ? "NULL" : "a message moves only");
    }

    [Theory, OnBothDatabases]
    public async Task A_message_stays_in_the_ticket_it_came_to(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        var other = await database.AnOpenTicket();

        await database.ShouldRefuse($"UPDATE messages SET ticket_id = {other.Value} WHERE ticket_id = {id.Value} AND direction = 'FromCustomer'", "a message moves only between matters of one customer, on record");
        await database.ShouldRefuse($"UPDATE messages SET ticket_id = {other.Value} WHERE ticket_id = {id.Value} AND direction = 'ToCustomer'", "a message moves only between matters of one customer, on record");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_message_is_stored_once(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse(ALetterLike(database, id), "unique");
    }

    [Theory, OnBothDatabases]
    public async Task Where_a_customers_message_came_from_is_known_and_stays(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse(ALetterLike(database, id, ("source_name", "NULL"), ("source_key", "NULL")), "ck_message_from_customer_has_source");
        await database.ShouldRefuse($"UPDATE messages SET source_key = 'another' WHERE ticket_id = {id.Value} AND direction = 'FromCustomer'", "only the words may be erased");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_that_was_said_is_deleted(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AnOpenTicket();

        await database.ShouldRefuse("DELETE FROM messages", "messages are not deleted");
        await database.ShouldRefuse("DELETE FROM tickets", "tickets are not deleted");
        await database.ShouldRefuse("DELETE FROM outbox", "the outbox keeps what it held");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_that_was_said_is_replaced(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        if (on == TestDatabase.Sqlite)
            await database.ShouldRefuse(ALetterLike(database, id).Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), "messages are not deleted");
        else
            await database.ShouldRefuse("TRUNCATE messages CASCADE", "messages are not deleted");
    }

    [Theory, OnBothDatabases]
    public async Task The_words_of_a_message_may_be_erased_while_the_message_stays(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AnOpenTicket();

        (await database.Raw("UPDATE messages SET body = ''")).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_ticket_goes_with_all_its_rows_when_its_erasure_is_on_record(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();
        await database.Raw(AnErasureOf(database, id));

        await database.Raw($"""
            DELETE FROM facts WHERE ticket_id = {id.Value}; DELETE FROM promise_words WHERE ticket_id = {id.Value}; DELETE FROM promise_ends WHERE ticket_id = {id.Value};
            DELETE FROM messages WHERE ticket_id = {id.Value}; DELETE FROM tickets WHERE id = {id.Value}; DELETE FROM outbox WHERE ticket_id = {id.Value}
            """);

        (await database.Ask(db => db.Tickets.CountAsync(TestDatabase.Stop))).ShouldBe(0);
        await database.ShouldRefuse("DELETE FROM erasures", "an erasure stays on record");
        await database.ShouldRefuse("UPDATE erasures SET ticket_id = 1", "an erasure stays on record");
    }

    [Theory, OnBothDatabases]
    public async Task A_word_to_the_customer_is_in_the_outbox(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        await database.ShouldRefuse(AWordLike(database, id, ("sent_as", "NULL")), "ck_message_to_customer_is_in_outbox");
        await database.ShouldRefuse(AWordLike(database, id), "ck_message_to_customer_is_in_outbox");
        await database.ShouldRefuse(AWordLike(database, id, ("sent_as", "404")), "a message is told in its own ticket");
    }

    [Theory, OnBothDatabases]
    public async Task A_word_to_the_customer_is_in_the_outbox_of_its_own_ticket(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        var other = await database.AnOpenTicket();

        await database.ShouldRefuse(
            database.CopyOf("outbox", $"ticket_id = {other.Value}", ("id", "404"), ("internet_message_id", "'404@satama.example'")) + "; " + AWordLike(database, id, ("sent_as", "404")),
            "a message is told in its own ticket");
    }

    [Theory, OnBothDatabases]
    public async Task A_word_to_the_customer_does_not_become_a_note(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AnOpenTicket();

        await database.ShouldRefuse("UPDATE messages SET direction = 'Note', sent_as = NULL WHERE direction = 'ToCustomer'", "only the words may be erased");
        await database.ShouldRefuse("UPDATE messages SET direction = 'Elsewhere' WHERE direction = 'ToCustomer'", "only the words may be erased");
    }

    [Theory, OnBothDatabases]
    public async Task An_outbox_entry_stays_with_its_message_and_its_Message_ID(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AnOpenTicket();
        var other = await database.AnOpenTicket();

        await database.ShouldRefuse("UPDATE outbox SET internet_message_id = id || '@elsewhere.example'", "an outbox entry keeps its message");
        await database.ShouldRefuse($"UPDATE outbox SET ticket_id = {other.Value}", "an outbox entry keeps its message");
        await database.ShouldRefuse("UPDATE outbox SET ticket_id = NULL", "an outbox entry keeps its message");
        await database.ShouldRefuse(database.CopyOf("outbox", "1 = 1", ("id", "404"), ("ticket_id", "NULL"), ("internet_message_id", "'new'")), "ck_outbox_whose");
        await database.ShouldRefuse(database.CopyOf("outbox", "1 = 1", ("id", "id + 1000")), "unique");
    }

    private static string ALetterLike(TestDatabase database, TicketId id, params (string, string)[] but) =>
        database.CopyOf("messages", $"ticket_id = {id.Value} AND direction = 'FromCustomer'", [("id", "404"), .. but]);

    private static string AWordLike(TestDatabase database, TicketId id, params (string, string)[] but) =>
        database.CopyOf("messages", $"ticket_id = {id.Value} AND direction = 'ToCustomer'", [("id", "404"), .. but]);

    private static string AnErasureOf(TestDatabase database, TicketId id) =>
        $"INSERT INTO erasures (ticket_id, by, at) SELECT id, {database.Company.Aino.Value}, arrived_at FROM tickets WHERE id = {id.Value}";
}
