using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Customers;

/// <summary>A promise of ours to this person, live or ended.</summary>
public sealed record PromiseToThem(Reference Reference, string Subject, PromiseKind Kind, DateTimeOffset Due, AgentId Promiser, HowItEnded? Ended, DateTimeOffset? At);

/// <summary>A row that turned out to be the same human.</summary>
public sealed record SamePerson(PersonId Id, string Name, string? Notes);

/// <summary>All we know of one we serve.</summary>
public sealed record Card(
    Person Person,
    Organisation? Organisation,
    IReadOnlyList<DeskRow> Matters,
    string? After,
    int MatterCount,
    IReadOnlyList<GivenWord> Words,
    IReadOnlyList<PromiseToThem> Promised,
    IReadOnlyList<SamePerson> Same);

/// <summary>An organisation with its people and their matters.</summary>
public sealed record OrganisationCard(Organisation Organisation, IReadOnlyList<(PersonId Id, string Name)> People, IReadOnlyList<DeskRow> Matters);

public sealed class ReadCard(IDbContextFactory<LupausDb> databases)
{
    private const int PartLength = 20;
    private const int MostPromises = 10;
    private const int MostPeople = 100;

    /// <summary>Null when there is nobody with this id.</summary>
    public async Task<Card?> Of(PersonId id, long? before, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await db.People.AsNoTracking().Include(p => p.Contacts).Include(p => p.Fields).Where(p => p.Id == id)
            .Select(p => new { Person = p, Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).ToList(), Count = db.Tickets.Count(t => t.CustomerId == id && t.MergedIntoId == null) })
            .FirstOrDefaultAsync(stop);
        if (found is null)
            return null;
        var same = await Same(id, db, stop);
        PersonId[] all = [id, .. same.Select(s => s.Id)];
        var words = await db.GivenWords.AsNoTracking().Where(w => all.Contains(w.PersonId)).OrderBy(w => w.Ended != null).ThenByDescending(w => w.Id).Take(MostPromises * 2).ToListAsync(stop);
        var matters = db.Tickets.Where(t => t.CustomerId == id && t.MergedIntoId == null);
        if (before is { } last)
        {
            var than = new TicketId(last);
            matters = matters.Where(t => t.Id < than);
        }
        var rows = await matters.OrderByDescending(t => t.Id).Take(PartLength + 1).AsRows(db).ToListAsync(stop);
        var shown = rows.Take(PartLength).ToList();
        var after = rows.Count > shown.Count ? shown[^1].Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return new Card(found.Person, found.Organisation.FirstOrDefault(), shown, after, found.Count, words, await Promised(id, db, stop), same);
    }

    /// <summary>Where everything of this person is, when the row has been merged into another.</summary>
    public async Task<PersonId?> WhoIsNow(PersonId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        PersonId? now = null;
        for (var next = id; await db.People.Where(p => p.Id == next).Select(p => p.MergedIntoId).FirstOrDefaultAsync(stop) is { } into; next = into)
            now = into;
        return now;
    }

    public async Task<OrganisationCard?> Of(OrganisationId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) is not { } organisation)
            return null;
        var people = await db.People.Where(p => p.OrganisationId == id && p.MergedIntoId == null).OrderBy(p => p.Name).Take(MostPeople).Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        var theirs = db.People.Where(p => p.OrganisationId == id).Select(p => p.Id);
        var rows = await db.Tickets.Where(t => theirs.Contains(t.CustomerId) && t.MergedIntoId == null).OrderByDescending(t => t.Id).Take(PartLength * 2).AsRows(db).ToListAsync(stop);
        return new OrganisationCard(organisation, [.. people.Select(p => (p.Id, p.Name))], rows);
    }

    public async Task<PersonId?> WhoHas(string contact, CancellationToken stop)
    {
        var value = EmailAddress.Read(contact)?.Value ?? PhoneNumber.Read(contact)?.Value;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Contacts.Where(c => c.Value == value).Select(c => (PersonId?)c.PersonId).FirstOrDefaultAsync(stop);
    }

    private static async Task<List<SamePerson>> Same(PersonId id, LupausDb db, CancellationToken stop)
    {
        var same = new List<SamePerson>();
        for (PersonId?[] last = [id]; last.Length > 0;)
        {
            var next = await db.People.Where(p => last.Contains(p.MergedIntoId)).Select(p => new SamePerson(p.Id, p.Name, p.Notes)).ToListAsync(stop);
            same.AddRange(next);
            last = [.. next.Select(p => (PersonId?)p.Id)];
        }
        return same;
    }

    private static async Task<IReadOnlyList<PromiseToThem>> Promised(PersonId id, LupausDb db, CancellationToken stop)
    {
        var live = await db.Tickets.Where(t => t.CustomerId == id && t.Closure == null).OrderBy(t => t.Promise!.Due).Take(MostPromises)
            .Select(t => new PromiseToThem(t.Reference, t.Subject, t.Promise!.Kind, t.Promise!.Due, t.Promise!.Promiser, null, null)).ToListAsync(stop);
        var ended = await db.PromiseEnds.Join(db.Tickets.Where(t => t.CustomerId == id), e => e.TicketId, t => t.Id, (e, t) => new { End = e, t.Reference, t.Subject })
            .OrderByDescending(e => e.End.At).Take(MostPromises)
            .Select(e => new PromiseToThem(e.Reference, e.Subject, e.End.Kind, e.End.Due, e.End.Promiser, e.End.How, e.End.At)).ToListAsync(stop);
        return [.. live, .. ended];
    }
}
