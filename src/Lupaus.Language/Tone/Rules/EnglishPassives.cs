using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>Two or more passives in one English or Swedish sentence: "was checked and … was sent", "kontrolleras och … betalas". By endings, so only the plain cases.</summary>
internal sealed class EnglishPassives : IToneRule
{
    private static readonly WordSet be = new("was were is are been be being");
    private static readonly WordSet irregular = new("sent made done paid found given taken shown lost kept held written sold told brought built chosen");
    private static readonly WordSet states = new("closed interested pleased delighted worried concerned excited relieved tired needed allowed supposed used sorted attached");
    private static readonly WordSet swedishNot = new("hoppas finnas lyckas andas minnas trivas annars deras allas vars pass dags vas kvar hittills tillbaka alltså hos plats kurs mars adress process express bas gas glas las ras tas kas paus jeans");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        if (!draft.IsIn(TextLanguage.English) && !draft.IsIn(TextLanguage.Swedish))
            yield break;
        foreach (var sentence in draft.Sentences)
        {
            var (first, last) = (-1, -1);
            for (var at = sentence.First; at < sentence.End; at++)
                if ((draft.IsIn(TextLanguage.English) && IsEnglish(draft, at)) || (draft.IsIn(TextLanguage.Swedish) && IsSwedish(draft, at)))
                    (first, last) = (first < 0 ? at : first, at);
            if (last > first)
                yield return new ToneMark("passive", draft.Span(draft.IsBefore(first, be, 1) ? first - 1 : first, last), "tone.passive.why");
        }
    }

    private static bool IsEnglish(Draft draft, int at)
    {
        var word = draft.Word(at);
        return (word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || irregular.Has(word)) && word.Length > 3 && !states.Has(word) && draft.IsBefore(at, be, 2);
    }

    private static bool IsSwedish(Draft draft, int at)
    {
        var word = draft.Word(at);
        var ends = word.EndsWith("eras", StringComparison.OrdinalIgnoreCase) || word.EndsWith("lades", StringComparison.OrdinalIgnoreCase) || word.EndsWith("rades", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("kades", StringComparison.OrdinalIgnoreCase) || word.EndsWith("las", StringComparison.OrdinalIgnoreCase) || word.EndsWith("kas", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("erats", StringComparison.OrdinalIgnoreCase) || word.EndsWith("kats", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ndas", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ndes", StringComparison.OrdinalIgnoreCase);
        return ends && word.Length > 5 && char.IsLower(word[0]) && !swedishNot.Has(word);
    }
}
