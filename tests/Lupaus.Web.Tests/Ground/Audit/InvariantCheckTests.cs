using Lupaus.Care.Playbooks;
using Lupaus.Care.Recovery;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Work.Alerts;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Tests.Ground.Audit;

public class InvariantCheckTests
{
    [Theory, OnBothDatabases]
    public async Task Ordinary_work_breaks_no_rule(string on)
    {
        await using var database = await TestDatabase.On(on);
        await AnOrdinaryWeek(database);

        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_violation_names_the_ticket(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket(database.Company.Bertil);
        var reference = (await database.Read(id)).Reference;

        await Unguarded(database, $"DELETE FROM active_agents WHERE agent_id = {database.Company.Bertil.Value}");

        (await database.Violations).ShouldContain(v => v.Rule == "An open ticket has an owner who works here." && v.What == $"Ticket {reference} is open, and its owner does not work here.");
    }

    public static readonly TheoryData<string, string> Damages = new()
    {
        { "An open ticket has an owner who works here.", "DELETE FROM active_agents WHERE agent_id IN (SELECT owner_id FROM tickets WHERE closure_at IS NULL)" },
        { "Nobody answers for what they ask themselves.", "UPDATE tickets SET requester_id = owner_id" },
        { "Nobody answers for what they ask themselves.", "UPDATE tickets SET requester_id = promise_promiser WHERE closure_at IS NULL" },
        { "The company has a duty agent who works here.", "DELETE FROM company" },
        { "An open ticket has one live promise.", "UPDATE tickets SET promise_due = NULL WHERE closure_at IS NULL" },
        { "An open ticket has one live promise.", "UPDATE tickets SET live_told_in = NULL WHERE closure_at IS NULL" },
        { "A closed ticket has a closure and no promise.", "UPDATE tickets SET promise_number = 1 WHERE closure_at IS NOT NULL" },
        { "A closed ticket has a closure and no promise.", "UPDATE tickets SET closure_how = NULL WHERE closure_at IS NOT NULL" },
        { "The one who gave a live promise is one of ours.", "UPDATE tickets SET promise_promiser = 404 WHERE closure_at IS NULL" },
        { "A live promise was told to the customer in its own ticket.", "UPDATE tickets SET promise_told_in = newest_from_customer WHERE closure_at IS NULL" },
        { "A live promise is due before anything else the customer expects.", "UPDATE tickets SET promise_due = deadline WHERE deadline IS NOT NULL" },
        { "Promises are numbered from 1 without a gap.", "UPDATE promise_ends SET number = number + 7" },
        { "Promises are numbered from 1 without a gap.", "DELETE FROM promise_ends" },
        { "Promises are numbered from 1 without a gap.", "UPDATE tickets SET promises_made = 7" },
        { "A promise that has ended does not live on.", "UPDATE tickets SET promise_number = 1 WHERE promise_number > 1" },
        { "A promise ends after it was made, and is kept only in time.", "UPDATE promise_ends SET noticed_at = (SELECT max(deadline) FROM tickets) WHERE how = 'Kept'" },
        { "A promise ends after it was made, and is kept only in time.", "UPDATE promise_ends SET how = 'Forgotten'" },
        { "Broken promises are counted.", "UPDATE tickets SET promises_broken = 7" },
        { "A promise that has ended was told to the customer in its own ticket.", "UPDATE promise_ends SET told_in = 404" },
        { "A message belongs to a ticket.", "UPDATE messages SET ticket_id = 404" },
        { "A message of a customer says where it came from.", "UPDATE messages SET source_key = NULL" },
        { "The same message is stored once.", "UPDATE messages SET source_name = 'mail', source_key = 'the same' WHERE direction = 'FromCustomer'" },
        { "A word to the customer is in the outbox.", "DELETE FROM outbox" },
        { "A word to the customer is in the outbox.", "UPDATE messages SET sent_as = NULL" },
        { "What is in the outbox was said in its ticket.", "DELETE FROM messages" },
        { "What a mail became is in a ticket, and no word of ours.", "UPDATE received_mails SET message_id = NULL" },
        { "What a mail became is in a ticket, and no word of ours.", "UPDATE received_mails SET message_id = (SELECT id FROM outbox WHERE letter = 'Message' LIMIT 1)" },
        { "A mail is kept whole as it came.", "DELETE FROM file_chunks WHERE number = 0" },
        { "A mail is kept whole as it came.", "UPDATE received_mails SET length = 1" },
        { "An attachment's file is whole.", "DELETE FROM file_chunks WHERE number = 1" },
        { "An attachment's file is whole.", "DELETE FROM files" },
        { "An attachment's file is whole.", "UPDATE files SET length = 1" },
        { "Nothing is solved while something stands in the way.", "UPDATE obstacles SET settled_at = NULL" },
        { "The customer's word stands beside the record.", "UPDATE obstacles SET record = NULL" },
        { "A discrepancy is settled with a cause.", "UPDATE obstacles SET cause = NULL" },
        { "Only an open ticket is offered, to one who works here and doesn't own it.", "UPDATE tickets SET offered_to = owner_id WHERE offered_as IS NOT NULL" },
        { "Only an open ticket is offered, to one who works here and doesn't own it.", "UPDATE tickets SET offered_to = 404 WHERE offered_as IS NOT NULL" },
        { "What is offered was said in words.", "DELETE FROM handovers" },
        { "A question that is answered has its answer in a note.", "UPDATE duties SET answer = (SELECT min(id) FROM messages) WHERE answer IS NOT NULL" },
        { "What was understood has been written to the customer.", "UPDATE tickets SET understanding_told_in = newest_from_customer WHERE understanding_told_in IS NOT NULL" },
        { "Goodwill that was taken back had been given in that ticket.", "UPDATE goodwill_returns SET ticket_id = (SELECT max(id) FROM tickets)" },
        { "The facts tell of all goodwill.", "DELETE FROM facts WHERE kind = 'GoodwillGiven'" },
        { "The facts tell of all goodwill.", "DELETE FROM goodwill_returns" },
        { "What is merged goes on in an unmerged matter of the same customer.", "UPDATE tickets SET merged_into_id = id" },
        { "What is merged is closed, and owes nothing.", "UPDATE tickets SET merged_into_id = id WHERE closure_at IS NULL" },
        { "What was mailed to one of ours went in a letter to them.", "DELETE FROM outbox WHERE letter = 'Alert'" },
        { "What somebody who takes part is to get is in the outbox.", "DELETE FROM outbox WHERE letter = 'Copy'" },
        { "What somebody who takes part is to get is in the outbox.", "UPDATE customer_links SET takes_part = NOT takes_part" },
        { "A copy in the outbox is one of a word of its ticket.", "UPDATE outbox SET copy_of = 404 WHERE letter = 'Copy'" },
        { "The customer does not take part in their own matter besides.", "UPDATE participants SET person_id = (SELECT customer_id FROM tickets t WHERE t.id = ticket_id)" },
        { "A rule acts because of something that happened to that ticket.", "UPDATE rule_runs SET cause = 404" },
        { "What a rule did stands in the history, and nothing that it didn't.", "DELETE FROM facts WHERE kind = 'RuleActed'" },
        { "What a rule did stands in the history, and nothing that it didn't.", "UPDATE rule_runs SET \"end\" = 'Refused'" },
        { "First aid that was given stands in the history of its ticket.", "DELETE FROM facts WHERE kind = 'FirstAidGiven'" },
        { "What waits to be looked at by rules has happened.", "UPDATE rule_causes SET id = 404" },
        { "What a webhook has settled was tried.", "DELETE FROM webhook_attempts" },
        { "The facts name the present owner.", "UPDATE tickets SET owner_id = 404" },
        { "The facts name the present owner.", "DELETE FROM facts" },
        { "The facts tell of the live promise.", "UPDATE tickets SET promise_kind = 'FindOut' WHERE closure_at IS NULL" },
        { "The facts tell of the live promise.", "UPDATE tickets SET promise_due = arrived_at WHERE closure_at IS NULL" },
        { "The facts tell of the live promise.", "UPDATE tickets SET promises_made = 7" },
        { "The facts tell whether a ticket is open.", "UPDATE tickets SET closure_at = NULL" },
        { "The facts tell whether a ticket is open.", "UPDATE tickets SET closure_at = arrived_at" },
        { "The facts tell how each promise ended.", "UPDATE promise_ends SET how = 'Withdrawn'" },
        { "Everything that is referred to exists.", "UPDATE tickets SET topic_id = 404" },
        { "Everything that is referred to exists.", "DELETE FROM people" },
        { "Everything that is referred to exists.", "UPDATE customer_links SET person_id = 404" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task On_SQLite_every_rule_notices_when_it_is_broken(string rule, string damage) => await IsNoticed(TestDatabase.Sqlite, rule, damage);

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task On_PostgreSQL_every_rule_notices_when_it_is_broken(string rule, string damage) => await IsNoticed(TestDatabase.PostgreSql, rule, damage);

    [Theory, OnBothDatabases]
    public async Task Every_rule_there_is_has_been_seen_to_fire(string on)
    {
        await using var database = await TestDatabase.On(on);

        var rules = Lupaus.Storage.Ground.Audit.Invariants.In(database.Dialect).Select(r => r.Rule);

        rules.Except(Damages.Select(d => d.Data.Item1)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_trigger_that_is_missing_is_noticed_and_put_back_by_migrating(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.Raw($"DROP TRIGGER promise_ends_stay{(on == TestDatabase.PostgreSql ? " ON promise_ends" : "")}");
        (await database.Violations).ShouldHaveSingleItem().What.ShouldBe("promise_ends_stay is missing.");

        await database.Schema.Migrate(TestDatabase.Stop);

        (await database.Violations).ShouldBeEmpty();
    }

    private static async Task IsNoticed(string on, string rule, string damage)
    {
        await using var database = await TestDatabase.On(on);
        await AnOrdinaryWeek(database);

        await Unguarded(database, damage);

        (await database.Violations).ShouldContain(v => v.Rule == rule);
    }

    private static async Task AnOrdinaryWeek(TestDatabase database)
    {
        var company = database.Company;
        await database.ASolvedTicket();
        await database.ATicketWith(PromiseKind.CheckBack);
        var owing = await database.AnOpenTicket(company.Bertil, deadline: Given.Wednesday);
        await database.Change(owing, t => t.TakeOn("hyvitys", company.Aino, Given.TwoOClock + Given.Hour, isTold: true, company.Bertil, Given.Monday));
        var mended = await database.AnOpenTicket();
        await database.Change(mended, t => t.Raise(ObstacleKind.Failure, "Väärä lippu.", company.Aino, Given.Monday));
        await database.Change(mended, t => t.SettleObstacle(t.Obstacles[0].Id, "Uusi lippu.", company.Aino, Given.Monday));
        await database.Change(mended, t => t.Disagree(Given.TwoWords(), company.Aino, Given.Monday));
        await database.Change(mended, t => t.SettleDiscrepancy(t.Obstacles.Single(o => o.Kind == ObstacleKind.Discrepancy).Id, Given.AVerdict(), company.Aino, Given.Monday));
        await database.Change(mended, t => t.Lapse(Given.Wednesday.AddMilliseconds(7), company.Liisa, "Myöhästyimme.", TimeSpan.Zero, false, Given.TwoOClock + Given.Minute));
        await database.Change(mended, t => t.Answer(Given.AReply(), company.Aino, Given.TwoOClock + Given.Hour));
        await database.Changes.Make(db =>
        {
            var alert = new Alert(company.Aino, owing, new Cause(AlertKind.Threatened, 1, Given.TwoOClock), Given.TwoOClock - Given.Minute);
            var letter = OutboxEntry.OfAlerts(company.Aino, EmailAddress.Parse("aino@example.com"), "example.com", Given.TwoOClock);
            alert.GoIn(letter.Id, Given.TwoOClock);
            db.AddRange(alert, letter);
            return Task.CompletedTask;
        }, TestDatabase.Stop);
        await database.Changes.Make(async db =>
        {
            var ticket = await db.Tickets.SingleAsync(t => t.Id == owing, TestDatabase.Stop);
            var file = StoredFile.Keep(new byte[StoredFile.ChunkSize + 1], Given.Monday);
            db.Files.Add(file);
            ticket.MariaWrites(Given.Monday).Attach([new(file, "lippu.pdf")], Given.Monday);
        }, TestDatabase.Stop);
        await database.AMailComes(owing);
        await ColleaguesAreAsked(database);
        await CustomersAreCaredFor(database);
        await database.ARequest();
        await SomebodyElseTakesPart(database);
        await ProgramsTakePart(database);
    }

    private static async Task ColleaguesAreAsked(TestDatabase database)
    {
        var (company, now) = (database.Company, Given.Monday + Given.Minute);
        var id = await database.AnOpenTicket(company.Bertil);
        await database.Changes.Make(async db =>
        {
            var ticket = await db.Tickets.One(id, TestDatabase.Stop);
            db.Handovers.Add(ticket.Offer(company.Aino, new Briefing("Tehty.", "Luvattu.", "Seuraavaksi."), company.Bertil, byLead: false, now));
            ticket.Ask("Voiko hinnan palauttaa?", company.Liisa, Given.TwoOClock, company.Bertil, now);
        }, TestDatabase.Stop);
        await database.Change(id, t => t.AnswerQuestion(t.Duties[0].Id, "Voi.", company.Liisa, now));
    }

    private static async Task CustomersAreCaredFor(TestDatabase database)
    {
        var (company, now) = (database.Company, Given.Monday + Given.Hour);
        var id = await database.AnOpenTicket(company.Bertil);
        await database.Change(id, t => t.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.FindOut, Given.Wednesday)) with { Understood = "Lippu on ostettu." }, company.Bertil, now));
        await database.Changes.Make(async db =>
        {
            var ticket = await db.Tickets.One(id, TestDatabase.Stop);
            var given = Goodwill.Give(ticket, new Gift("Lipun hinta takaisin", 1250, "Odotti pitkään."), new Purse(5000, 0), null, company.Bertil, now);
            db.AddRange(given, GoodwillReturn.Of(given, "Väärä asia.", company.Liisa, Role.Lead, now + Given.Minute));
            db.Add(Goodwill.Give(ticket, new Gift("Kahvi", 300, "Odotti pitkään."), new Purse(5000, 0), null, company.Bertil, now));
        }, TestDatabase.Stop);
    }

    private static async Task SomebodyElseTakesPart(TestDatabase database)
    {
        var company = database.Company;
        var shared = await database.AnOpenTicket(company.Bertil);
        await database.Changes.Make(async db =>
        {
            var kaisa = Person.Meet("Kaisa", EmailAddress.Parse("kaisa@example.fi"), null, LanguageCode.Fi, Given.Monday);
            db.People.Add(kaisa);
            (await db.Tickets.One(shared, TestDatabase.Stop)).LetTakePart(kaisa.Id, EmailAddress.Parse("kaisa@example.fi"), company.Bertil, Given.Monday);
        }, TestDatabase.Stop);
        await database.Change(shared, t => t.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday, "uusi lippu")), company.Bertil, Given.Monday + Given.Hour));
    }

    /// <summary>A rule has acted, and looks again soon; a webhook has heard.</summary>
    private static async Task ProgramsTakePart(TestDatabase database)
    {
        var (aino, now) = (database.Company.Aino, Given.Monday + Given.Minute);
        var id = await database.AnOpenTicket(aino);
        var arrived = await database.Ask(db => db.Facts.Where(f => f.TicketId == id).OrderBy(f => f.Id).Select(f => f.Id).FirstAsync(TestDatabase.Stop));
        var rule = Rule.Write(new RuleText("Muistio", new Trigger(TicketEvent.Arrived), [], [new LeaveNote("Lippuasia.")]), 1, aino, now);
        var webhook = Webhook.Make(new WishedWebhook("Kirjanpito", "https://hooks.example.com/in", [TicketEvent.Arrived]), "salaisuus", false, aino, now);
        var delivery = WebhookDelivery.Of(webhook.Id, id, "ticket.arrived", now);
        delivery.Claim(now + Given.Minute);
        delivery.Arrived(now);
        await database.Changes.Make(async db =>
        {
            (await db.Tickets.One(id, TestDatabase.Stop)).ActedOnBy(rule.Id, arrived, now);
            db.AddRange(rule, webhook, delivery, new WebhookAttempt(delivery.Id, now, 200, TimeSpan.FromMilliseconds(20), "ok"));
            var playbook = Playbook.Write(new PlaybookText("Juna peruttu", null, new SavedTexts("Bussi lähtee.", null, null), PromiseKind.FindOut, 2, new SavedTexts(null, null, null), ["juna peruttu"]), Lupaus.Ground.Identity.Role.Lead, aino, now);
            var match = new PlaybookMatch(playbook.Id, id);
            match.Answer(aino, now);
            db.AddRange(playbook, match);
            db.AddRange(new RuleRun(rule.Id, id, arrived, 1, RunEnd.Done, null, now), new RuleCause(arrived, id, TicketEvent.Arrived, 1, now));
        }, TestDatabase.Stop);
    }

    /// <summary>Past every guard: as a damaged disk or a careless administrator would.</summary>
    private static async Task Unguarded(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(TestDatabase.Stop);
        if (database.Dialect.Name == TestDatabase.Sqlite)
            await OnSqlite(database, db);
        else
            await OnPostgres(db);
        await db.Database.ExecuteSqlRawAsync(sql, TestDatabase.Stop);
    }

    private static async Task OnSqlite(TestDatabase database, LupausDb db)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; DROP INDEX ix_messages_source_name_source_key", TestDatabase.Stop);
        foreach (var trigger in await database.Dialect.TriggersIn(db, TestDatabase.Stop))
            await Tell(db, $"DROP TRIGGER {trigger}");
    }

    private static async Task OnPostgres(LupausDb db)
    {
        await db.Database.ExecuteSqlRawAsync("SET session_replication_role = replica; DROP INDEX ix_messages_source_name_source_key", TestDatabase.Stop);
        var checks = await db.Database.SqlQueryRaw<string>("SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || conname AS \"Value\" FROM pg_constraint WHERE contype = 'c' AND conname LIKE 'ck%'").ToListAsync(TestDatabase.Stop);
        foreach (var drop in checks)
            await Tell(db, drop);
    }

    private static Task Tell(LupausDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql, TestDatabase.Stop);
}
