using Lupaus.Language.Words;

namespace Lupaus.Language.Moods;

/// <param name="Words">What was said.</param>
/// <param name="Weight">How much it counts where it stands: below zero for dissatisfied, above for satisfied, mostly between -3 and 3.</param>
public sealed record MoodEvidence(TextSpan Words, double Weight, MoodReason Why);
