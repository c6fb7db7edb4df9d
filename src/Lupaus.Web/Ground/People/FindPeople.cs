using Lupaus.Ground.People;
using Lupaus.Language.Names;
using Lupaus.Storage.Ground.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lupaus.Web.Ground.People;

/// <summary>People by whatever is known of them, wherever a query wants them: everybody of whom all of it is true.</summary>
public static class FindPeople
{
    public const int MostLetters = 100;
    private const int FewestLetters = 2;

    /// <summary>Names in any form or begun, with an organisation, a town or a customer number beside; an address; a telephone number in any shape.</summary>
    public static IQueryable<Person> Known(this LupausDb db, string? sought)
    {
        var text = sought.OneLine().CutTo(MostLetters);
        if (text.Length == 0)
            return db.People.Where(p => p.MergedIntoId == null);
        if (EmailAddress.Read(text) is { Value: var email })
            return db.People.Where(p => p.MergedIntoId == null && p.Contacts.Any(c => c.Kind == ContactKind.Email && c.Value == email));
        if (PhoneNumber.Read(text) is { Value: var phone })
            return db.People.Where(p => p.MergedIntoId == null && p.Contacts.Any(c => c.Kind == ContactKind.Phone && c.Value.StartsWith(phone)));
        var groups = Groups(text);
        var digits = DigitsOf(text);
        if (groups.Count == 0)
            return db.People.Where(p => p.MergedIntoId == null && digits != null && p.Contacts.Any(c => c.Kind == ContactKind.Phone && c.Value.Contains(digits)));
        var named = db.GetService<PeopleDialect>().Found(db, groups).Select(p => p.Id);
        return db.People.Where(p => p.MergedIntoId == null && (named.Contains(p.Id) || (digits != null && p.Contacts.Any(c => c.Kind == ContactKind.Phone && c.Value.Contains(digits)))));
    }

    private static List<IReadOnlyList<SoughtKey>> Groups(string text)
    {
        var query = NameQuery.Of(text);
        var groups = new List<IReadOnlyList<SoughtKey>>();
        foreach (var (stems, beginnings) in query.StemsOfWords.Zip(query.Beginnings))
            groups.Add([.. stems.Select(s => new SoughtKey(s)), .. beginnings.Select(b => new SoughtKey(b, b.Length >= FewestLetters))]);
        groups.AddRange(PersonKeys.Numbers(text).Select(number => new[] { new SoughtKey(number, IsBeginning: true) }));
        return groups;
    }

    /// <summary>"040 765" as it stands within +35840765…; null when it is no part of a number.</summary>
    private static string? DigitsOf(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length >= 3 && text.All(c => char.IsAsciiDigit(c) || " +-()".Contains(c)) ? digits : null;
    }
}
