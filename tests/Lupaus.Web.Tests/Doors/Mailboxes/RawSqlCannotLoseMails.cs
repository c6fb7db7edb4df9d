using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>Invariant 3: a mail that came stays as it came, and what became of it stays so.</summary>
public class RawSqlCannotLoseMails
{
    [Theory, OnBothDatabases]
    public async Task A_mail_is_not_deleted(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AMailComes(await database.AnOpenTicket());

        await database.ShouldRefuse("DELETE FROM received_mails", "received mails are not deleted");
        if (on == TestDatabase.PostgreSql)
            await database.ShouldRefuse("TRUNCATE received_mails", "received mails are not deleted");
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_stays_as_it_came(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AMailComes(await database.AnOpenTicket());

        foreach (var changed in new[] { "id = id + 1", "at = (SELECT max(promise_due) FROM tickets)", "door = 'pipe'", "source_key = 'another'", "length = length + 1" })
            await database.ShouldRefuse($"UPDATE received_mails SET {changed}", "a received mail stays as it came");
    }

    [Theory, OnBothDatabases]
    public async Task What_a_mail_became_it_stays(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.AMailComes(await database.AnOpenTicket());
        var other = await database.AnOpenTicket();

        foreach (var changed in new[] { "fate = 'SetAside', message_id = NULL", "fate = 'Quarantined', ticket_id = NULL", $"ticket_id = {other.Value}", $"message_id = (SELECT min(id) FROM messages WHERE ticket_id = {other.Value})" })
            await database.ShouldRefuse($"UPDATE received_mails SET {changed}", "a received mail stays as it came");
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_goes_with_its_ticket_when_the_erasure_is_on_record(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        await database.AMailComes(id);
        await database.Raw($"INSERT INTO erasures (ticket_id, by, at) SELECT id, {database.Company.Aino.Value}, arrived_at FROM tickets WHERE id = {id.Value}");

        (await database.Raw($"DELETE FROM received_mails WHERE ticket_id = {id.Value}")).ShouldBe(1);
    }
}
