using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>Somebody who is to take part in a matter, by the address they are known by.</summary>
public sealed record Newly(EmailAddress Email, string? Name = null);

/// <summary>Somebody beside the customer takes part from now on. Whoever has the address already is the same person.</summary>
public sealed class LetTakePart(Changes changes, TimeProvider clock)
{
    public Task<IReadOnlyList<PersonId>> For(TicketId id, IReadOnlyList<Newly> people, AgentId by, Source? source, CancellationToken stop) => changes.Make<IReadOnlyList<PersonId>>(async db =>
    {
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        var isDone = await db.Done(source, stop) is not null;
        var let = new List<PersonId>();
        foreach (var one in people)
        {
            var person = await Meet(one, ticket.Language, db, now, stop);
            let.Add(person);
            if (!isDone)
                ticket.LetTakePart(person, one.Email, by, now);
        }
        if (!isDone)
            db.Remember(source, id, now);
        return let;
    }, stop);

    private static async Task<PersonId> Meet(Newly one, LanguageCode language, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var email = one.Email.Value;
        if (await db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == email).Select(c => (PersonId?)c.PersonId).FirstOrDefaultAsync(stop) is { } known)
            return known;
        var met = db.People.Local.FirstOrDefault(p => p.Email == email) ?? Person.Meet(one.Name, one.Email, null, language, now);
        if (db.Entry(met).State == EntityState.Detached)
            db.People.Add(met);
        return met.Id;
    }
}

/// <summary>They take part no more: by one of ours, or by themselves.</summary>
public sealed class EndTakingPart(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, PersonId person, Actor by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Tickets.One(id, stop)).TakesPartNoMore(person, by, now);
        db.Remember(source, id, now);
    }, stop);
}

/// <summary>Addresses as people write them into one field: between commas, semicolons or spaces, with or without a name.</summary>
public static class WrittenAddresses
{
    public static IReadOnlyList<Newly> Read(string? text)
    {
        var people = new List<Newly>();
        foreach (var part in text.Cleaned().Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var open = part.IndexOf('<');
            var (name, address) = open > 0 && part.EndsWith('>') ? (part[..open].Trim(' ', '"'), part[(open + 1)..^1]) : (null, part);
            var email = EmailAddress.Read(address) ?? throw new RuleBroken(Refusal.Because("email.shape"));
            (name?.Length > Limits.Name ? Refusal.Because("person.name.long").With("limit", Limits.Name) : null).StopIfAny();
            people.Add(new Newly(email, name));
        }
        (people.Count > Ticket.MostParticipants ? Refusal.Because("participant.many").With("limit", Ticket.MostParticipants) : null).StopIfAny();
        return people;
    }
}
