using Lupaus.Language.Searching;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone;

/// <summary>Words that say nothing of what a question is about: pronouns, auxiliaries, greetings, question words.</summary>
internal static class EmptyWords
{
    private static readonly WordSet words = new(
        "olla ei voida voi saada pitää täytyä tulla haluta tehdä mennä antaa osata minä sinä hän me te he tämä se nuo nämä tuo joka mikä kuka kumpi mitä milloin koska miksi miten missä mistä mihin minne kuinka paljonko montako millainen ja tai mutta vai entä että kun jos vielä jo nyt sitten myös vain kyllä hei moi terve kiitos kiitti terveisi terveisin terveiset hyvä siis niin kanssa ylös pois takaisin uudelleen joko onkohan näkyä "
        + "är var vara kan kunna ska skall har hade ha vill får få måste jag du ni vi han hon den det de dem sig som när vad vem hur varför vilken vilket och eller men om att inte på i av till för med från hej tack min mitt mina din ditt dina er ert era en ett den här igen tillbaka finns kommer komma "
        + "a an the is are was were be been do does did have has had can could will would shall should may might must i you he she it we they me my your our their this that these those what when where why who how which and or but if to of in on at for with from again back hello hi thanks thank please much many get there here about");

    public static bool Has(SearchToken token) => words.Has(token.Surface) || words.Has(token.Lemma);

    /// <summary>A stem is marked with "~".</summary>
    public static bool Has(string word) => words.Has(word.AsSpan().TrimStart('~'));
}
