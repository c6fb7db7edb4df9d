using System.Globalization;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Customers;

public sealed record ContactJson(ContactKind Kind, string Value, bool IsPreferred, bool IsDead);

public sealed record PersonJson(
    PersonId Id, string Name, LanguageCode Language, string? Organisation, string? Notes, IReadOnlyList<ContactJson> Contacts, IReadOnlyDictionary<string, string> Fields,
    DateTimeOffset FirstSeenAt, int Matters, PersonId? MergedInto);

/// <summary>A page of a list, and where it goes on; null at the end.</summary>
public sealed record PersonListJson(IReadOnlyList<PersonJson> Customers, string? Next);

/// <summary>What isn't named stays as it is; an empty organisation, note or field is taken away.</summary>
public sealed record PersonChangeJson(string? Name, LanguageCode? Language, string? Organisation, string? Notes, IReadOnlyDictionary<string, string?>? Fields);

public sealed record PersonMergeJson(string? Into);

internal static class CustomersApi
{
    public static void MapCustomersApi(this RouteGroupBuilder api)
    {
        api.MapGet("/customers", List);
        api.MapGet("/customers/{id}", async (string id, IDbContextFactory<LupausDb> databases, CancellationToken stop) => Api.Answer(await One(Read(id), databases, stop)));
        api.MapPatch("/customers/{id}", Change);
        api.MapPost("/customers/{id}/merge", Merge);
        api.MapPost("/customers/{id}/unmerge", Part);
    }

    private static async Task<IResult> List(string? query, string? after, string? limit, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        (query.OneLine().Length > FindPeople.MostLetters ? Refusal.Because("person.name.long").With("limit", FindPeople.MostLetters) : null).StopIfAny("query");
        var (last, most) = (Cursor.Read(after), Cursor.Limit(limit));
        await using var db = await databases.CreateDbContextAsync(stop);
        var people = db.Known(query);
        if (last is { } id)
        {
            var than = new PersonId(id);
            people = people.Where(p => p.Id < than);
        }
        var found = await Whole(people.OrderByDescending(p => p.Id).Take(most + 1), db, stop);
        var page = found.Take(most).ToList();
        return Api.Answer(new PersonListJson(page, found.Count > page.Count ? Cursor.After(page[^1].Id.Value) : null));
    }

    private static async Task<IResult> Change(string id, HttpContext context, ApiCaller caller, ChangePerson change, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var person = Read(id);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<PersonChangeJson>();
        var now = await One(person, databases, stop);
        Person.WhyNotDescribe(sent.Name ?? now.Name, sent.Notes).StopIfAny(sent.Notes is null ? "name" : "notes");
        await change.Describe(person, new PersonDescription(sent.Name ?? now.Name, sent.Language ?? now.Language, sent.Organisation ?? now.Organisation, sent.Notes ?? now.Notes), by, caller.Once($"customer {person.Value}"), stop);
        foreach (var (name, value) in sent.Fields ?? new Dictionary<string, string?>())
            await change.For(person, null, (p, at) => p.NoteField(name, value, by, at), stop);
        return Api.Answer(await One(person, databases, stop));
    }

    private static async Task<IResult> Merge(string id, HttpContext context, ApiCaller caller, MergePeople merge, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var person = Read(id);
        var by = await caller.SomeAgent(stop);
        var into = Read((await context.Body<PersonMergeJson>()).Into.Wanted("into"));
        await merge.For(person, into, by, caller.Once($"merge {person.Value}"), stop);
        return Api.Answer(await One(into, databases, stop));
    }

    private static async Task<IResult> Part(string id, ApiCaller caller, PartPeople part, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var person = Read(id);
        await part.For(person, await caller.SomeAgent(stop), caller.Once($"unmerge {person.Value}"), stop);
        return Api.Answer(await One(person, databases, stop));
    }

    private static PersonId Read(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new PersonId(number) : throw new RuleBroken(Refusal.Because("person.unknown"));

    private static async Task<PersonJson> One(PersonId id, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await Whole(db.People.Where(p => p.Id == id), db, stop)).FirstOrDefault() ?? throw new RuleBroken(Refusal.Because("person.unknown"));
    }

    private static async Task<IReadOnlyList<PersonJson>> Whole(IQueryable<Person> people, LupausDb db, CancellationToken stop)
    {
        var found = await people.AsNoTracking().Include(p => p.Contacts).Include(p => p.Fields).Select(p => new
        {
            Person = p,
            Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(),
            Matters = db.Tickets.Count(t => t.CustomerId == p.Id && t.MergedIntoId == null),
        }).ToListAsync(stop);
        return [.. found.Select(f => new PersonJson(
            f.Person.Id, f.Person.Name, f.Person.Language, f.Organisation, f.Person.Notes, [.. f.Person.Contacts.Select(c => new ContactJson(c.Kind, c.Value, c.IsPreferred, c.IsDead))],
            f.Person.Fields.ToDictionary(x => x.Name, x => x.Value), f.Person.FirstSeenAt, f.Matters, f.Person.MergedIntoId))];
    }
}
