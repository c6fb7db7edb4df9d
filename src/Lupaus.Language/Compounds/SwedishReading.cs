namespace Lupaus.Language.Compounds;

/// <summary>What a Swedish word form may come from.</summary>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Parts">What a compound is made of, every contiguous span but the whole, in dictionary form; empty for a word that is none.</param>
/// <param name="IsGuess">It begins with something unknown, a company's name perhaps, and only ends in a word: right for Swedish texts alone.</param>
public sealed record SwedishReading(string Lemma, IReadOnlyList<string> Parts, bool IsGuess = false);
