namespace Lupaus.Language.Morphology;

/// <summary>The dictionary's tags in our words. L: class, T: mood, S: case, O: possessive suffix.</summary>
internal static class ReadingTags
{
    public static WordClass Class(string tag) => tag switch
    {
        "[Ln]" => WordClass.Noun,
        "[Ll]" or "[Lnl]" => WordClass.Adjective,
        "[Lt]" => WordClass.Verb,
        "[Lk]" => WordClass.NegationVerb,
        "[Lr]" => WordClass.Pronoun,
        "[Lu]" or "[Lur]" => WordClass.Numeral,
        "[Ls]" => WordClass.Adverb,
        "[Lc]" => WordClass.Conjunction,
        "[Lh]" => WordClass.Interjection,
        "[La]" => WordClass.Abbreviation,
        "[Lee]" => WordClass.FirstName,
        "[Les]" => WordClass.LastName,
        "[Lep]" => WordClass.PlaceName,
        "[Lem]" => WordClass.Name,
        _ => WordClass.Other,
    };

    public static VerbMood Mood(string tag) => tag switch
    {
        "[Tt]" => VerbMood.Indicative,
        "[Te]" => VerbMood.Conditional,
        "[Tk]" => VerbMood.Imperative,
        "[Tm]" => VerbMood.Potential,
        _ => VerbMood.None,
    };

    public static VerbPerson Person(char person, bool isPlural) => (person, isPlural) switch
    {
        ('1', false) => VerbPerson.FirstSingular,
        ('1', true) => VerbPerson.FirstPlural,
        ('2', false) => VerbPerson.SecondSingular,
        ('2', true) => VerbPerson.SecondPlural,
        ('3', _) => VerbPerson.Third,
        ('4', _) => VerbPerson.Passive,
        _ => VerbPerson.None,
    };

    public static Owning Possessive(string tag) => tag switch
    {
        "[O1y]" => Owning.FirstSingular,
        "[O2y]" => Owning.SecondSingular,
        "[O1m]" => Owning.FirstPlural,
        "[O2m]" => Owning.SecondPlural,
        "[O3]" => Owning.Third,
        _ => Owning.None,
    };

    public static NounCase Case(string tag) => tag switch
    {
        "[Sn]" => NounCase.Nominative,
        "[Sg]" => NounCase.Genitive,
        "[Sp]" => NounCase.Partitive,
        "[Ses]" => NounCase.Essive,
        "[Str]" => NounCase.Translative,
        "[Sine]" => NounCase.Inessive,
        "[Sela]" => NounCase.Elative,
        "[Sill]" => NounCase.Illative,
        "[Sade]" => NounCase.Adessive,
        "[Sabl]" => NounCase.Ablative,
        "[Sall]" => NounCase.Allative,
        "[Sab]" => NounCase.Abessive,
        "[Sko]" => NounCase.Comitative,
        "[Sin]" => NounCase.Instructive,
        "[Sak]" => NounCase.Accusative,
        _ => NounCase.None,
    };
}
