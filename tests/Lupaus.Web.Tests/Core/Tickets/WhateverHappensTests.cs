using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;

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
        (t, c, r, now) => t.Lapse(Later(r, t.Promise?.Due + Given.Minute ?? now), c.Liisa, "Myöhästyimme.", TimeSpan.Zero, false, t.Promise?.Due + Given.Minute ?? now),
        (t, c, r, now) => t.Remind("Muistathan?", Later(r, t.Promise?.Due ?? now), t.Promise?.Due ?? now),
        (t, c, r, now) => t.CloseUnanswered("Suljemme.", t.Promise?.Due ?? now),
        (t, c, r, now) => t.PassTo(Somebody(c, r), OwnerReason.TookNext, null, c.Liisa, now),
        (t, c, r, now) => t.PassTo(Somebody(c, r), OwnerReason.Given, "Uusi vastuuhenkilö.", c.Liisa, now),
        (t, c, r, now) => t.PromiserLeaves(Somebody(c, r), c.Liisa, now),
        (t, c, r, now) => t.Note("Soitin VR:lle.", Somebody(c, r), now),
        (t, c, r, now) => t.TakeOn("hyvitys", Somebody(c, r), Later(r, now), isTold: false, c.Aino, now),
        (t, c, r, now) => t.Duties.ToList().ForEach(d => t.FinishDuty(d.Id, false, c.Aino, now)),
        (t, c, r, now) => t.Raise((ObstacleKind)r.Next(2), "Väärä lippu.", Somebody(c, r), now),
        (t, c, r, now) => t.ToldOfFailure(t.MariaWrites(now), "Selvitä.", Later(r, now), now),
        (t, c, r, now) => t.Obstacles.ToList().ForEach(o => t.SettleObstacle(o.Id, "Selvisi.", c.Aino, now)),
        (t, c, r, now) => t.Withdraw(c.Maria, now),
        (t, c, r, now) => t.ConfirmSolved(now),
        (t, c, r, now) => t.Reopen(Somebody(c, r), OwnerReason.OwnedBefore, Given.AnAnswerBy(Later(r, now)), c.Liisa, now),
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
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Do(database, tickets[random.Next(3)], random.Next(), now)));
        }

        (await database.Violations).ShouldBeEmpty($"seed {seed}");
    }

    private static Task Do(TestDatabase database, TicketId id, int seed, DateTimeOffset now) => Task.Run(async () =>
    {
        try
        {
            await database.Changes.Make(async db =>
            {
                var random = new Random(seed);
                var ticket = await db.Tickets.One(id, TestDatabase.Stop);
                Deeds[random.Next(Deeds.Length)](ticket, database.Company, random, now);
            }, TestDatabase.Stop);
        }
        catch (RuleBroken)
        {
            // The person is told; what matters is what is stored.
        }
    }, TestDatabase.Stop);

    private static void Hear(Ticket ticket, Satama company, DateTimeOffset now)
    {
        if (ticket.IsOpen)
            ticket.MariaWrites(now);
        else
            ticket.CustomerReopens("Ei auennut.", Channel.Page, Given.Letter, company.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(now + Given.Day), now);
    }

    private static AgentId Somebody(Satama company, Random random) => new[] { company.Aino, company.Bertil, company.Liisa }[random.Next(3)];

    private static DateTimeOffset Later(Random random, DateTimeOffset than) => than + TimeSpan.FromMinutes(random.Next(1, 3000));
}
