using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>Two rows are one human: ways to reach them and matters go over to one of them, on record, so that it can be undone.</summary>
public sealed class MergePeople(Changes changes, TimeProvider clock)
{
    public Task For(PersonId from, PersonId into, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var (other, person) = (await db.Person(from, stop), await db.Person(into, stop));
        var matters = await db.Tickets.Where(t => t.CustomerId == from).ToListAsync(stop);
        db.PersonMerges.Add(person.TakeIn(other, matters.Select(t => t.Id), by, now));
        foreach (var ticket in matters)
            ticket.BelongsTo(into, by, now);
        await TakePartAsOne(from, into, by, now, db, stop);
        db.Remember(source, null, now);
    }, stop);

    /// <summary>Where either of them takes part, the one human does; in a matter of their own they are the customer.</summary>
    private static async Task TakePartAsOne(PersonId from, PersonId into, AgentId by, DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        foreach (var ticket in await db.Tickets.Where(t => t.Participants.Any(p => p.PersonId == from)).ToListAsync(stop))
            ticket.TakesPartAs(from, into, by, now);
        foreach (var own in await db.Tickets.Where(t => (t.CustomerId == from || t.CustomerId == into) && t.Participants.Any(p => p.PersonId == into)).ToListAsync(stop))
            own.TakesPartNoMore(into, by, now);
    }
}

/// <summary>They are two after all: each has again what was theirs. What came since stays where it came.</summary>
public sealed class PartPeople(Changes changes, TimeProvider clock)
{
    public Task For(PersonId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var person = await db.Person(id, stop);
        var merge = await db.PersonMerges.Include(m => m.Contacts).Include(m => m.Matters).AsSplitQuery()
            .FirstOrDefaultAsync(m => m.FromId == id && m.UndoneAt == null, stop) ?? throw new RuleBroken(Refusal.Because("people.not"));
        var whole = await db.Person(await db.WhoIsNow(merge.IntoId, stop), stop);
        TicketId[] theirs = [.. merge.Matters.Select(m => m.TicketId)];
        var matters = await db.Tickets.Where(t => theirs.Contains(t.Id) && t.CustomerId == whole.Id).ToListAsync(stop);
        await NothingIsMergedAcross(matters, whole.Id, db, stop);
        person.PartFrom(whole, merge, by, now);
        foreach (var ticket in matters)
            ticket.BelongsTo(id, by, now);
        db.Remember(source, null, now);
    }, stop);

    /// <summary>A matter goes on only in another of the same customer: such merges are undone first.</summary>
    private static async Task NothingIsMergedAcross(List<Ticket> going, PersonId whole, LupausDb db, CancellationToken stop)
    {
        TicketId[] ids = [.. going.Select(t => t.Id)];
        var across = going.Find(t => t.MergedIntoId is { } into && !ids.Contains(into))?.Reference
            ?? await db.Tickets.Where(t => t.CustomerId == whole && t.MergedIntoId != null && ids.Contains(t.MergedIntoId!.Value) && !ids.Contains(t.Id)).Select(t => (Reference?)t.Reference).FirstOrDefaultAsync(stop);
        (across is { } reference ? Refusal.Because("people.merged").With("reference", reference.Value) : null).StopIfAny();
    }
}

internal static class Persons
{
    public static async Task<Person> Person(this LupausDb db, PersonId id, CancellationToken stop) =>
        await db.People.Include(p => p.Contacts).FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("person.unknown"));

    /// <summary>The row that has everything of this person now.</summary>
    public static async Task<PersonId> WhoIsNow(this LupausDb db, PersonId id, CancellationToken stop)
    {
        while (await db.People.Where(p => p.Id == id).Select(p => p.MergedIntoId).FirstOrDefaultAsync(stop) is { } into)
            id = into;
        return id;
    }
}
