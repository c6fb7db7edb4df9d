namespace Lupaus.Language.Morphology;

/// <summary>
/// One way to read a Finnish word. <paramref name="Lemma"/> is its dictionary form in lower case ("junalippu" of "junalipun");
/// <paramref name="Verb"/> the verb that a participle or an infinitive comes from ("tehdä" of "tehty"), or of a finite form the lemma itself.
/// </summary>
public sealed record Reading(string Lemma, WordClass Class)
{
    /// <summary>Lemmas of all contiguous spans of a compound but the whole: "verkko", "kauppa", "tilaus", "verkkokauppa", "kauppatilaus". Empty when the word is no compound.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    public string? Verb { get; init; }

    /// <summary>Of a finite verb, or of the connegative ("tiedä"): who does it.</summary>
    public VerbPerson Person { get; init; }

    /// <summary>Of a finite verb.</summary>
    public VerbMood Mood { get; init; }

    /// <summary>Of a noun form: the possessive suffix's person ("vikasi" → Second).</summary>
    public Owning Possessive { get; init; }

    public NounCase Case { get; init; }

    public bool IsPlural { get; init; }

    /// <summary>The past of a finite verb.</summary>
    public bool IsPast { get; init; }

    /// <summary>What stands after "ei": "tiedä", "ole", "tiedetä". A form may be both this and an imperative.</summary>
    public bool IsConnegative { get; init; }

    /// <summary>A verb made into a noun in -minen: "selvittäminen".</summary>
    public bool IsAction { get; init; }

    public bool IsParticiple { get; init; }

    /// <summary>Ends in -ko or -kö.</summary>
    public bool Asks { get; init; }

    /// <summary>The same but for the parts, which two ways to part one compound may give in different lists.</summary>
    internal bool SaysTheSame(Reading other) => (this with { Parts = other.Parts }).Equals(other) && Parts.SequenceEqual(other.Parts);
}

public enum WordClass { Other, Noun, Adjective, Verb, NegationVerb, Pronoun, Numeral, Adverb, Conjunction, Interjection, Abbreviation, FirstName, LastName, PlaceName, Name }

public enum VerbPerson { None, FirstSingular, SecondSingular, Third, FirstPlural, SecondPlural, Passive }

public enum VerbMood { None, Indicative, Conditional, Imperative, Potential }

public enum Owning { None, FirstSingular, SecondSingular, Third, FirstPlural, SecondPlural }

public enum NounCase { None, Nominative, Genitive, Partitive, Essive, Translative, Inessive, Elative, Illative, Adessive, Ablative, Allative, Abessive, Comitative, Instructive, Accusative }
