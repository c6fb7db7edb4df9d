using Lupaus.Core.Tickets;
using Lupaus.Language;
using Lupaus.Language.Searching;
using Lupaus.Web.Ground.Texts;
using Lupaus.Work.Search;

namespace Lupaus.Web.Work.Search;

/// <summary>Texts and what is looked for, as the index has them.</summary>
public sealed class WordsForSearch(HouseLanguage language)
{
    /// <summary>Places in an index end here, and no message is read further.</summary>
    private const int MostWords = 16_000;

    /// <summary>PostgreSQL takes a megabyte of distinct tokens for one entry; letters may be two bytes long, and compounds have many parts.</summary>
    private const int MostLetters = 400_000;

    /// <summary>Odds of a hundred to one, as natural logarithm.</summary>
    private const double Sure = 4.6;

    public string MadeBy => language.MadeBy;

    /// <param name="expected">The matter's language, for what is too short to tell.</param>
    public IReadOnlyList<IndexedWord> Of(Message message, LanguageCode expected) =>
        Of(string.Join('\n', message.Attachments.Select(a => a.Name).Prepend(message.NewSubject).Prepend(message.Understood).Prepend(message.Body)), expected);

    public IReadOnlyList<IndexedWord> Of(string text, LanguageCode? expected) =>
        [.. Short(Tokens(text, expected)).Take(MostWords).Select(t => new IndexedWord(t.Surface, t.Lemma, t.Others, t.Parts, t.Stems))];

    public IReadOnlyList<SoughtPhrase> Sought(SearchText text) =>
        [.. text.Words.SelectMany(piece => Phrases(language.Searching.Terms(piece.Text, piece.IsUnfinished), piece.IsPhrase))];

    /// <summary>Each word by itself, for marking where it stands.</summary>
    public IReadOnlyList<SearchTerm> Terms(SearchText text) => [.. text.Words.SelectMany(piece => language.Searching.Terms(piece.Text, piece.IsUnfinished))];

    private static IEnumerable<SearchToken> Short(IReadOnlyList<SearchToken> tokens)
    {
        var letters = 0;
        return tokens.TakeWhile(t => (letters += t.Surface.Length + t.Lemma.Length + t.Others.Concat(t.Parts).Concat(t.Stems).Sum(word => word.Length)) <= MostLetters);
    }

    private static IEnumerable<SoughtPhrase> Phrases(IReadOnlyList<SearchTerm> terms, bool isPhrase)
    {
        var words = terms.Select(t => new SoughtWord(t.Surface, t.Lemmas, t.Stems, t.IsPrefix));
        return isPhrase && terms.Count > 0 ? [new SoughtPhrase([.. words])] : words.Select(w => new SoughtPhrase([w]));
    }

    /// <summary>By the language it is in; where that is no more than a guess, by the expected one too.</summary>
    public IReadOnlyList<SearchToken> Tokens(string text, LanguageCode? expected)
    {
        var detected = language.Detector.Of(text);
        var known = HouseLanguage.Read(expected);
        if (detected.Language == TextLanguage.Unknown)
            return language.Searching.Tokens(text, known);
        return language.Searching.Tokens(text, detected.Language, detected.Second ?? (detected.Margin < Sure ? known : TextLanguage.Unknown));
    }
}
