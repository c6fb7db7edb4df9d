namespace Lupaus.Language.Compounds;

/// <summary>A word of the dictionary, and what is said of it.</summary>
internal readonly record struct Entry(string Lemma, ulong Mark)
{
    public bool IsName => (Mark & Marks.Name) != 0;

    public bool IsNoun => Marks.IsNoun(Mark);

    public bool IsAdjective => (Mark & Marks.Adjective) != 0;

    /// <summary>
    /// Whether a compound that is inflected so may end in that word: "sparris" is no kind of "ris", since it is "sparrisen" and not "sparriset".
    /// </summary>
    public bool IsInflectedAs(ulong compound) =>
        Marks.IsNoun(compound) ? IsNoun && IsSameGender(compound) && IsSamePlural(compound) :
        (compound & Marks.Adjective) != 0 ? IsAdjective :
        (compound & Marks.Verb) != 0 && (compound & Marks.Verb) == (Mark & Marks.Verb) && Lemma.Length > 3;

    /// <summary>Entries without a genitive are not told in full. After -a, the mark of -et means a verb's -nde.</summary>
    private bool IsSameGender(ulong compound)
    {
        var neuter = Lemma[^1] == 'a' ? Marks.Neuter & ~Marks.Of('B') : Marks.Neuter;
        return (Mark & Marks.Genitive) == 0 || (compound & Marks.Genitive) == 0 || (Mark & neuter) != 0 == ((compound & neuter) != 0);
    }

    private bool IsSamePlural(ulong compound) =>
        (Mark & Marks.Plural) == 0 || (compound & Marks.Plural) == 0 || (compound & Mark & Marks.Plural) != 0;
}
