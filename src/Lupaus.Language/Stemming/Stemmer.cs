namespace Lupaus.Language.Stemming;

/// <summary>
/// Cuts the endings off a word, so that its forms meet: "junalipun" and "junalipussa" both become "junalipu". What is left need not be
/// a word. Written from the algorithms that Snowball publishes (snowballstem.org, release 2.2: the Finnish one, the Swedish one, and
/// Porter's second for English). Safe for any number of threads.
/// </summary>
public abstract class Stemmer
{
    /// <summary>No word that people write is longer, in UTF-16 code units; what is comes back as it was.</summary>
    public const int LongestWord = 100;

    public static Stemmer Finnish { get; } = new FinnishStemmer();

    public static Stemmer Swedish { get; } = new SwedishStemmer();

    public static Stemmer English { get; } = new EnglishStemmer();

    /// <summary>The stemmer of a language; null for <see cref="TextLanguage.Unknown"/>, whose words are left alone.</summary>
    public static Stemmer? Of(TextLanguage language) => language switch
    {
        TextLanguage.Finnish => Finnish,
        TextLanguage.Swedish => Swedish,
        TextLanguage.English => English,
        _ => null,
    };

    /// <summary>Writes the stem and tells its length, which is never more than the word's.</summary>
    /// <param name="word">One word, lower-cased by the caller.</param>
    /// <param name="into">Room for as many characters as the word has.</param>
    /// <exception cref="ArgumentException">There is less room than that.</exception>
    public int Stem(ReadOnlySpan<char> word, Span<char> into)
    {
        word.CopyTo(into);
        if (word.Length > LongestWord)
            return word.Length;
        var letters = new Letters(into[..word.Length]);
        Shorten(ref letters);
        return letters.Length;
    }

    /// <inheritdoc cref="Stem(ReadOnlySpan{char}, Span{char})"/>
    public string Stem(string word)
    {
        if (word.Length > LongestWord)
            return word;
        Span<char> room = stackalloc char[LongestWord];
        var length = Stem(word, room);
        return room[..length].SequenceEqual(word) ? word : room[..length].ToString();
    }

    internal abstract void Shorten(ref Letters word);
}
