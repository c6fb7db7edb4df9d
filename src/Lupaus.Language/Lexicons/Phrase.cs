namespace Lupaus.Language.Lexicons;

/// <summary>One line of a lexicon: a word, or several in a row. A step is what the next word must be, or how many words may stand between.</summary>
/// <param name="Label">What it is evidence of, by the lexicon's own key: "waiting", "insult".</param>
/// <param name="Place">How many stand before it in the file.</param>
internal sealed record Phrase(string Label, double Weight, PhraseStep[] Steps, int Place);

/// <param name="Item">The number of what is looked for, in <see cref="WordKeys"/>.</param>
/// <param name="Between">How many words may stand before it.</param>
internal readonly record struct PhraseStep(int Item, int Between, bool IsOptional);
