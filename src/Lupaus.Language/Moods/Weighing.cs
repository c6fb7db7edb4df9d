using Lupaus.Language.Lexicons;
using Lupaus.Language.Words;

namespace Lupaus.Language.Moods;

/// <summary>What each phrase weighs where it stands.</summary>
internal sealed class Weighing(SaidWords said, List<FoundPhrase> found)
{
    /// <summary>How many words "ei" reaches over: "en ole ollut lainkaan tyytyväinen".</summary>
    private const int NegationReach = 4;

    private readonly List<SaidWord> words = said.Words;
    private readonly Dictionary<int, int> contrasts = FirstContrasts(said, found);

    public List<MoodEvidence> Evidence()
    {
        var evidence = new List<MoodEvidence>();
        for (var i = 0; i < found.Count; i++)
            if (ReasonOf(found[i].Phrase.Label) is { } why && found[i].Phrase.Weight != 0)
                evidence.Add(Weigh(i, why));
        return evidence;
    }

    private MoodEvidence Weigh(int at, MoodReason why)
    {
        var phrase = found[at];
        var (weight, span) = (phrase.Phrase.Weight * ByContrast(phrase), phrase.Span);
        if (Before(at, "intensifier", 2) is { } intensifier)
            weight *= intensifier.Phrase.Weight;
        if (why != MoodReason.Lexicon)
            return new MoodEvidence(span, weight, why);
        if (said.IsAsked(words[phrase.First].Sentence))
            weight *= weight > 0 ? 0.3 : 0.8;
        if (Before(at, "negation", NegationReach) is not { } negation)
            return new MoodEvidence(span, weight, why);
        // "Ei huono" is not yet good, but "ei hyvä" is bad.
        return new MoodEvidence(TextSpan.Between(negation.Span.Start, span.End), weight * (weight > 0 ? -0.8 : -0.4), MoodReason.Negated);
    }

    private FoundPhrase? Before(int at, string label, int reach)
    {
        for (var i = at - 1; i >= 0 && words[found[i].Last].Clause == words[found[at].First].Clause && found[at].First - found[i].Last <= reach; i--)
            if (found[i].Phrase.Label == label)
                return found[i];
        return null;
    }

    /// <summary>What comes after "but" is what one wants to say.</summary>
    private double ByContrast(FoundPhrase phrase) =>
        !contrasts.TryGetValue(words[phrase.First].Sentence, out var contrast) ? 1 : phrase.First < contrast ? 0.5 : 1.2;

    private static Dictionary<int, int> FirstContrasts(SaidWords said, List<FoundPhrase> found)
    {
        var contrasts = new Dictionary<int, int>();
        foreach (var phrase in found)
            if (phrase.Phrase.Label == "contrast")
                contrasts.TryAdd(said.Words[phrase.First].Sentence, phrase.First);
        return contrasts;
    }

    private static MoodReason? ReasonOf(string label) => label switch
    {
        "satisfied" or "dissatisfied" => MoodReason.Lexicon,
        "thanks" => MoodReason.Thanks,
        "waiting" => MoodReason.Waiting,
        "repetition" => MoodReason.Repetition,
        "failure" => MoodReason.Failure,
        "promise" => MoodReason.Promise,
        "demand" => MoodReason.Demand,
        "leaving" => MoodReason.Leaving,
        _ => null,
    };
}
