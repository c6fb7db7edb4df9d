using Lupaus.Ground.People;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.People;

/// <summary>People by whatever is known: a part of the name, an e-mail address, a number in any shape. Newest first.</summary>
public static class FindPeople
{
    public const int MostLetters = 100;

    public static IQueryable<Person> Known(this LupausDb db, string? sought)
    {
        var people = db.People.Where(p => p.MergedIntoId == null);
        var text = sought.OneLine();
        if (text.Length == 0)
            return people;
        if (EmailAddress.Read(text) is { Value: var email })
            return people.Where(p => p.Contacts.Any(c => c.Kind == ContactKind.Email && c.Value == email));
        if (PhoneNumber.Read(text) is { Value: var phone })
            return people.Where(p => p.Contacts.Any(c => c.Kind == ContactKind.Phone && c.Value.StartsWith(phone)));
        // SQLite folds the case of ASCII only, so a name that begins with Å is also tried with a capital.
        var (small, capital) = (text.ToLowerInvariant(), char.ToUpperInvariant(text[0]) + text[1..]);
        var digits = DigitsOf(text);
        return people.Where(p => p.Name.ToLower().Contains(small) || p.Name.Contains(text) || p.Name.Contains(capital) ||
            p.Contacts.Any(c => c.Value.Contains(small) || (digits != null && c.Kind == ContactKind.Phone && c.Value.Contains(digits))));
    }

    /// <summary>"040 765" as it stands within +35840765…; null when it is no part of a number.</summary>
    private static string? DigitsOf(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length >= 3 && text.All(c => char.IsAsciiDigit(c) || " +-()".Contains(c)) ? digits : null;
    }
}
