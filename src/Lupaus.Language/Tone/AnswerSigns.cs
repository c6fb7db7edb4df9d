using Lupaus.Language.Tone.Drafts;
using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>Whether a text gives the kind of thing a question asks for: a time for "when", a sum for "how much".</summary>
internal static class AnswerSigns
{
    private static readonly WordSet when = new("milloin koska when när");
    private static readonly WordSet howMuch = new("paljonko montako much mycket kostar maksaa cost");
    private static readonly WordSet times = new("tänään huomenna ylihuomenna viikolla maanantai* tiistai* keskiviikko* torstai* perjantai* lauantai* sunnuntai* tammikuu* helmikuu* maaliskuu* huhtikuu* toukokuu* kesäkuu* heinäkuu* elokuu* syyskuu* lokakuu* marraskuu* joulukuu* idag imorgon morgon måndag* tisdag* onsdag* torsdag* fredag* lördag* söndag* today tomorrow monday tuesday wednesday thursday friday saturday sunday eräpäivä");
    private static readonly WordSet sums = new("euroa euro euron euros eur maksutta ilmainen ilmaista gratis free");

    public static bool Answers(string question, string answer) =>
        (Any(question, when) && (Any(answer, times) || HasDigit(answer))) || (Any(question, howMuch) && (Any(answer, sums) || answer.Contains('€')));

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    private static bool Any(string text, WordSet words)
    {
        foreach (var word in new WordReader(text))
            if (words.Has(word.In(text)))
                return true;
        return false;
    }
}
