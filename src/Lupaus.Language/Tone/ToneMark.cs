using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// Something in a draft that its writer may want to put otherwise. <paramref name="Rule"/> names the rule ("long-sentence"; see <see cref="ToneReader"/>),
/// <paramref name="Why"/> is the key of words shown to people, <paramref name="Span"/> is what the finding rests on. <paramref name="Instead"/>
/// is what could stand in its place as it is, in the same inflection and case, or null where only the writer can tell.
/// </summary>
public sealed record ToneMark(string Rule, TextSpan Span, string Why, string? Instead = null)
{
    /// <summary>The plain word for a piece of jargon, in its dictionary form: to be shown where <see cref="Instead"/> is null.</summary>
    public string? PlainWord { get; init; }
}
