using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// A question of the customer's, by its place in their message. <paramref name="IsTouched"/> says no more than that the draft speaks of the same thing:
/// it is for a checklist, not a verdict. <paramref name="IsSure"/> is false where no question mark stood.
/// </summary>
public sealed record OpenQuestion(TextSpan Span, bool IsTouched, bool IsSure);
