using System.Globalization;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.People;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Customers;

public sealed record ContactJson(ContactKind Kind, string Value, bool IsPreferred, bool IsDead);

public sealed record PersonJson(
    PersonId Id, string Name, LanguageCode Language, string? Organisation, string? Notes, IReadOnlyList<ContactJson> Contacts, IReadOnlyDictionary<string, string> Fields,
    DateTimeOffset FirstSeenAt, int Matters, IReadOnlyList<GivenWordJson> Words, PersonId? MergedInto);

/// <summary>What they promised us; `ended` is null while it is open.</summary>
public sealed record GivenWordJson(GivenWordId Id, string What, DateTimeOffset Due, HowWordEnded? Ended);

public enum ContactDeed { Add, Remove, Prefer, Dead, Alive }

public sealed record ContactDeedJson(string? Value, ContactDeed? Does);

public sealed record WordJson(string? What, DateTimeOffset? Due);

public sealed record WordEndedJson(HowWordEnded? How);

/// <summary>A page of a list, and where it goes on; null at the end.</summary>
public sealed record PersonListJson(IReadOnlyList<PersonJson> Customers, string? Next);

/// <summary>What isn't named stays as it is; an empty organisation, note or field is taken away.</summary>
public sealed record PersonChangeJson(string? Name, LanguageCode? Language, string? Organisation, string? Notes, IReadOnlyDictionary<string, string?>? Fields);

public sealed record PersonMergeJson(string? Into);

internal static class CustomersApi
{
    private const string Area = "Customers";

    public static void MapCustomersApi(this RouteGroupBuilder api)
    {
        api.MapGet("/customers", List)
            .Told(Area, "Find people", "By whatever is known: a name in any form or misspelt, an organisation or a field beside it, an e-mail address, a telephone number in any shape. With a `query` the best guess comes first, and no more than 200 are guessed; without one, the newest.").Gives<PersonListJson>().MayRefuse("person.name.long");
        api.MapGet("/customers/{id}", async (string id, IDbContextFactory<LupausDb> databases, CancellationToken stop) => Api.Answer(await One(Read(id), databases, stop)))
            .Told(Area, "Read a person's card", "How they are reached, what we note of them, what they promised us.").Gives<PersonJson>().MayRefuse("person.unknown");
        api.MapPatch("/customers/{id}", Change)
            .Told(Area, "Change what we know of a person", "What isn't named stays as it is; an empty organisation, note or field is taken away.")
            .Takes<PersonChangeJson>(new { name = "Aino Testinen", language = "fi", organisation = "Testinen Oy", notes = "Soittaa mieluummin.", fields = new { Asiakasnumero = "4711" } }).Gives<PersonJson>()
            .MayRefuse("person.unknown", "person.name.missing", "person.name.long", "person.notes", "person.organisation", "person.field.name", "person.field.value", "person.field.many", "people.already");
        api.MapPost("/customers/{id}/contacts", Contact)
            .Told(Area, "Add, remove, prefer or mark a way to reach them", "`add` a new one; `remove` one, but never the last; `prefer` it; mark it `dead` when it doesn't work, and `alive` again.")
            .Takes<ContactDeedJson>(new { value = "aino.testinen@example.fi", does = "add" }, "value").Gives<PersonJson>()
            .MayRefuse("person.unknown", "email.shape", "phone.shape", "person.contact.unknown", "person.contact.others", "person.contacts", "person.lastcontact", "person.deadcontact", "people.already");
        api.MapPost("/customers/{id}/words", GiveWord)
            .Told(Area, "They promised us something", "To send the papers, to pay, to ask at home.").Takes<WordJson>(new { what = "lähettää kuitin", due = ApiSamples.NextWeek }, "what", "due").Gives<PersonJson>(201)
            .MayRefuse("person.unknown", "word.what", "word.past", "word.far", "people.already");
        api.MapPost("/customers/{id}/words/{word}/settle", SettleWord)
            .Told(Area, "Their promise has ended", "Done, or lapsed.").Takes<WordEndedJson>(new { how = "done" }, "how").Gives<PersonJson>().MayRefuse("person.unknown", "word.unknown");
        api.MapPost("/customers/{id}/merge", Merge)
            .Told(Area, "Two are one human", "Ways to reach them and matters go over to the one named in `into`, on record: it can be undone.").Takes<PersonMergeJson>(new { into = ApiSamples.OtherCustomer }, "into").Gives<PersonJson>()
            .MayRefuse("person.unknown", "person.self", "people.already");
        api.MapPost("/customers/{id}/unmerge", Part)
            .Told(Area, "They are two after all", "Each has again what was theirs. What came since stays where it came.").Gives<PersonJson>().MayRefuse("person.unknown", "people.not", "people.merged");
    }

    private static async Task<IResult> List(string? query, string? after, string? limit, WhoIsMeant meant, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        (query.OneLine().Length > FindPeople.MostLetters ? Refusal.Because("person.name.long").With("limit", FindPeople.MostLetters) : null).StopIfAny("query");
        var (last, most) = (Cursor.Read(after), Cursor.Limit(limit));
        await using var db = await databases.CreateDbContextAsync(stop);
        if (query.OneLine().Length > 0)
            return Api.Answer(await Guessed(await meant.By(query!, db, stop), (int)Math.Clamp(last ?? 0, 0, WhoIsMeant.Most), most, db, stop));
        var people = db.Known(null);
        if (last is { } id)
        {
            var than = new PersonId(id);
            people = people.Where(p => p.Id < than);
        }
        var found = await Whole(people.OrderByDescending(p => p.Id).Take(most + 1), db, stop);
        var page = found.Take(most).ToList();
        return Api.Answer(new PersonListJson(page, found.Count > page.Count ? Cursor.After(page[^1].Id.Value) : null));
    }

    /// <summary>Guesses come in their own order, so the cursor counts them.</summary>
    private static async Task<PersonListJson> Guessed(IReadOnlyList<PersonGuess> guesses, int from, int most, LupausDb db, CancellationToken stop)
    {
        PersonId[] ids = [.. guesses.Skip(from).Take(most).Select(g => g.Id)];
        var found = await Whole(db.People.Where(p => ids.Contains(p.Id)), db, stop);
        return new PersonListJson([.. found.OrderBy(p => Array.IndexOf(ids, p.Id))], guesses.Count > from + most ? Cursor.After(from + most) : null);
    }

    private static async Task<IResult> Change(string id, HttpContext context, ApiCaller caller, ChangePerson change, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var person = Read(id);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<PersonChangeJson>();
        var now = await One(person, databases, stop);
        Person.WhyNotDescribe(sent.Name ?? now.Name, sent.Notes).StopIfAny(sent.Notes is null ? "name" : "notes");
        await change.Describe(person, new PersonDescription(sent.Name ?? now.Name, sent.Language ?? now.Language, sent.Organisation ?? now.Organisation, sent.Notes ?? now.Notes) { Fields = sent.Fields ?? new Dictionary<string, string?>() },
            by, caller.Once($"customer {person.Value}"), stop);
        return Api.Answer(await One(person, databases, stop));
    }

    private static async Task<IResult> Contact(string id, HttpContext context, ApiCaller caller, ChangePerson change, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var person = Read(id);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<ContactDeedJson>();
        var value = sent.Value.Wanted("value");
        var once = caller.Once($"contact {person.Value}");
        var (kind, known) = value.Contains('@')
            ? (ContactKind.Email, EmailAddress.Read(value)?.Value ?? throw ApiChecks.Wrong("value", Refusal.Because("email.shape")))
            : (ContactKind.Phone, PhoneNumber.Read(value)?.Value ?? throw ApiChecks.Wrong("value", Refusal.Because("phone.shape")));
        await ((sent.Does ?? ContactDeed.Add) switch
        {
            ContactDeed.Add => change.AddContact(person, value, by, once, stop),
            ContactDeed.Remove => change.For(person, once, (p, now) => p.Remove(kind, known, by, now), stop),
            ContactDeed.Prefer => change.For(person, once, (p, now) => p.Prefer(kind, known, by, now), stop),
            var mark => change.For(person, once, (p, now) => p.Mark(kind, known, mark == ContactDeed.Dead, by, now), stop),
        });
        return Api.Answer(await One(person, databases, stop));
    }

    private static async Task<IResult> GiveWord(string id, HttpContext context, ApiCaller caller, ChangePerson change, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        var person = Read(id);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<WordJson>();
        var (what, due) = (sent.What.Wanted("what"), sent.Due.Wanted("due"));
        Person.WhyNotGive(what, due, clock.Now()).StopIfAny("what");
        await change.For(person, caller.Once($"word {person.Value}"), (p, now) => p.Gives(what, due, null, by, now), stop);
        return Api.Answer(await One(person, databases, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> SettleWord(string id, string word, HttpContext context, ApiCaller caller, ChangePerson change, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var person = Read(id);
        var by = await caller.SomeAgent(stop);
        var how = (await context.Body<WordEndedJson>()).How.Wanted("how");
        await change.Settle(person, OwingApi.Ids<GivenWordId>(word, "word.unknown"), how, by, stop, caller.Once($"word {person.Value} settle"));
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
        var found = await people.AsNoTracking().Include(p => p.Contacts).Include(p => p.Fields).Include(p => p.Words).AsSplitQuery().Select(p => new
        {
            Person = p,
            Organisation = db.Organisations.Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(),
            Matters = db.Tickets.Count(t => t.CustomerId == p.Id && t.MergedIntoId == null),
        }).ToListAsync(stop);
        return [.. found.Select(f => new PersonJson(
            f.Person.Id, f.Person.Name, f.Person.Language, f.Organisation, f.Person.Notes, [.. f.Person.Contacts.Select(c => new ContactJson(c.Kind, c.Value, c.IsPreferred, c.IsDead))],
            f.Person.Fields.ToDictionary(x => x.Name, x => x.Value), f.Person.FirstSeenAt, f.Matters,
            [.. f.Person.Words.Select(w => new GivenWordJson(w.Id, w.What, w.Due, w.Ended))], f.Person.MergedIntoId))];
    }
}
