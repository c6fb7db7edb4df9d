using Lupaus.Ground.People;
using Lupaus.Language.Names;

namespace Lupaus.Web.Ground.People;

/// <summary>
/// What a person is looked for by: their name before its endings and in runs of three letters, and the words and numbers of whatever else is
/// known of them: their organisation, their addresses and numbers, the company's own fields (a town, a customer number).
/// </summary>
public static class PersonKeys
{
    private const int MostOthers = 80;

    /// <summary>The first key of everybody; another one, and their keys are made anew.</summary>
    public const string MadeBy = "_2";

    public static string Of(Person person, string? organisation)
    {
        var name = NameKeys.Of(person.Name);
        string?[] others = [organisation, .. person.Fields.Select(f => f.Value), .. person.Contacts.Where(c => c.Kind == ContactKind.Email).Select(c => c.Value)];
        var phones = person.Contacts.Where(c => c.Kind == ContactKind.Phone).Select(c => c.Value.TrimStart('+'));
        return string.Join(' ', name.Stems.Prepend(MadeBy).Concat(name.Trigrams.Select(Run)).Concat(others.SelectMany(Words).Take(MostOthers)).Concat(phones.SelectMany(Endings).Take(MostOthers)).Distinct());
    }

    /// <summary>A run of letters as a key: no word begins so.</summary>
    public static string Run(string trigram) => $"_{trigram.Replace(' ', '_')}";

    /// <summary>Numbers of at least this many digits are looked for.</summary>
    public static IEnumerable<string> Numbers(string text) =>
        text.Split([.. text.Where(c => !char.IsAsciiDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length is >= FewestDigits and <= MostDigits);

    private const int MostDigits = 30;

    public const int FewestDigits = 3;

    /// <summary>Whatever part of a number somebody remembers is the beginning of one of these.</summary>
    private static IEnumerable<string> Endings(string digits) => Enumerable.Range(0, Math.Max(0, digits.Length - FewestDigits + 1)).Select(i => digits[i..]);

    private static IEnumerable<string> Words(string? text) => text is null ? [] : NameKeys.Of(text).Stems.Concat(Numbers(text));
}
