using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// Something in a draft that its writer may want to put otherwise. <paramref name="Rule"/> and <paramref name="Why"/> are keys of words
/// shown to people ("sentence.long"); <paramref name="Span"/> is what the finding rests on; <paramref name="Instead"/> a wording that could
/// stand there, when the rule knows one.
/// </summary>
public sealed record ToneMark(string Rule, TextSpan Span, string Why, string? Instead = null);
