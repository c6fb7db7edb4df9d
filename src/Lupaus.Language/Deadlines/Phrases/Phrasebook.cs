using Lupaus.Language.Deadlines.Languages;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Phrases;

/// <summary>All phrases of all languages, and the words they are made of. Filled once, then only read.</summary>
internal sealed class Phrasebook
{
    private readonly List<(string Pattern, Meaning Meaning)> sayings = [];
    private readonly List<Phrase> begunByDigits = [];

    public static readonly Phrasebook All = Filled();

    public Vocabulary Words { get; } = new();

    /// <summary>Words ("a|b c" are three) that may stand in a slot.</summary>
    public void Word(Slot slot, int value, string words)
    {
        foreach (var word in words.Split('|', ' '))
            Words.Learn(word).Means(slot, value);
    }

    public void Say(string pattern, Meaning meaning) => sayings.Add((pattern, meaning));

    public void Say(string pattern, Piece piece) => Say(pattern, (_, _) => piece);

    /// <summary>The longest phrase at each place, from left to right.</summary>
    public List<Placed> Read(List<Token> tokens, Now now)
    {
        var found = new List<Placed>();
        var said = new Said(tokens);
        for (var at = 0; at < tokens.Count;)
        {
            if (LongestAt(said, at, now) is { } placed)
                found.Add(placed);
            at = found.Count > 0 && found[^1].End > at ? found[^1].End : at + 1;
        }
        return found;
    }

    private Placed? LongestAt(Said said, int at, Now now)
    {
        var token = said.Tokens[at];
        var phrases = token.Kind == TokenKind.Number && GoesOn(said.Tokens, at + 1) ? begunByDigits : token.Known?.Begins;
        Placed? longest = null;
        for (var i = 0; i < phrases?.Count; i++)
        {
            said.StartAt(at);
            said.End = phrases[i].Match(said, at);
            if (said.End > (longest?.End ?? at) && phrases[i].Meaning(said, now) is { } piece)
                longest = new Placed(piece, at, said.End);
        }
        return longest;
    }

    /// <summary>A number alone says nothing: most of those in a text are passed over quickly.</summary>
    private static bool GoesOn(List<Token> tokens, int at) => at < tokens.Count && (tokens[at].Known is not null || tokens[at].Kind == TokenKind.Sign);

    private static Phrasebook Filled()
    {
        var book = new Phrasebook();
        DigitTimes.Fill(book);
        FinnishTimes.Fill(book);
        SwedishTimes.Fill(book);
        EnglishTimes.Fill(book);
        book.Compile();
        return book;
    }

    private void Compile()
    {
        foreach (var (pattern, _) in sayings)
            LearnWordsOf(pattern);
        Words.LearnWithoutDots();
        foreach (var (pattern, meaning) in sayings)
            Index(new Phrase([.. pattern.Split(' ').Select(Place)], meaning));
    }

    private void LearnWordsOf(string pattern)
    {
        foreach (var word in pattern.Split([' ', '|', '_', '?', '&', '.', ',', ':', '-', '/', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] != '<' && char.IsLetter(word[0]))
                Words.Learn(word);
        }
    }

    private PhrasePlace Place(string written)
    {
        var isAhead = written[0] == '&';
        var isOptional = written[^1] == '?';
        return new PhrasePlace([.. written.TrimStart('&').TrimEnd('?').Split('|').Select(Choice)], isOptional, isAhead);
    }

    private PhraseChoice Choice(string written) => written[0] == '<'
        ? new PhraseChoice(Enum.Parse<Slot>(written[1..^1]), [])
        : new PhraseChoice(null, TimeScanner.Scan(written.Replace('_', ' '), Words).ConvertAll(Bare));

    /// <summary>Where a word stands does not matter, only which it is.</summary>
    private static Token Bare(Token token) => token with { Span = default };

    private void Index(Phrase phrase)
    {
        foreach (var choice in phrase.Beginnings())
        {
            if (choice.Slot is { } slot && SlotReading.IsDigits(slot))
                AddOnce(begunByDigits, phrase);
            foreach (var word in choice.Slot is { } filled ? Words.All.Where(word => IsIn(word, filled)) : choice.Tokens.Take(1).Select(token => token.Known).OfType<KnownWord>())
                AddOnce(word.Begins, phrase);
        }
    }

    /// <summary>A clock begins with an hour's word too.</summary>
    private static bool IsIn(KnownWord word, Slot slot) => word.Is(slot) || (slot is Slot.Clock or Slot.LaterClock && word.Is(Slot.Hour));

    private static void AddOnce(List<Phrase> phrases, Phrase phrase)
    {
        if (phrases.Count == 0 || phrases[^1] != phrase)
            phrases.Add(phrase);
    }
}
