namespace Lupaus.Language.Morphology;

/// <summary>What the tags of a word's last part say of the word; earlier parts' cases and numbers are their own business.</summary>
internal ref struct WordForm
{
    private WordClass wordClass;
    private VerbMood mood;
    private NounCase nounCase;
    private Owning owner;
    private char person;
    private bool isPlural;
    private bool isPast;
    private bool isConnegative;
    private bool isAction;
    private bool isParticiple;
    private bool isVerbal;
    private bool isVerbBase;
    private bool asks;

    public WordForm(ReadOnlySpan<ushort> written, string[] symbols)
    {
        foreach (var symbol in written)
            if (symbols[symbol] is ['[', _, _, ..] tag)
                Take(tag);
    }

    public readonly Reading Of(string lemma, IReadOnlyList<string> parts, string verb) => new(lemma, wordClass)
    {
        Parts = parts,
        Verb = isVerbBase && (isVerbal || isParticiple) ? verb : null,
        Mood = mood,
        Person = mood == VerbMood.None && wordClass != WordClass.NegationVerb ? VerbPerson.None : ReadingTags.Person(person, isPlural),
        Case = nounCase,
        Possessive = owner,
        IsPlural = isPlural,
        IsPast = isPast && mood != VerbMood.None,
        IsConnegative = isConnegative && mood != VerbMood.None,
        IsAction = isAction,
        IsParticiple = isParticiple,
        Asks = asks,
    };

    private void Take(string tag)
    {
        switch (tag[1])
        {
            case 'L':
                wordClass = ReadingTags.Class(tag);
                isVerbBase |= wordClass == WordClass.Verb;
                isVerbal = wordClass == WordClass.Verb;
                break;
            case 'T':
                mood = ReadingTags.Mood(tag);
                isAction = tag is "[Tn4]";
                break;
            case 'S':
                nounCase = ReadingTags.Case(tag);
                break;
            case 'O':
                owner = ReadingTags.Possessive(tag);
                break;
            case 'P':
                person = tag[2];
                break;
            case 'N':
                isPlural = tag is "[Nm]";
                break;
            case 'A':
                isPast = tag is "[Ai]";
                break;
            case 'E':
                isConnegative |= tag is "[Eb]" or "[Et]";
                break;
            case 'R':
                isParticiple = true;
                break;
            case 'F':
                asks |= tag is "[Fko]";
                break;
        }
    }
}
