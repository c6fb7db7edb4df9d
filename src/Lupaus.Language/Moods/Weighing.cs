using Lupaus.Language.Lexicons;
using Lupaus.Language.Words;

namespace Lupaus.Language.Moods;

/// <summary>What each phrase weighs where it stands.</summary>
internal sealed class Weighing(string text, SaidWords said, List<FoundPhrase> found)
{
    /// <summary>How many words "ei" reaches over: "en ole ollut lainkaan tyytyväinen".</summary>
    private const int NegationReach = 4;

    /// <summary>How far "jos" does: "jos paketti on rikki" tells of no broken parcel.</summary>
    private const int HypothesisReach = 8;

    private readonly List<SaidWord> words = said.Words;
    private readonly Dictionary<int, int> contrasts = FirstContrasts(said, found);
    private readonly HashSet<int> requests = [.. found.Where(phrase => phrase.Phrase.Label == "request").Select(phrase => said.Words[phrase.First].Sentence)];

    public List<MoodEvidence> Evidence()
    {
        var evidence = new List<MoodEvidence>();
        var complaintEnds = -1;
        for (var i = 0; i < found.Count; i++)
        {
            // "En suosittele kenellekään" is one thing said, and none of it is praise.
            if (ReasonOf(found[i].Phrase.Label) is { } why && found[i].Phrase.Weight is not 0 and var weight && (weight < 0 || found[i].First > complaintEnds))
                evidence.Add(Weigh(i, why));
            if (found[i].Phrase.Weight < 0)
                complaintEnds = Math.Max(complaintEnds, found[i].Last);
        }
        return evidence;
    }

    private MoodEvidence Weigh(int at, MoodReason why)
    {
        var phrase = found[at];
        var (weight, span) = (phrase.Phrase.Weight * ByContrast(phrase), phrase.Span);
        if (Before(at, "hypothetical", HypothesisReach) is not null)
            weight *= 0.3;
        if (Before(at, "intensifier", 2) is { } intensifier)
            weight *= intensifier.Phrase.Weight;
        if (why != MoodReason.Lexicon)
            return new MoodEvidence(span, weight, why);
        if (IsAsked(words[phrase.First].Sentence))
            weight *= weight > 0 ? 0.3 : 0.8;
        if (weight > 0 && IsQuoted(span))
            return new MoodEvidence(span, weight * -0.5, MoodReason.Negated);
        if (StandsByItself(phrase.Phrase) || Before(at, "negation", NegationReach) is not { } negation)
            return new MoodEvidence(span, weight, why);
        // "Ei huono" is not yet good, but "ei hyvä" is bad.
        return new MoodEvidence(TextSpan.Between(negation.Span.Start, span.End), weight * (weight > 0 ? -0.8 : -0.4), MoodReason.Negated);
    }

    /// <summary>A saying of several words that complains has its own "ei" in it, if any.</summary>
    private static bool StandsByItself(Phrase phrase) => phrase is { Weight: < 0, Steps.Length: > 1 };

    /// <summary>A word of praise in quotes is the other's, and not believed: "huone oli 'siisti'".</summary>
    private bool IsQuoted(TextSpan span) => IsQuote(span.Start - 1) && IsQuote(span.End);

    private bool IsQuote(int at) => at >= 0 && at < text.Length && (text[at] is '"' or '”' or '“' or '\'' or '’' or '‘');

    /// <summary>Asked, or asked for: "tarvitsisin hyvän paikan" praises no place.</summary>
    private bool IsAsked(int sentence) => said.IsAsked(sentence) || requests.Contains(sentence);

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
