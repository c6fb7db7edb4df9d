using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Mail.Reading;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>People as mail knows them: by address.</summary>
internal static class WritersOfMail
{
    public static async Task<PersonId?> PersonAt(this LupausDb db, EmailAddress address, CancellationToken stop)
    {
        var email = address.Value;
        return await db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == email).Select(c => (PersonId?)c.PersonId).FirstOrDefaultAsync(stop);
    }

    /// <summary>What was said to be dead isn't: they write from there.</summary>
    public static async Task IsAlive(this LupausDb db, EmailAddress address, DateTimeOffset now, CancellationToken stop)
    {
        var email = address.Value;
        var whose = await db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == email && c.IsDead).Select(c => (PersonId?)c.PersonId).FirstOrDefaultAsync(stop);
        if (whose is { } person)
            (await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == person, stop)).Mark(ContactKind.Email, email, dead: false, person, now);
    }

    /// <summary>Who of those in the ticket writes; null for the customer. Whoever doesn't take part yet does from now on.</summary>
    public static async Task<PersonId?> Writes(this LupausDb db, Ticket ticket, EmailAddress writer, string? name, DateTimeOffset now, CancellationToken stop)
    {
        if (ticket.Participants.FirstOrDefault(p => p.Email == writer) is { } known)
            return known.PersonId;
        var person = await db.Meet(writer, name, ticket.Language, now, stop);
        if (person == ticket.CustomerId)
            return null;
        if (ticket.WhyNotLetTakePart(person) is null)
            ticket.LetTakePart(person, writer, person, now);
        return person;
    }

    /// <summary>Whom the writer wrote to besides us, up to the limit; machines and our own people don't need to be let in.</summary>
    public static async Task LetTakePart(this LupausDb db, Ticket ticket, IEnumerable<NamedAddress> others, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var other in others.Take(Ticket.MostParticipants))
        {
            if (EmailAddress.Read(other.Address) is not { } email || IsNobodys(email) || ticket.Participants.Any(p => p.Email == email))
                continue;
            var person = await db.Meet(email, other.Name.OneLine().CutTo(Limits.Name), ticket.Language, now, stop);
            if (ticket.WhyNotLetTakePart(person) is null)
                ticket.LetTakePart(person, email, ticket.CustomerId, now);
        }
    }

    private static async Task<PersonId> Meet(this LupausDb db, EmailAddress email, string? name, LanguageCode language, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.PersonAt(email, stop) is { } known)
            return known;
        if (db.People.Local.FirstOrDefault(p => p.Email == email.Value) is { } met)
            return met.Id;
        var person = Person.Meet(string.IsNullOrWhiteSpace(name) || name.Contains('@') ? null : name, email, null, language, now);
        db.People.Add(person);
        return person.Id;
    }

    private static bool IsNobodys(EmailAddress email) =>
        email.Value.Split('@')[0].Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) is "noreply" or "donotreply" or "mailerdaemon" or "postmaster" or "undisclosedrecipients";
}
