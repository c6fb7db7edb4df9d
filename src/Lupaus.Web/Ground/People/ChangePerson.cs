using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.People;

/// <summary>What is written of a person on their card.</summary>
public sealed record PersonDescription(string Name, LanguageCode Language, string? Organisation, string? Notes)
{
    /// <summary>Own fields that change; an empty value takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; init; } = new Dictionary<string, string?>();
}

/// <summary>One change of what we know of a person, said to them in their own verbs.</summary>
public sealed class ChangePerson(Changes changes, TimeProvider clock)
{
    public Task For(PersonId id, Source? source, Action<Person, DateTimeOffset> change, CancellationToken stop) =>
        Make(id, source, (person, _, now) =>
        {
            change(person, now);
            return Task.CompletedTask;
        }, stop);

    /// <summary>An organisation is known by its name, and is there from the moment somebody belongs to it.</summary>
    public Task Describe(PersonId id, PersonDescription description, AgentId by, Source? source, CancellationToken stop) => Make(id, source, async (person, db, now) =>
    {
        person.Describe(description.Name, description.Language, await OrganisationOf(description.Organisation, db, now, stop), description.Notes, by, now);
        foreach (var (name, value) in description.Fields)
            person.NoteField(name, value, by, now);
    }, stop);

    /// <summary>An address or number belongs to one person at a time; whose it is already is said.</summary>
    public Task AddContact(PersonId id, string given, AgentId by, Source? source, CancellationToken stop) => Make(id, source, async (person, db, now) =>
    {
        var contact =
            given.Contains('@') ? EmailAddress.Read(given) is { } email ? new Contact(id, email) : throw new RuleBroken(Refusal.Because("email.shape")) :
            PhoneNumber.Read(given) is { } phone ? new Contact(id, phone) : throw new RuleBroken(Refusal.Because("phone.shape"));
        var others = await db.Contacts.Where(c => c.Kind == contact.Kind && c.Value == contact.Value && c.PersonId != id)
            .Join(db.People, c => c.PersonId, p => p.Id, (_, p) => p.Name).FirstOrDefaultAsync(stop);
        (others is null ? null : Refusal.Because("person.contact.others").With("name", others)).StopIfAny();
        person.Add(contact, by, now);
    }, stop);

    public Task Settle(PersonId id, GivenWordId word, HowWordEnded how, AgentId by, CancellationToken stop, Source? source = null) => Make(id, source, async (person, db, now) =>
    {
        var given = await db.GivenWords.FirstOrDefaultAsync(w => w.Id == word, stop);
        if (given is null || !await IsTheirs(given, id, db, stop))
            throw new RuleBroken(Refusal.Because("word.unknown"));
        person.Settle(given, how, by, now);
    }, stop);

    /// <summary>Given by them, or by somebody who turned out to be them.</summary>
    private static async Task<bool> IsTheirs(GivenWord given, PersonId person, LupausDb db, CancellationToken stop)
    {
        PersonId? who = given.PersonId;
        while (who is { } one && one != person)
            who = await db.People.Where(p => p.Id == one).Select(p => p.MergedIntoId).FirstOrDefaultAsync(stop);
        return who is not null;
    }

    private Task Make(PersonId id, Source? source, Func<Person, LupausDb, DateTimeOffset, Task> change, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var person = await db.People.Include(p => p.Contacts).Include(p => p.Fields).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, stop)
            ?? throw new RuleBroken(Refusal.Because("person.unknown"));
        (person.MergedIntoId is null ? null : Refusal.Because("people.already")).StopIfAny();
        await change(person, db, now);
        db.Remember(source, null, now);
    }, stop);

    private static async Task<OrganisationId?> OrganisationOf(string? name, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (name.OneLine().Length == 0)
            return null;
        Organisation.WhyNotName(name).StopIfAny();
        var key = Organisation.KeyOf(name!);
        if (await db.Organisations.FirstOrDefaultAsync(o => o.Key == key, stop) is { } known)
            return known.Id;
        var founded = Organisation.Named(name!, now);
        db.Organisations.Add(founded);
        return founded.Id;
    }
}
