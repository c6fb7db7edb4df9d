using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lupaus.Web.Ground.People;

/// <summary>Keeps what people are looked for by true to what we know of them, in the same transaction.</summary>
public sealed class IndexPeople(Changes changes) : IWitness
{
    private const int Part = 200;

    public async ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop)
    {
        var touched = new HashSet<PersonId>();
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && Whose(entry) is { } person)
                touched.Add(person);
        foreach (var id in touched)
            if (await db.People.FindAsync([id], stop) is { } person)
                await Renew(person, db, stop);
    }

    /// <summary>Whoever has keys of another making gets new ones. How many they were.</summary>
    public async Task<int> Anew(CancellationToken stop)
    {
        for (var all = 0; ;)
        {
            var made = await changes.Make(async db =>
            {
                var old = await db.People.Where(p => !(p.FoundBy + " ").StartsWith(PersonKeys.MadeBy + " ")).OrderBy(p => p.Id).Take(Part).ToListAsync(stop);
                foreach (var person in old)
                    await Renew(person, db, stop);
                return old.Count;
            }, stop);
            if (made == 0)
                return all;
            all += made;
        }
    }

    private static PersonId? Whose(EntityEntry entry) => entry.Entity switch
    {
        Person person => entry.State == EntityState.Added || (entry.State == EntityState.Modified && IsKnownOtherwise(entry)) ? person.Id : null,
        Contact contact => contact.PersonId,
        OwnField field => field.PersonId,
        _ => null,
    };

    private static bool IsKnownOtherwise(EntityEntry entry) => entry.Property(nameof(Person.Name)).IsModified || entry.Property(nameof(Person.OrganisationId)).IsModified;

    private static async Task Renew(Person person, LupausDb db, CancellationToken stop)
    {
        var entry = db.Entry(person);
        if (entry.State != EntityState.Added)
        {
            await entry.Collection(p => p.Contacts).LoadAsync(stop);
            await entry.Collection(p => p.Fields).LoadAsync(stop);
        }
        var organisation = person.OrganisationId is { } id ? await db.Organisations.FindAsync([id], stop) : null;
        person.CanBeFoundBy(PersonKeys.Of(person, organisation?.Name));
    }
}
