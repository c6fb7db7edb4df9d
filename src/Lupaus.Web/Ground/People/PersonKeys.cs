using Lupaus.Ground.People;
using Lupaus.Language.Names;

namespace Lupaus.Web.Ground.People;

/// <summary>
/// What a person is looked for by: their name before its endings and in runs of three letters, and the words and numbers of whatever else is
/// known of them — their organisation, their addresses, the company's own fields (a town, a customer number).
/// </summary>
public static class PersonKeys
{
    private const int MostOthers = 80;

    /// <summary>The first key of everybody; another one, and their keys are made anew.</summary>
    public const string MadeBy = "_1";

    public static string Of(Person person, string? organisation)
    {
        var name = NameKeys.Of(person.Name);
        string?[] others = [organisation, .. person.Fields.Select(f => f.Value), .. person.Contacts.Where(c => c.Kind == ContactKind.Email).Select(c => c.Value)];
        return string.Join(' ', name.Stems.Prepend(MadeBy).Concat(name.Trigrams.Select(Run)).Concat(others.SelectMany(Words).Take(MostOthers)).Distinct());
    }

    /// <summary>A run of letters as a key: no word begins so.</summary>
    public static string Run(string trigram) => $"_{trigram.Replace(' ', '_')}";

    /// <summary>Numbers of at least this many digits are looked for.</summary>
    public static IEnumerable<string> Numbers(string text) =>
        text.Split([.. text.Where(c => !char.IsAsciiDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length is >= FewestDigits and <= MostDigits);

    private const int FewestDigits = 3, MostDigits = 30;

    private static IEnumerable<string> Words(string? text) => text is null ? [] : NameKeys.Of(text).Stems.Concat(Numbers(text));
}
