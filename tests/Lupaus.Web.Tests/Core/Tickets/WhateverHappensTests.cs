using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Tickets;

/// <summary>
/// Random work on a few tickets by several people at once, the clock running on and now and then a little back. What
/// comes of it depends on who is faster, so a failure names its seed but may need several tries to be seen again.
/// </summary>
public class WhateverHappensTests
{
    private const int Rounds = 40;

    private static readonly Action<Ticket, Satama, Random, DateTimeOffset>[] Deeds =
    [
        (t, c, r, now) => Hear(t, c, now),
        (t, c, r, now) => Hear(t, c, now),
        (t, c, r, now) => t.HearAfterClosing("Kiitos!", Channel.Mail, Given.Letter, now),
        (t, c, r, now) => t.Answer(Given.AReply(new WhatNext.Solves(), r.Next(2) == 0), Somebody(c, r), now),
        (t, c, r, now) => t.Answer(Given.AReply(new WhatNext.CannotHelp(), r.Next(2) == 0), Somebody(c, r), now),
        (t, c, r, now) => t.Answer(Given.AReply(new WhatNext.Promises((PromiseKind)r.Next(4), Later(r, now)), r.Next(2) == 0), Somebody(c, r), now),
        (t, c, r, now) => t.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Later(r, now), "lippu"), r.Next(2) == 0), Somebody(c, r), now),
        (t, c, r, now) => t.Answer(Given.AReply(new WhatNext.WaitsForCustomer(Later(r, now), "Muistathan?"), r.Next(2) == 0), Somebody(c, r), now),
        (t, c, r, now) => t.Answer(Given.AReply(new WhatNext.PromiseStands(), seen: t.NewestFromCustomer), Somebody(c, r), now),
        (t, c, r, now) => t.MovePromiseTo(Later(r, t.Promise?.Due ?? now), "Myöhemmin.", Somebody(c, r), now),
        (t, c, r, now) => t.Lapse(Told(t, Later(r, t.Promise?.Due + Given.Minute ?? now), t.Promise?.Due + Given.Minute ?? now), c.Liisa, "Myöhästyimme.", TimeSpan.Zero, false, t.Promise?.Due + Given.Minute ?? now),
        (t, c, r, now) => t.Remind("Muistathan?", Told(t, Later(r, t.Promise?.Due ?? now), t.Promise?.Due ?? now), t.Promise?.Due ?? now),
        (t, c, r, now) => t.CloseUnanswered("Suljemme.", t.Promise?.Due ?? now),
        (t, c, r, now) => t.PassTo(Somebody(c, r), OwnerReason.TookNext, null, c.Liisa, now),
        (t, c, r, now) => t.PassTo(Somebody(c, r), OwnerReason.Given, "Uusi vastuuhenkilö.", c.Liisa, now),
        (t, c, r, now) => t.PromiserLeaves(Somebody(c, r), c.Liisa, now),
        (t, c, r, now) => t.Note("Soitin VR:lle.", Somebody(c, r), now),
        (t, c, r, now) => t.TakeOn("hyvitys", Somebody(c, r), Later(r, now), isTold: false, c.Aino, now),
        (t, c, r, now) => t.Duties.ToList().ForEach(d => t.FinishDuty(d.Id, false, c.Aino, now)),
        (t, c, r, now) => t.Raise(ObstacleKind.Failure, "Väärä lippu.", Somebody(c, r), now),
        (t, c, r, now) => t.Disagree(Given.TwoWords(), Somebody(c, r), now),
        (t, c, r, now) => TellOfFailure(t, c, Later(r, now), now),
        (t, c, r, now) => t.Obstacles.Where(o => o.Kind == ObstacleKind.Failure).ToList().ForEach(o => t.SettleObstacle(o.Id, "Selvisi.", c.Aino, now)),
        (t, c, r, now) => t.Obstacles.Where(o => o.Kind == ObstacleKind.Discrepancy).ToList().ForEach(o => t.SettleDiscrepancy(o.Id, Given.AVerdict((WhichHolds)r.Next(4)), c.Aino, now)),
        (t, c, r, now) => t.Withdraw(c.Maria, now),
        (t, c, r, now) => t.ConfirmSolved(now),
        (t, c, r, now) => t.Reopen(Somebody(c, r), OwnerReason.OwnedBefore, Given.AnAnswerBy(Told(t, Later(r, now), now)), c.Liisa, now),
        (t, c, r, now) => t.SetDeadline(Later(r, now), c.Maria, now),
    ];

    [Theory, OnBothDatabases]
    public async Task Whatever_people_do_at_once_no_rule_is_ever_broken(string on)
    {
        await using var database = await TestDatabase.On(on);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var tickets = new[] { await database.AnOpenTicket(), await database.AnOpenTicket(database.Company.Bertil), await database.AnOpenTicket() };
        var now = Given.Monday;

        for (var round = 0; round < Rounds; round++)
        {
            now += random.Next(4) == 0 ? -TimeSpan.FromSeconds(random.Next(60)) : TimeSpan.FromMinutes(random.Next(600));
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Do(database, tickets[random.Next(3)], tickets[random.Next(3)], random.Next(), now)));
        }

        (await database.Violations).ShouldBeEmpty($"seed {seed}");
    }

    private static Task Do(TestDatabase database, TicketId id, TicketId other, int seed, DateTimeOffset now) => Task.Run(async () =>
    {
        try
        {
            await database.Changes.Make(async db =>
            {
                var random = new Random(seed);
                var ticket = await db.Tickets.One(id, TestDatabase.Stop);
                if (random.Next(4) > 0 || id == other)
                    Deeds[random.Next(Deeds.Length)](ticket, database.Company, random, now);
                else
                    await DeedsOfTwo[random.Next(DeedsOfTwo.Length)](db, ticket, await db.Tickets.One(other, TestDatabase.Stop), database.Company, random, now);
            }, TestDatabase.Stop);
        }
        catch (RuleBroken)
        {
            // The person is told; what matters is what is stored.
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"the deed of seed {seed}", e);
        }
    }, TestDatabase.Stop);

    private static Message Hear(Ticket ticket, Satama company, DateTimeOffset now)
    {
        var promised = Given.AnAnswerBy(Told(ticket, now + Given.Day, now));
        return ticket.IsOpen
            ? ticket.CustomerWrites("Juna on IC 27.", Channel.Mail, Given.Letter, promised, now)
            : ticket.CustomerReopens("Ei auennut.", Channel.Page, Given.Letter, company.Aino, OwnerReason.OwnedBefore, promised, now);
    }

    /// <summary>A closed ticket opens in a change of its own before it hears of a failure.</summary>
    private static void TellOfFailure(Ticket ticket, Satama company, DateTimeOffset due, DateTimeOffset now)
    {
        var wasOpen = ticket.IsOpen;
        var said = Hear(ticket, company, now);
        if (wasOpen)
            ticket.ToldOfFailure(said, "Selvitä.", due, now);
    }

    /// <summary>No promise is later than what has been told, as everybody who makes one sees to.</summary>
    private static DateTimeOffset Told(Ticket ticket, DateTimeOffset due, DateTimeOffset now) => ticket.NoLaterThanTold(due, now);

    /// <summary>What is done to two tickets at once.</summary>
    private static readonly Func<LupausDb, Ticket, Ticket, Satama, Random, DateTimeOffset, Task>[] DeedsOfTwo =
    [
        async (db, one, other, c, r, now) => one.TakeIn(other, await db.Tickets.Where(t => t.MergedIntoId == other.Id).ToListAsync(), new MergeTerms("Jatkuvat yhtenä.", now + Given.Hour, null, null, "Tee myös"), Somebody(c, r), now),
        async (db, one, other, c, r, now) => other.PartFrom(one, await db.Tickets.Where(t => t.MergedIntoId == one.Id).ToListAsync(), Somebody(c, r), OwnerReason.OwnedBefore, Given.AnAnswerBy(Later(r, now)), c.Aino, now),
        async (db, one, other, c, r, now) => db.Tickets.Add(one.SplitOff(await Going(db, one), new NewPart("Osa", Reference.Random(), Somebody(c, r), OwnerReason.KnowsCustomer, Given.AnAnswerBy(Later(r, now))), c.Aino, now)),
        async (db, one, other, c, r, now) => one.MoveMessagesTo(other, await Going(db, one), Given.AnAnswerBy(Told(other, Later(r, now), now)), c.Aino, now),
    ];

    private static async Task<Parting> Going(LupausDb db, Ticket ticket)
    {
        var theirs = await db.Messages.Where(m => m.TicketId == ticket.Id && m.Direction != Direction.ToCustomer).OrderByDescending(m => m.Id).Take(3).ToListAsync();
        return new Parting([.. theirs.Take(1)], theirs.Skip(1).Any(m => m.Direction == Direction.FromCustomer));
    }

    private static AgentId Somebody(Satama company, Random random) => new[] { company.Aino, company.Bertil, company.Liisa }[random.Next(3)];

    private static DateTimeOffset Later(Random random, DateTimeOffset than) => than + TimeSpan.FromMinutes(random.Next(1, 3000));
}
