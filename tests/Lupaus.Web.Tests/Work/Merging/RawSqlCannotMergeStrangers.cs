using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Work.Merging;

/// <summary>What is merged is closed, and goes on in an unmerged matter of the same customer.</summary>
public class RawSqlCannotMergeStrangers
{
    [Theory, OnBothDatabases]
    public async Task An_open_ticket_is_merged_into_nothing_and_nothing_into_itself(string on)
    {
        await using var database = await TestDatabase.On(on);
        var (one, other) = (await database.AnOpenTicket(), await database.ASolvedTicket());

        await database.ShouldRefuse($"UPDATE tickets SET merged_into_id = {other.Value} WHERE id = {one.Value}", "ck_ticket_merged");
        await database.ShouldRefuse($"UPDATE tickets SET merged_into_id = {other.Value} WHERE id = {other.Value}", "ck_ticket_merged");
        await database.ShouldRefuse($"UPDATE tickets SET closure_how = 'MergedInto' WHERE id = {other.Value}", "ck_ticket_merged");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_goes_on_in_what_goes_on_elsewhere_itself(string on)
    {
        await using var database = await TestDatabase.On(on);
        var (one, other, third) = (await database.AnOpenTicket(), await database.AnOpenTicket(), await database.ASolvedTicket());
        await database.Merge(one, other);

        await database.ShouldRefuse($"UPDATE tickets SET merged_into_id = {other.Value} WHERE id = {third.Value}", "a matter goes on in another of the same customer");
        (await database.Violations).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_owed_goes_over_and_back_and_every_rule_holds(string on)
    {
        await using var database = await TestDatabase.On(on);
        var (one, other) = (await database.AnOpenTicket(), await database.AnOpenTicket());
        await database.Change(other, t => t.TakeOn("hyvitys", database.Company.Bertil, Given.Wednesday, isTold: true, database.Company.Aino, Given.Monday + Given.Hour));
        await database.Change(other, t => t.Raise(ObstacleKind.Failure, "Väärä lippu.", database.Company.Aino, Given.Monday + Given.Hour));

        await database.Merge(one, other);

        var whole = await database.Read(one);
        (whole.Duties.Count, whole.Obstacles.Count).ShouldBe((1, 1));
        (await database.Read(other)).Duties.ShouldBeEmpty();
        (await database.Violations).ShouldBeEmpty();

        await database.Changes.Make(async db =>
        {
            var part = await db.Tickets.One(other, TestDatabase.Stop);
            part.PartFrom(await db.Tickets.One(one, TestDatabase.Stop), [part], database.Company.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), database.Company.Aino, Given.Monday + Given.Hour);
        }, TestDatabase.Stop);

        (await database.Read(other)).Duties.ShouldHaveSingleItem().CameFromId.ShouldBeNull();
        (await database.Read(one)).Obstacles.ShouldBeEmpty();
        (await database.Violations).ShouldBeEmpty();
    }
}

internal static class MergesInTests
{
    public static Task Merge(this TestDatabase database, TicketId one, TicketId other) => database.Changes.Make(async db =>
    {
        var (ticket, its) = (await db.Tickets.One(one, TestDatabase.Stop), await db.Tickets.One(other, TestDatabase.Stop));
        ticket.TakeIn(its, [], new MergeTerms("Jatkuvat yhtenä.", Given.Wednesday, null, null, "Tee myös"), database.Company.Aino, Given.Monday + Given.Hour);
    }, TestDatabase.Stop);
}
