using Lupaus.Language.Morphology;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// "Suorittaa tarkistus" for "tarkistaa": suorittaa, toteuttaa or tapahtua with the name of a deed within three words. The verb itself is offered, in the
/// same person and tense, where the two stand side by side, or with one noun between them that then becomes the object.
/// </summary>
internal sealed class NounStyle : IToneRule
{
    private const int Within = 3;

    private static readonly WordSet postpositions = new("jälkeen aikana yhteydessä vuoksi kanssa kautta osalta ajan aikaan yhteyteen sijaan lisäksi takia mukaan avulla");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        for (var at = 0; at < draft.Count && draft.IsIn(TextLanguage.Finnish); at++)
        {
            if (IsHappening(draft, at))
            {
                if (DeedBefore(draft, at) is >= 0 and var deed)
                    yield return Mark(draft, deed, at, null);
            }
            else if (Form(draft, at) is { } form)
            {
                if (DeedAfter(draft, at) is >= 0 and var after)
                    yield return Mark(draft, at, after, Instead(draft, at, after, form));
                else if (DeedBefore(draft, at) is >= 0 and var before)
                    yield return Mark(draft, before, at, null);
            }
        }
    }

    private static ToneMark Mark(Draft draft, int first, int last, string? instead) =>
        new("noun-style", draft.Span(first, last), "tone.noun-style.why", Wording.Like(draft.Word(first), instead));

    private static bool IsHappening(Draft draft, int at) => draft.Word(at).Equals("tapahtuu", StringComparison.OrdinalIgnoreCase) || draft.Word(at).Equals("tapahtui", StringComparison.OrdinalIgnoreCase);

    /// <summary>The ending after suori(t)t- or toteu(t)t-: "taa", "n", "imme", "etaan"; null when it is another word.</summary>
    private static string? Form(Draft draft, int at)
    {
        var word = draft.Word(at);
        foreach (var stem in new[] { "suorit", "toteut" })
            if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && DeedVerb.IsForm(word[stem.Length..]))
                return word[stem.Length..].ToString().ToLowerInvariant();
        return null;
    }

    private static int DeedAfter(Draft draft, int verb)
    {
        for (var at = verb + 1; at <= verb + Within && at < draft.Count && draft.RunsOn(at - 1); at++)
            if (IsDeed(draft, at))
                return draft.RunsOn(at) && at + 1 <= verb + Within && IsDeed(draft, at + 1) ? at + 1 : at;
        return -1;
    }

    private static int DeedBefore(Draft draft, int verb)
    {
        for (var at = verb - 1; at >= 0 && verb - at <= Within && draft.RunsOn(at); at--)
            if (IsDeed(draft, at))
                return at;
        return -1;
    }

    private static bool IsDeed(Draft draft, int at) =>
        Verb(draft, at) is not null && !(at + 1 < draft.Count && draft.IsSameSentence(at, at + 1) && postpositions.Has(draft.Word(at + 1)));

    private static DeedVerb? Verb(Draft draft, int at)
    {
        if (!draft.HasDictionary)
            return DeedVerb.OfForm(draft.Word(at));
        foreach (var reading in draft.Readings(at))
            if (reading.Class == WordClass.Noun && reading.Case is NounCase.Nominative or NounCase.Genitive or NounCase.Partitive && DeedVerb.Of(reading.Lemma) is { } verb)
                return verb;
        return null;
    }

    private static string? Instead(Draft draft, int verb, int deed, string form)
    {
        var instead = Verb(draft, deed)!.In(form);
        return instead is null || deed == verb + 1 ? instead :
            deed == verb + 2 && Object(draft, verb + 1, isPassive: form.EndsWith('n') && form.Length > 3) is { } target ? $"{instead} {target}" :
            null;
    }

    /// <summary>"Laskun" of "laskun tarkistuksen" stays as it is; as the object of a passive it is "lasku".</summary>
    private static string? Object(Draft draft, int at, bool isPassive)
    {
        var readings = draft.Readings(at);
        if (readings.Count == 0 || readings.Any(reading => reading is not { Class: WordClass.Noun, Case: NounCase.Genitive, IsPlural: false, Possessive: Owning.None }))
            return null;
        var word = draft.Word(at).ToString();
        return !isPassive ? word : char.IsUpper(word[0]) || readings.Any(reading => reading.Lemma != readings[0].Lemma) ? null : readings[0].Lemma;
    }
}
