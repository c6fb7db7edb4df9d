using Lupaus.Core.Tickets;
using Lupaus.Language;
using Lupaus.Language.Searching;
using Lupaus.Work.Search;

namespace Lupaus.Web.Work.Search;

/// <summary>Texts and what is looked for, as the index has them.</summary>
public sealed class SearchWords(HouseLanguage language)
{
    /// <summary>Places in an index end here, and no message is read further.</summary>
    private const int MostWords = 16_000;

    public string MadeBy => language.MadeBy;

    /// <param name="expected">The matter's language, for what is too short to tell.</param>
    public IReadOnlyList<IndexedWord> Of(Message message, LanguageCode expected) =>
        Of(string.Join('\n', message.Attachments.Select(a => a.Name).Prepend(message.NewSubject).Prepend(message.Body)), expected);

    public IReadOnlyList<IndexedWord> Of(string text, LanguageCode? expected) =>
        [.. language.Searching.Tokens(text, InText(expected)).Take(MostWords).Select(t => new IndexedWord(t.Surface, t.Lemma, t.Others, t.Parts, t.Stems))];

    public IReadOnlyList<SoughtPhrase> Sought(SearchText text) =>
        [.. text.Words.SelectMany(piece => Phrases(language.Searching.Terms(piece.Text, piece.IsUnfinished), piece.IsPhrase))];

    private static IEnumerable<SoughtPhrase> Phrases(IReadOnlyList<SearchTerm> terms, bool isPhrase)
    {
        var words = terms.Select(t => new SoughtWord(t.Surface, t.Lemmas, t.Stems, t.IsPrefix));
        return isPhrase && terms.Count > 0 ? [new SoughtPhrase([.. words])] : words.Select(w => new SoughtPhrase([w]));
    }

    private static TextLanguage InText(LanguageCode? language) => language switch
    {
        LanguageCode.Fi => TextLanguage.Finnish,
        LanguageCode.Sv => TextLanguage.Swedish,
        LanguageCode.En => TextLanguage.English,
        _ => TextLanguage.Unknown,
    };
}
