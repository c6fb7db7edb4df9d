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
        var groups = Digits(text) is { Length: > 0 } digits ? [digits] : Groups(text);
        if (groups.Count == 0)
            return db.People.Where(p => false);
        return db.GetService<PeopleDialect>().Found(db, groups).Where(p => p.MergedIntoId == null);
    }

    private static List<SoughtKey[]> Groups(string text)
    {
        var query = NameQuery.Of(text);
        var groups = new List<SoughtKey[]>();
        foreach (var (stems, beginnings) in query.StemsOfWords.Zip(query.Beginnings))
            groups.Add([.. stems.Select(s => new SoughtKey(s)), .. beginnings.Select(b => new SoughtKey(b, b.Length >= FewestLetters))]);
        groups.AddRange(PersonKeys.Numbers(text).Select(number => new[] { new SoughtKey(number, IsBeginning: true) }));
        return groups;
    }

    /// <summary>A telephone number's digits with its country; a part of one ("040 765") as it stands within "35840765…"; a number of our own as it is. None where there are letters.</summary>
    private static SoughtKey[] Digits(string text)
    {
        if (text.Any(char.IsLetter))
            return [];
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        string?[] ways = [PhoneNumber.Read(text)?.Value.TrimStart('+'), digits.TrimStart('0'), digits];
        return [.. ways.OfType<string>().Where(way => way.Length >= PersonKeys.FewestDigits).Distinct().Select(way => new SoughtKey(way, IsBeginning: true))];
    }
}
