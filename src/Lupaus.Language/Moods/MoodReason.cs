namespace Lupaus.Language.Moods;

/// <summary>Why some words are evidence of a mood.</summary>
public enum MoodReason
{
    /// <summary>A word or saying that is itself of that mood.</summary>
    Lexicon,

    /// <summary>One that is turned round: "en ole tyytyväinen".</summary>
    Negated,
    Thanks,
    Waiting,
    Repetition,
    Failure,
    Promise,
    Demand,
    Leaving,
    Shouting,
    Smiley,

    /// <summary>In no list, but like what such messages say.</summary>
    Learned,
}
