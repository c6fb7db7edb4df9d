namespace Lupaus.Language.Tone;

/// <summary>What else is known when a draft is read: the house's own jargon with plain words for it.</summary>
public sealed record ToneContext(IReadOnlyList<JargonWord>? Jargon = null);

/// <summary>A word (or words) of the house in dictionary form, and what a customer would call it.</summary>
public sealed record JargonWord(string Word, string PlainWord);
