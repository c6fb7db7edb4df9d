namespace Lupaus.Language.Searching;

/// <summary>A word that is looked for: as it was written, every dictionary form it may be of, and its stems.</summary>
/// <param name="IsPrefix">It is still being typed: words that begin so count too.</param>
public sealed record SearchTerm(string Surface, IReadOnlyList<string> Lemmas, IReadOnlyList<string> Stems, bool IsPrefix = false);
