using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Tests.Ground.Foundations;

public class SavingTests
{
    [Theory, OnBothDatabases]
    public async Task A_save_that_fails_leaves_nothing(string on)
    {
        await using var database = await TestDatabase.On(on);
        var letter = Given.Letter;
        await database.Changes.Make(db => Task.FromResult(db.Tickets.Add(Given.AMatter(database.Company, source: letter))), TestDatabase.Stop);
        var before = await database.Everything();
        await using var db = database.Open();

        db.Tickets.Add(Given.AMatter(database.Company));
        db.Tickets.Add(Given.AMatter(database.Company, source: letter));

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestDatabase.Stop));
        (await database.Everything()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_context_whose_save_failed_does_not_save_again(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using var db = database.Open();
        db.Tickets.Add(Given.AMatter(database.Company, owner: new AgentId(404)));
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestDatabase.Stop));

        var again = () => db.SaveChangesAsync(TestDatabase.Stop);

        (await Should.ThrowAsync<InvalidOperationException>(again)).Message.ShouldContain("fresh context");
    }

    [Theory, OnBothDatabases]
    public async Task A_context_from_the_pool_knows_nothing_of_an_earlier_failure(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using (var db = database.Open())
        {
            db.Tickets.Add(Given.AMatter(database.Company, owner: new AgentId(404)));
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestDatabase.Stop));
        }

        var saving = async () => { await database.AnOpenTicket(); };

        await saving.ShouldNotThrowAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_a_listener_does_is_saved_with_the_change_or_not_at_all(string on)
    {
        await using var database = await TestDatabase.On(on, services => services.AddListener<NoteWritten, WhenNoteWritten>());
        var id = await database.AnOpenTicket();

        await database.Change(id, t => t.Note("Soitin VR:lle.", database.Company.Aino, Given.Monday));
        var failing = () => database.Changes.Make(async db =>
        {
            (await db.Tickets.One(id, TestDatabase.Stop)).Note("Soitin taas.", database.Company.Aino, Given.Monday);
            db.Tickets.Add(Given.AMatter(database.Company, owner: new AgentId(404)));
        }, TestDatabase.Stop);

        await Should.ThrowAsync<DbUpdateException>(failing);
        (await database.Ask(db => db.Onces.CountAsync(o => o.Name == "note", TestDatabase.Stop))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_listener_refuses_is_not_saved(string on)
    {
        await using var database = await TestDatabase.On(on, services => services.AddListener<NoteWritten, WhenNoteIsTooMuch>());
        var id = await database.AnOpenTicket();
        var before = await database.Everything();

        var noting = () => database.Change(id, t => t.Note("Soitin VR:lle.", database.Company.Aino, Given.Monday));

        (await Should.ThrowAsync<RuleBroken>(noting)).Refusal.Key.ShouldBe("note.toomuch");
        (await database.Everything()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_rule_that_says_no_is_told_at_once_and_not_tried_again(string on)
    {
        await using var database = await TestDatabase.On(on);
        var rounds = 0;

        var asking = () => database.Changes.Make(_ =>
        {
            rounds++;
            throw new RuleBroken(Refusal.Because("ticket.closed"));
        }, TestDatabase.Stop);

        await Should.ThrowAsync<RuleBroken>(asking);
        rounds.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_can_never_be_saved_is_not_tried_for_ever(string on)
    {
        await using var database = await TestDatabase.On(on);
        var rounds = 0;

        var saving = () => database.Changes.Make(db =>
        {
            rounds++;
            db.Tickets.Add(Given.AMatter(database.Company, owner: new AgentId(404)));
            return Task.CompletedTask;
        }, TestDatabase.Stop);

        await Should.ThrowAsync<DbUpdateException>(saving);
        rounds.ShouldBe(12);
    }

    [Theory, OnBothDatabases]
    public async Task Saving_without_waiting_for_ones_turn_is_not_possible(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using var db = database.Open();

        Should.Throw<NotSupportedException>(() => db.SaveChanges());
    }

    private sealed class WhenNoteWritten : IListener<NoteWritten>
    {
        public Task Hear(NoteWritten fact, Happening happening, LupausDb db, CancellationToken stop)
        {
            db.Remember(Source.Of("note", fact.Message.Value.ToString()), null, happening.At);
            return Task.CompletedTask;
        }
    }

    private sealed class WhenNoteIsTooMuch : IListener<NoteWritten>
    {
        public Task Hear(NoteWritten fact, Happening happening, LupausDb db, CancellationToken stop) => throw new RuleBroken(Refusal.Because("note.toomuch"));
    }
}
