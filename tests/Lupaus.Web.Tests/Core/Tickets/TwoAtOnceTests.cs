using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Core.Tickets;

/// <summary>Two people read the same and then both act: one is first, the other acts on what is then true, or is told why not.</summary>
public class TwoAtOnceTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Theory, OnBothDatabases]
    public async Task Of_two_who_solve_it_one_is_told_that_it_is_closed_already(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        var refused = await Together(database, id,
            t => t.Answer(Given.AReply(), database.Company.Aino, Now),
            t => t.Answer(Given.AReply(), database.Company.Bertil, Now));

        refused.ShouldBe(["ticket.closed"]);
        (await database.Read(id)).Messages.Count(m => m.Direction == Direction.ToCustomer).ShouldBe(2);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_replies_that_each_promise_something_follow_one_another(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        var refused = await Together(database, id,
            t => t.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), database.Company.Aino, Now),
            t => t.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.FindOut, Given.Wednesday)), database.Company.Bertil, Now));

        refused.ShouldBeEmpty();
        var ticket = await database.Read(id);
        ticket.PromiseEnds.Select(e => e.Number).ShouldBe([1, 2]);
        ticket.Promise!.Number.ShouldBe(3);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_replies_while_the_ticket_is_withdrawn_is_told_so_or_was_first(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        var refused = await Together(database, id,
            t => t.Answer(Given.AReply(), database.Company.Aino, Now),
            t => t.Withdraw(database.Company.Maria, Now));

        refused.ShouldBe(["ticket.closed"]);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_solves_what_the_customer_just_added_to_is_stopped_or_it_reopens(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        var seen = (await database.Read(id)).NewestFromCustomer;

        var refused = await Together(database, id,
            t => t.Answer(Given.AReply(seen: seen), database.Company.Aino, Now),
            t => Hear(t, database.Company));

        var ticket = await database.Read(id);
        ticket.IsOpen.ShouldBeTrue();
        ticket.Messages.Count(m => m.Direction == Direction.FromCustomer).ShouldBe(2);
        refused.ShouldBe(ticket.PromisesMade == 1 ? ["ticket.newer"] : []);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_solves_a_ticket_while_a_mistake_is_being_recorded(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();

        var refused = await Together(database, id,
            t => t.Answer(Given.AReply(), database.Company.Aino, Now),
            t => t.Raise(ObstacleKind.Failure, "Väärä lippu.", database.Company.Bertil, Now));

        refused.ShouldHaveSingleItem().ShouldBeOneOf("solve.failure", "ticket.closed");
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_watches_break_a_promise_once(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        void Lapse(Ticket t) => t.Lapse(Given.Wednesday, database.Company.Liisa, "Myöhästyimme.", TimeSpan.Zero, false, Given.TwoOClock + Given.Minute);

        var refused = await Together(database, id, Lapse, Lapse);

        refused.ShouldBe(["promise.notdue"]);
        (await database.Read(id)).PromisesBroken.ShouldBe(1);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_that_comes_twice_at_once_is_one_ticket(string on)
    {
        await using var database = await TestDatabase.On(on);
        var letter = Given.Letter;
        var meeting = new Meeting(2);

        var tickets = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.Changes.Make(async db =>
        {
            var known = await db.TicketHearing(letter, TestDatabase.Stop);
            await meeting.Everybody();
            return known ?? db.Tickets.Add(Given.AMatter(database.Company, source: letter)).Entity.Id;
        }, TestDatabase.Stop), TestDatabase.Stop)));

        tickets[0].ShouldBe(tickets[1]);
        (await database.Ask(db => db.Tickets.CountAsync(TestDatabase.Stop))).ShouldBe(1);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_while_a_matter_comes_in_for_them_leaves_no_ticket_behind(string on)
    {
        await using var database = await TestDatabase.On(on);
        var (aino, bertil) = (database.Company.Aino, database.Company.Bertil);
        await database.AnOpenTicket(bertil);
        var meeting = new Meeting(2);

        await Task.WhenAll(Task.Run(() => Leave(database, meeting), TestDatabase.Stop), Task.Run(() => Arrive(database, meeting), TestDatabase.Stop));

        (await database.Ask(db => db.Tickets.Where(t => t.OwnerId == bertil).CountAsync(TestDatabase.Stop))).ShouldBe(0);
        (await database.Ask(db => db.Tickets.Where(t => t.OwnerId == aino).CountAsync(TestDatabase.Stop))).ShouldBe(2);
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_receipt_on_its_way_is_not_called_needless_by_a_reply_at_the_same_moment(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.ATicketWith(PromiseKind.CheckBack);
        await database.Change(id, t => t.MariaWrites(Given.Monday + Given.Day));
        var meeting = new Meeting(2);

        await Task.WhenAll(
            Task.Run(() => database.Changes.Make(async db =>
            {
                var receipt = await db.Outbox.SingleAsync(o => o.IsReceipt, TestDatabase.Stop);
                await meeting.Everybody();
                if (receipt.State == Dispatch.Waiting)
                    receipt.Claim(Given.Wednesday);
            }, TestDatabase.Stop), TestDatabase.Stop),
            Task.Run(() => database.Changes.Make(async db =>
            {
                var receipts = await db.Outbox.Where(o => o.IsReceipt).ToListAsync(TestDatabase.Stop);
                await meeting.Everybody();
                receipts.Where(r => r.State == Dispatch.Waiting).ToList().ForEach(r => r.Supersede(Given.Wednesday));
            }, TestDatabase.Stop), TestDatabase.Stop));

        var entry = await database.Ask(db => db.Outbox.SingleAsync(o => o.IsReceipt, TestDatabase.Stop));
        (entry.State, entry.Attempts).ShouldBeOneOf((Dispatch.Sending, 1), (Dispatch.Superseded, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Twenty_at_once_break_nothing_and_nobodys_work_is_lost(string on)
    {
        await using var database = await TestDatabase.On(on);
        var id = await database.AnOpenTicket();
        var company = database.Company;
        var deeds = Enumerable.Range(0, 20).Select<int, Action<Ticket>>(n => (n % 4) switch
        {
            0 => t => t.MariaWrites(Now),
            1 => t => t.PassTo(n % 8 == 1 ? company.Bertil : company.Liisa, OwnerReason.TookNext, null, company.Bertil, Now),
            2 => t => t.Note("Soitin VR:lle.", company.Aino, Now),
            _ => t => t.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), company.Aino, Now),
        });

        var refused = await Together(database, id, [.. deeds]);

        refused.ShouldAllBe(key => key == "ticket.touched");
        var ticket = await database.Read(id);
        ticket.Messages.GroupBy(m => m.Direction).ToDictionary(g => g.Key, g => g.Count())
            .ShouldBe(new Dictionary<Direction, int> { [Direction.FromCustomer] = 6, [Direction.Note] = 5, [Direction.ToCustomer] = 6 }, ignoreOrder: true);
        ticket.PromisesMade.ShouldBe(6);
        (await database.Violations).ShouldBeEmpty();
    }

    /// <summary>All read the ticket before anyone changes it. What those were told who were refused.</summary>
    private static async Task<string[]> Together(TestDatabase database, TicketId id, params Action<Ticket>[] deeds)
    {
        var meeting = new Meeting(deeds.Length);
        var outcomes = await Task.WhenAll(deeds.Select(deed => Task.Run(async () =>
        {
            try
            {
                await database.Changes.Make(async db =>
                {
                    var ticket = await db.Tickets.One(id, TestDatabase.Stop);
                    await meeting.Everybody();
                    deed(ticket);
                }, TestDatabase.Stop);
                return null;
            }
            catch (RuleBroken refused)
            {
                return refused.Refusal.Key;
            }
        }, TestDatabase.Stop)));
        return [.. outcomes.OfType<string>()];
    }

    private static void Hear(Ticket ticket, Satama company)
    {
        if (ticket.IsOpen)
            ticket.MariaWrites(Now);
        else
            ticket.CustomerReopens("Juna on IC 27.", Channel.Mail, Given.Letter, company.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), Now);
    }

    private static Task Leave(TestDatabase database, Meeting meeting) => database.Changes.Make(async db =>
    {
        var bertil = await db.Agents.SingleAsync(a => a.Id == database.Company.Bertil, TestDatabase.Stop);
        var tickets = await db.Tickets.Where(t => t.OwnerId == bertil.Id && t.Closure == null).ToListAsync(TestDatabase.Stop);
        await meeting.Everybody();
        tickets.ForEach(t => t.PassTo(database.Company.Aino, OwnerReason.OwnerLeft, null, database.Company.Liisa, Now));
        bertil.Deactivate(2, database.Company.Liisa, Now);
    }, TestDatabase.Stop);

    private static Task Arrive(TestDatabase database, Meeting meeting) => database.Changes.Make(async db =>
    {
        var isHere = await db.ActiveAgents.AnyAsync(a => a.AgentId == database.Company.Bertil, TestDatabase.Stop);
        await meeting.Everybody();
        db.Tickets.Add(Given.AMatter(database.Company, isHere ? database.Company.Bertil : database.Company.Aino));
    }, TestDatabase.Stop);
}
