using System.Text.RegularExpressions;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Tests.Ground.Foundations;

public class ConventionTests
{
    [Theory, OnBothDatabases]
    public async Task Tables_and_columns_are_named_in_snake_case(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using var db = database.Open();

        var names = db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => c.Name).Append(t.Name));

        names.Where(name => !Regex.IsMatch(name, "^[a-z][a-z0-9_]*$")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_disappears_because_something_else_was_deleted(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using var db = database.Open();

        var keys = db.Model.GetRelationalModel().Tables.SelectMany(t => t.ForeignKeyConstraints);

        keys.Where(key => key.OnDeleteAction is not (Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.NoAction or Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.Restrict)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Kinds_are_stored_as_words(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();

        var words = await database.Ask(db => db.Database.SqlQueryRaw<string>(
            "SELECT t.language || ' ' || t.closure_how || ' ' || m.direction || ' ' || m.channel AS \"Value\" FROM tickets t JOIN messages m ON m.ticket_id = t.id AND m.direction = 'FromCustomer'").SingleAsync(TestDatabase.Stop));

        words.ShouldBe("Fi Solved FromCustomer Mail");
    }

    [Theory, OnBothDatabases]
    public async Task Times_come_back_to_the_millisecond_and_in_UTC_and_compare_in_queries(string on)
    {
        await using var database = await TestDatabase.On(on);
        var deadline = Given.Wednesday.AddMilliseconds(789);
        var id = await database.AnOpenTicket(deadline: deadline);

        var found = await database.Ask(db => db.Tickets.Where(t => t.Deadline > deadline.AddMilliseconds(-1) && t.Deadline <= deadline).Select(t => t.Deadline).SingleAsync(TestDatabase.Stop));

        found.ShouldBe(deadline);
        found!.Value.Offset.ShouldBe(TimeSpan.Zero);
        (await database.Ask(db => db.Tickets.CountAsync(t => t.Deadline < deadline, TestDatabase.Stop))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Ids_of_63_bits_come_back_whole(string on)
    {
        await using var database = await TestDatabase.On(on);
        var largest = new TicketId(long.MaxValue);
        var letter = Given.Letter;

        await database.Changes.Make(db =>
        {
            db.Remember(letter, largest, Given.Monday);
            return Task.CompletedTask;
        }, TestDatabase.Stop);

        (await database.Ask(db => db.Done(letter, TestDatabase.Stop)))!.TicketId.ShouldBe(largest);
    }

    [Theory, OnBothDatabases]
    public async Task Every_fact_that_was_stored_can_be_read_again(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ASolvedTicket();

        var facts = await database.Ask(db => db.Facts.Where(f => f.TicketId == id).OrderBy(f => f.Id).ToListAsync(TestDatabase.Stop));

        facts.Select(f => f.Fact.GetType()).ShouldBe(
        [
            typeof(TicketArrived), typeof(OwnerNamed), typeof(MessageReceived), typeof(MessageSent), typeof(PromiseMade),
            typeof(MessageSent), typeof(PromiseEnded), typeof(TicketClosed),
        ]);
        facts[1].Fact.ShouldBe(new OwnerNamed(database.Company.Aino, OwnerReason.LeastWork));
        facts[0].By.ShouldBe((Actor)database.Company.Maria);
    }

    [Theory, OnBothDatabases]
    public async Task No_fact_carries_a_customers_words_or_address(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.ASolvedTicket();

        var told = string.Concat(await database.Ask(db => db.Facts.Select(f => f.Data).ToListAsync(TestDatabase.Stop)));

        told.ShouldNotContain("lippu", Case.Insensitive);
        told.ShouldNotContain("maria", Case.Insensitive);
    }

    [Theory, OnBothDatabases]
    public async Task A_long_subject_that_ends_in_smileys_is_stored(string on)
    {
        await using var database = await TestDatabase.On(on);
        var subject = new string('a', Limits.Subject - 1) + "😀😀";

        var id = await database.Changes.Make(db => Task.FromResult(db.Tickets.Add(Ticket.Arrive(
            new Arrival(database.Company.Maria, database.Company.Trains, LanguageCode.Fi, subject, "Hei", Channel.Mail, Given.Letter, new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(2))),
            Reference.Random(), database.Company.Aino, OwnerReason.LeastWork, Given.AnAnswerBy(Given.TwoOClock), Given.Monday)).Entity.Id), TestDatabase.Stop);

        var ticket = await database.Read(id);
        ticket.Subject.ShouldBe(new string('a', Limits.Subject - 1));
        ticket.Deadline.ShouldBe(Given.Wednesday);
    }
}
